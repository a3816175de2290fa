package services.dataminer.points.localcloud;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A port in front of a service, which can be cut: connections break and new ones are refused,
/// while the service behind keeps what it holds.
final class TcpForwarder implements AutoCloseable {
  private final InetAddress loopback = InetAddress.getLoopbackAddress();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final int port;
  private volatile int target;
  private ServerSocket listener;
  private Thread acceptor = new Thread();

  /// Takes a free port at once, so that its number can be told before the service is there.
  TcpForwarder() {
    listener = listen(0);
    port = listener.getLocalPort();
  }

  int port() {
    return port;
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /// Forwards new connections to the service on this port from now on.
  synchronized void forwardTo(int servicePort) {
    boolean first = target == 0;
    target = servicePort;
    if (first) {
      acceptor = accepting(listener);
    }
  }

  /// Breaks every connection and refuses new ones until [#restore()].
  synchronized void cut() {
    closeQuietly(listener);
    // A listener that is closed may still accept one connection that came just then.
    join(acceptor);
    open.forEach(TcpForwarder::closeQuietly);
    open.clear();
  }

  /// Forwards again, on the same port.
  synchronized void restore() {
    if (listener.isClosed()) {
      listener = listen(port);
      acceptor = accepting(listener);
    }
  }

  @Override
  public void close() {
    cut();
  }

  private ServerSocket listen(int wanted) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress("127.0.0.1", wanted), 128);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on port " + wanted, e);
    }
  }

  private Thread accepting(ServerSocket on) {
    return Thread.ofVirtual()
        .start(
            () -> {
              while (!on.isClosed()) {
                try {
                  connect(on.accept());
                } catch (IOException _) {
                  // Cut, or the service is not there: the caller sees a broken connection.
                }
              }
            });
  }

  private void connect(Socket caller) throws IOException {
    open.add(caller);
    Socket service;
    try {
      service = new Socket(loopback, target);
    } catch (IOException e) {
      closeQuietly(caller);
      throw e;
    }
    open.add(service);
    caller.setTcpNoDelay(true);
    service.setTcpNoDelay(true);
    Thread.ofVirtual().start(() -> copy(caller, service));
    Thread.ofVirtual().start(() -> copy(service, caller));
  }

  private void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One side went away; the other follows.
    } finally {
      closeQuietly(from);
      closeQuietly(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // Nobody is left to be told.
    }
  }
}
