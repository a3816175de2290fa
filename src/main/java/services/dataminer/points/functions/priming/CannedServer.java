package services.dataminer.points.functions.priming;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import services.dataminer.points.platform.log.FailureText;

/// Answers calls within the process, so that the HTTP client they are made with is warm, too. It
/// listens on the loopback interface until it is closed, and leaves no thread behind.
final class CannedServer implements AutoCloseable {

  /// What answers a call.
  @FunctionalInterface
  interface Answers {

    /// @param headers by their names in lower case
    String to(Map<String, String> headers, String body);
  }

  private static final int MOST_WAITING = 8;

  private final ServerSocket socket;
  private final Answers answers;
  private final Thread thread;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  CannedServer(Answers answers) {
    this.answers = answers;
    try {
      socket = new ServerSocket(0, MOST_WAITING, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = Thread.ofPlatform().name("canned").daemon().start(this::serve);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  @Override
  public void close() {
    try {
      socket.close();
      thread.join();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a server ends", e);
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket call = socket.accept();
        connections.add(call);
        Thread.ofVirtual().start(() -> serve(call));
      } catch (IOException _) {
        // Closed.
      }
    }
  }

  /// Answers one call after another, as AWS does.
  private void serve(Socket call) {
    try (call;
        InputStream in = new BufferedInputStream(call.getInputStream())) {
      while (!line(in).isEmpty()) {
        answer(in, call.getOutputStream());
      }
    } catch (IOException _) {
      // Closed, by us or by the caller, who then fails.
    } finally {
      connections.remove(call);
    }
  }

  /// A failure to answer is an answer as well, so that the caller learns the reason.
  private void answer(InputStream in, OutputStream out) throws IOException {
    Map<String, String> headers = headers(in);
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String request = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    String status = "200 OK";
    String text;
    try {
      text = answers.to(headers, request);
    } catch (RuntimeException e) {
      status = "400 Bad Request";
      text =
          "{\"__type\":\"NotCanned\",\"message\":\"" + FailureText.of(e).replace('"', '\'') + "\"}";
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %s\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: %d\r\nx-amz-crc32: %d\r\n\r\n"
            .formatted(status, body.length, checksum(body));
    var response = new ByteArrayOutputStream();
    response.write(head.getBytes(StandardCharsets.US_ASCII));
    response.write(body);
    response.writeTo(out);
  }

  /// As AWS sends it.
  private static long checksum(byte[] body) {
    var crc = new CRC32();
    crc.update(body);
    return crc.getValue();
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    var headers = new HashMap<String, String>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }
}
