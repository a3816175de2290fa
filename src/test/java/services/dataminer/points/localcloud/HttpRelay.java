package services.dataminer.points.localcloud;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// Passes requests on to a service and its responses back, unchanged.
///
/// The JDK's old client does it: unlike the new one it repeats a request when the service closes an
/// idle connection at that moment.
record HttpRelay(URI service) {
  /// What belongs to one connection.
  private static final Set<String> HOP_BY_HOP =
      Set.of("host", "connection", "content-length", "transfer-encoding", "date");

  void pass(HttpExchange exchange, byte[] body) throws IOException {
    HttpURLConnection connection = sent(exchange, body);
    int status = connection.getResponseCode();
    byte[] answer = answer(connection, status);
    Headers headers = exchange.getResponseHeaders();
    connection
        .getHeaderFields()
        .forEach(
            (name, values) -> {
              if (name != null && isEndToEnd(name)) {
                headers.put(name, values);
              }
            });
    LoopbackServer.answer(exchange, status, answer);
  }

  /// Passes a request on and keeps the response from the caller.
  void send(HttpExchange exchange, byte[] body) throws IOException {
    HttpURLConnection connection = sent(exchange, body);
    answer(connection, connection.getResponseCode());
  }

  private HttpURLConnection sent(HttpExchange exchange, byte[] body) throws IOException {
    URI target = service.resolve(exchange.getRequestURI());
    HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
    connection.setRequestMethod(exchange.getRequestMethod());
    connection.setInstanceFollowRedirects(false);
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (isEndToEnd(name)) {
                connection.setRequestProperty(name, String.join(",", values));
              }
            });
    if (body.length > 0) {
      connection.setDoOutput(true);
      connection.getOutputStream().write(body);
    }
    return connection;
  }

  private static boolean isEndToEnd(String header) {
    return !HOP_BY_HOP.contains(header.toLowerCase(Locale.ROOT));
  }

  private static byte[] answer(HttpURLConnection connection, int status) throws IOException {
    try (InputStream answer =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return answer == null ? new byte[0] : answer.readAllBytes();
    }
  }
}
