package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/// SSM's `GetParameter`, with the SecureString parameters that the README has people make. It
/// answers a function for the parameters that the template's policy lets it read, and no other.
/// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
final class ParametersStandIn implements AutoCloseable {
  /// Values by the last part of the parameter's name.
  static final Map<String, String> SECRETS =
      Map.of(
          "calendar-secret", "local-calendar-secret",
          "standard-webhooks-secret", "whsec_bG9jYWwtY2FsZW5kYXItc2VjcmV0",
          "identity-key", "bG9jYWwtaWRlbnRpdHkta2V5LW9mLTMyLWJ5dGVzISE=",
          "lms-credentials", "{\"local-lms\":\"local-lms-secret\"}",
          "dojo-token", DojoStandIn.TOKEN,
          "calcom-api-key", CalcomStandIn.API_KEY,
          "session-key", "bG9jYWwtc2Vzc2lvbi1rZXktb2YtMzItYnl0ZXMtISE=",
          "oidc-client-secret", IssuerStandIn.CLIENT_SECRET);

  private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

  private final Callers callers;
  private final Function<String, Policy> policies;
  private final LoopbackServer server;

  /// @param policies of functions, by their names
  ParametersStandIn(Callers callers, Function<String, Policy> policies) {
    this.callers = callers;
    this.policies = policies;
    server = LoopbackServer.start(0, this::handle);
  }

  /// The value of `AWS_ENDPOINT_URL_SSM`.
  String address() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    SignedCall call = SignedCall.of(exchange, body);
    switch (callers.of(call, "ssm")) {
      case Callers.Stranger stranger ->
          refuse(exchange, stranger.problem().type(), stranger.problem().message());
      case Callers.Operator _ ->
          refuse(exchange, "AccessDeniedException", "the operator has no use for secrets");
      case Callers.FunctionRole role -> answer(exchange, call, role.function());
    }
  }

  private void answer(HttpExchange exchange, SignedCall call, String function) throws IOException {
    if (!"AmazonSSM.GetParameter".equals(call.header("X-Amz-Target"))
        || !CONTENT_TYPE.equals(call.header("Content-Type"))) {
      refuse(exchange, "UnknownOperationException", "the local cloud serves GetParameter only");
    } else {
      getParameter(exchange, function, Json.read(call.body()).orElse(Json.object()));
    }
  }

  private void getParameter(HttpExchange exchange, String function, JsonNode request)
      throws IOException {
    String name = request.path("Name").asText();
    String value = SECRETS.get(name.substring(name.lastIndexOf('/') + 1));
    if (!policies.apply(function).allows(new Access("ssm:GetParameter", arn(name)))) {
      refuse(
          exchange,
          "AccessDeniedException",
          function + " is not authorized to perform ssm:GetParameter on " + arn(name));
    } else if (value == null) {
      refuse(exchange, "ParameterNotFound", "");
    } else if (!request.path("WithDecryption").asBoolean()) {
      // SSM would answer the cipher text; no caller means that.
      refuse(exchange, "ValidationException", "a SecureString needs WithDecryption: " + name);
    } else {
      answer(exchange, 200, parameter(name, value));
    }
  }

  private static String arn(String name) {
    return LocalAccount.arn("ssm", "parameter" + name);
  }

  private static ObjectNode parameter(String name, String value) {
    ObjectNode parameter =
        Json.object()
            .put("ARN", arn(name))
            .put("DataType", "text")
            .put("Name", name)
            .put("Type", "SecureString")
            .put("Value", value)
            .put("Version", 1);
    ObjectNode answer = Json.object();
    answer.set("Parameter", parameter);
    return answer;
  }

  private static void refuse(HttpExchange exchange, String type, String message)
      throws IOException {
    answer(exchange, 400, Json.object().put("__type", type).put("message", message));
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode json)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
    LoopbackServer.answer(exchange, status, Json.bytes(json));
  }
}
