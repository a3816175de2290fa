package services.dataminer.points.localcloud;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Where a function that was restored from a snapshot gets its credentials: Lambda gives it the
/// address and a token in place of keys.
/// https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html#snapstart-credentials
final class CredentialsEndpoint implements AutoCloseable {
  static final String PATH = "/2021-07-01/credentials";

  /// The SDK renews credentials a quarter of an hour before they expire, so here every minute;
  /// Lambda's last for hours.
  static final Duration TERM = Duration.ofMinutes(16);

  private final IssuedCredentials issued;
  private final Map<String, String> functionsByToken = new ConcurrentHashMap<>();
  private final LoopbackServer server;

  CredentialsEndpoint(IssuedCredentials issued) {
    this.issued = issued;
    server = LoopbackServer.start(0, this::handle);
  }

  /// The variables that lead a process of the function here.
  Map<String, String> environment(String function) {
    String token = UUID.randomUUID().toString();
    functionsByToken.put(token, function);
    return Map.of(
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "http://127.0.0.1:" + server.port() + PATH,
        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        token);
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    String function = token == null ? null : functionsByToken.get(token);
    if (function == null || !exchange.getRequestURI().getPath().equals(PATH)) {
      LoopbackServer.answerJson(
          exchange, 403, Json.bytes(Json.object().put("code", "AccessDenied")));
      return;
    }
    IssuedCredentials.Issued credentials = issued.issue(function, TERM);
    LoopbackServer.answerJson(
        exchange,
        200,
        Json.bytes(
            Json.object()
                .put("AccessKeyId", credentials.keys().accessKeyId())
                .put("SecretAccessKey", credentials.keys().secretAccessKey())
                .put("Token", credentials.keys().sessionToken())
                .put("Expiration", credentials.expiresAt().toString())));
  }
}
