package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/// AWS's Parameters and Secrets extension, with the SecureString parameters that the README has
/// people make.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-integration-lambda-extensions.html
final class SecretsExtension implements AutoCloseable {
  /// Values by the last part of the parameter's name.
  static final Map<String, String> SECRETS =
      Map.of(
          "calendar-secret", "local-calendar-secret",
          "standard-webhooks-secret", "whsec_bG9jYWwtY2FsZW5kYXItc2VjcmV0",
          "identity-key", "bG9jYWwtaWRlbnRpdHkta2V5LW9mLTMyLWJ5dGVzISE=",
          "lms-credentials", "{\"local-lms\":\"local-lms-secret\"}",
          "dojo-token", DojoStandIn.TOKEN,
          "calcom-api-key", CalcomStandIn.API_KEY);

  private final Set<String> paths;
  private final LoopbackServer server;

  /// @param paths the paths that the parameters are below, without a slash at their end
  SecretsExtension(Set<String> paths) {
    this.paths = Set.copyOf(paths);
    server = LoopbackServer.start(0, this::handle);
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> query = Query.parameters(exchange.getRequestURI().getRawQuery());
    String token = exchange.getRequestHeaders().getFirst("X-Aws-Parameters-Secrets-Token");
    String name = query.getOrDefault("name", "");
    int slash = Math.max(0, name.lastIndexOf('/'));
    String value =
        paths.contains(name.substring(0, slash)) ? SECRETS.get(name.substring(slash + 1)) : null;
    if (!LocalAccount.SESSION_TOKEN.equals(token)) {
      refuse(exchange, 403, "X-Aws-Parameters-Secrets-Token is missing or not the session's token");
    } else if (!exchange.getRequestURI().getPath().equals("/systemsmanager/parameters/get")) {
      refuse(exchange, 404, "the local cloud serves /systemsmanager/parameters/get only");
    } else if (value == null) {
      refuse(exchange, 400, "ParameterNotFound: " + name);
    } else if (!"true".equals(query.get("withDecryption"))) {
      // The extension would answer the cipher text; no caller means that.
      refuse(exchange, 400, "a SecureString needs withDecryption=true: " + name);
    } else {
      LoopbackServer.answerJson(exchange, 200, Json.bytes(answer(name, value)));
    }
  }

  private static ObjectNode answer(String name, String value) {
    ObjectNode parameter =
        Json.object()
            .put("ARN", LocalAccount.arn("ssm", "parameter" + name))
            .put("DataType", "text")
            .put("Name", name)
            .put("Type", "SecureString")
            .put("Value", value)
            .put("Version", 1);
    ObjectNode answer = Json.object();
    answer.set("Parameter", parameter);
    return answer;
  }

  private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
    LoopbackServer.answer(exchange, status, why.getBytes(StandardCharsets.UTF_8));
  }
}
