package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/// What only the local cloud has, below `/_local/`: schedules at any time, waiting, dead letters,
/// DOJO, Cal.com's records, signing in, and what the AWS CLI needs.
final class LocalControls implements HttpHandler {
  private static final String SCHEDULES = "/_local/schedules/";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Schedules schedules;
  private final IdleWatch idleWatch;
  private final DeadLetters deadLetters;
  private final DojoStandIn dojo;
  private final CalcomStandIn calcom;
  private final IssuerStandIn issuer;
  private final LocalAws aws;

  LocalControls(
      Schedules schedules,
      IdleWatch idleWatch,
      DeadLetters deadLetters,
      DojoStandIn dojo,
      CalcomStandIn calcom,
      IssuerStandIn issuer,
      LocalAws aws) {
    this.schedules = schedules;
    this.idleWatch = idleWatch;
    this.deadLetters = deadLetters;
    this.dojo = dojo;
    this.calcom = calcom;
    this.issuer = issuer;
    this.aws = aws;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    String call = exchange.getRequestMethod() + " " + path;
    if (call.startsWith("POST " + SCHEDULES)) {
      schedule(exchange, path.substring(SCHEDULES.length()), body);
      return;
    }
    if (IssuerPages.answers(path)) {
      issuer.browse(exchange);
      return;
    }
    if (LocalAws.answers(path)) {
      aws.handle(exchange, body);
      return;
    }
    switch (call) {
      case "GET /_local/aws" ->
          LoopbackServer.answerJson(exchange, 200, Json.bytes(aws.description(url(exchange))));
      case "GET /_local/idle" -> idle(exchange);
      case "GET /_local/dead-letters" ->
          LoopbackServer.answerJson(exchange, 200, Json.bytes(deadLetters.list()));
      case "GET /_local/dojo/transfers" ->
          LoopbackServer.answerJson(exchange, 200, Json.bytes(dojo.transfers()));
      case "PUT /_local/dojo" ->
          behave(
              exchange,
              body,
              name -> dojo.behave(DojoStandIn.Mode.named(name)),
              "ok, down, slow, reject, lose");
      case "PUT /_local/calcom" ->
          behave(
              exchange,
              body,
              name -> calcom.behave(CalcomStandIn.Mode.named(name)),
              "ok, down, slow, limit, revoked");
      case "PUT /_local/calcom/bookings" -> know(exchange, body);
      default -> GatewayAnswer.message(exchange, 404, "the local cloud has no " + call);
    }
  }

  private void schedule(HttpExchange exchange, String function, byte[] body) throws IOException {
    ObjectNode call =
        Json.read(body)
            .filter(JsonNode::isObject)
            .map(ObjectNode.class::cast)
            .orElse(Json.object());
    JsonNode time = call.path("scheduledTime");
    String scheduledTime =
        time.isMissingNode() || time.isNull()
            ? Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()
            : time.asText();
    Optional<InvocationResult> result = schedules.run(function, scheduledTime, call);
    if (result.isEmpty()) {
      GatewayAnswer.message(exchange, 404, "no schedule invokes a function '" + function + "'");
      return;
    }
    switch (result.get()) {
      case InvocationResult.Answered answer ->
          LoopbackServer.answerJson(exchange, 200, bytes(answer));
      case InvocationResult.Failed failure ->
          LoopbackServer.answerJson(exchange, 502, bytes(failure));
    }
  }

  private static String url(HttpExchange exchange) {
    return "http://localhost:" + exchange.getLocalAddress().getPort();
  }

  private static byte[] bytes(InvocationResult result) {
    return result.json().getBytes(StandardCharsets.UTF_8);
  }

  private void idle(HttpExchange exchange) throws IOException {
    if (idleWatch.await(LONGEST_WAIT)) {
      LoopbackServer.answerJson(exchange, 200, Json.bytes(Json.object().put("idle", true)));
    } else {
      GatewayAnswer.message(exchange, 503, "messages are still being worked on");
    }
  }

  private static void behave(
      HttpExchange exchange, byte[] body, Consumer<String> standIn, String modes)
      throws IOException {
    String mode = Json.read(body).orElse(Json.object()).path("mode").asText();
    try {
      standIn.accept(mode);
      LoopbackServer.answerJson(exchange, 200, Json.bytes(Json.object().put("mode", mode)));
    } catch (IllegalArgumentException _) {
      GatewayAnswer.message(exchange, 422, "mode is one of " + modes);
    }
  }

  private void know(HttpExchange exchange, byte[] body) throws IOException {
    Optional<JsonNode> array = Json.read(body).filter(JsonNode::isArray);
    if (array.isPresent()) {
      calcom.know(array.get());
      LoopbackServer.answer(exchange, 204, new byte[0]);
    } else {
      GatewayAnswer.message(
          exchange, 422, "the body is an array of bookings, as Cal.com's API has");
    }
  }
}
