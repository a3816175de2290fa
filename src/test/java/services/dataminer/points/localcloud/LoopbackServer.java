package services.dataminer.points.localcloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An HTTP server on the loopback interface, a virtual thread per request.
final class LoopbackServer implements AutoCloseable {
  static {
    // Read once by the JDK's server, before its first instance. Without the first, every answer
    // that is written in two parts waits 40 ms for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // The server closes what is idle for 30 s, and what is idle beyond 200 connections: a client
    // that sends at that moment gets no answer. Clients are the ones to close.
    System.setProperty("sun.net.httpserver.idleInterval", "3600");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private LoopbackServer(HttpServer server, HttpHandler handler) {
    this.server = server;
    server.createContext("/", exchange -> handle(handler, exchange));
    server.setExecutor(threads);
  }

  /// Answers from now on.
  ///
  /// @param port 0 for a free one
  /// @throws IllegalStateException when the port is taken
  static LoopbackServer start(int port, HttpHandler handler) {
    try {
      HttpServer server = HttpServer.create(loopback(port), 128);
      LoopbackServer started = new LoopbackServer(server, handler);
      server.start();
      return started;
    } catch (BindException e) {
      throw taken(port, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Tells early what [#start] would find late.
  ///
  /// @throws IllegalStateException when the port is taken
  static void requireFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(loopback(port));
    } catch (BindException e) {
      throw taken(port, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress("127.0.0.1", port);
  }

  private static IllegalStateException taken(int port, BindException cause) {
    return new IllegalStateException(
        "Port " + port + " is in use: stop what uses it, or choose another with --port.", cause);
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void handle(HttpHandler handler, HttpExchange exchange) throws IOException {
    try (exchange) {
      handler.handle(exchange);
    } catch (RuntimeException e) {
      // The JDK's server would only close the connection and keep the reason to itself.
      e.printStackTrace();
      throw e;
    }
  }

  /// Sends headers and body in one go.
  static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
  }

  static void answerJson(HttpExchange exchange, int status, byte[] json) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    answer(exchange, status, json);
  }
}
