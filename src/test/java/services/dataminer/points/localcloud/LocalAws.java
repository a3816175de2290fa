package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The two calls of AWS that operators make and no emulator here answers: invoke a function, read
/// its log. With them the AWS CLI works on a local cloud as on a deployed stack.
final class LocalAws {
  private static final String ROOT = "/_local/aws";
  private static final Pattern INVOKE =
      Pattern.compile(ROOT + "/2015-03-31/functions/([^/]+)/invocations");
  private static final String FILTER_LOG_EVENTS = "Logs_20140328.FilterLogEvents";

  private final LocalServices services;
  private final LocalFunctions functions;
  private final AsyncInvocations async;
  private final FunctionLog log;
  private final String prefix;
  private final String table;

  /// @param prefix what the names of deployed functions and queues begin with, such as
  ///   `devops-points-prod`
  /// @param table the table in use
  LocalAws(
      LocalServices services,
      LocalFunctions functions,
      AsyncInvocations async,
      FunctionLog log,
      String prefix,
      String table) {
    this.services = services;
    this.functions = functions;
    this.async = async;
    this.log = log;
    this.prefix = prefix;
    this.table = table;
  }

  static boolean answers(String path) {
    return path.startsWith(ROOT + "/");
  }

  /// Where each service is for the AWS CLI, as environment variables, and what names begin with.
  ///
  /// @param url of this local cloud
  ObjectNode description(String url) {
    ObjectNode environment = Json.object();
    services.endpoints().forEach(environment::put);
    environment
        .put("AWS_ENDPOINT_URL_LAMBDA", url + ROOT)
        .put("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", url + ROOT + "/logs")
        .put("AWS_REGION", LocalAccount.REGION)
        .put("AWS_DEFAULT_REGION", LocalAccount.REGION)
        .put("AWS_ACCESS_KEY_ID", "local")
        .put("AWS_SECRET_ACCESS_KEY", "local");
    return Json.object().put("prefix", prefix).put("table", table).set("environment", environment);
  }

  void handle(HttpExchange exchange, byte[] body) throws IOException {
    Matcher invoke = INVOKE.matcher(exchange.getRequestURI().getPath());
    if (invoke.matches()) {
      invoke(exchange, invoke.group(1), body);
    } else if (FILTER_LOG_EVENTS.equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
      LoopbackServer.answerJson(
          exchange, 200, Json.bytes(events(Json.read(body).orElse(Json.object()))));
    } else {
      GatewayAnswer.message(exchange, 404, "the local cloud has no such call of AWS");
    }
  }

  private void invoke(HttpExchange exchange, String name, byte[] event) throws IOException {
    LambdaFunction function;
    try {
      function = functions.named(named(name));
    } catch (IllegalArgumentException e) {
      exchange.getResponseHeaders().set("X-Amzn-ErrorType", "ResourceNotFoundException");
      GatewayAnswer.message(exchange, 404, e.getMessage());
      return;
    }
    if ("Event".equals(exchange.getRequestHeaders().getFirst("X-Amz-Invocation-Type"))) {
      async.begin(function.definition().name(), event);
      LoopbackServer.answer(exchange, 202, new byte[0]);
      return;
    }
    InvocationResult result = function.invoke(event);
    if (result instanceof InvocationResult.Failed) {
      exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
    }
    LoopbackServer.answerJson(exchange, 200, result.json().getBytes(StandardCharsets.UTF_8));
  }

  /// Only a phrase in quotes is understood as a pattern, which is all that operators need.
  private ObjectNode events(JsonNode request) {
    String group = request.path("logGroupName").asText();
    String phrase = request.path("filterPattern").asText().replace("\"", "");
    ArrayNode events = Json.array();
    log.lines(named(group.substring(group.lastIndexOf('/') + 1))).stream()
        .filter(line -> line.contains(phrase))
        .forEach(line -> events.add(Json.object().put("message", line)));
    return Json.object().set("events", events);
  }

  private String named(String deployed) {
    return deployed.startsWith(prefix + "-") ? deployed.substring(prefix.length() + 1) : deployed;
  }
}
