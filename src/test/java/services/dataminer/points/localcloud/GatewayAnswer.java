package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Sends a function's result as an HTTP API does, payload format 2.0.
final class GatewayAnswer {
  private GatewayAnswer() {}

  static void send(HttpExchange exchange, InvocationResult result) throws IOException {
    switch (result) {
      case InvocationResult.Failed _ -> message(exchange, 500, "Internal Server Error");
      case InvocationResult.Answered answer -> {
        Optional<JsonNode> json = Json.read(answer.json());
        if (json.isEmpty()) {
          message(exchange, 500, "Internal Server Error");
        } else if (json.get().hasNonNull("statusCode")) {
          send(exchange, json.get());
        } else {
          // Anything without a status is the body of a 200.
          LoopbackServer.answerJson(exchange, 200, plain(json.get()));
        }
      }
    }
  }

  /// An answer of the gateway itself.
  static void message(HttpExchange exchange, int status, String message) throws IOException {
    LoopbackServer.answerJson(exchange, status, Json.bytes(Json.object().put("message", message)));
  }

  private static byte[] plain(JsonNode json) {
    return json.isTextual() ? json.asText().getBytes(StandardCharsets.UTF_8) : Json.bytes(json);
  }

  private static void send(HttpExchange exchange, JsonNode answer) throws IOException {
    byte[] body;
    try {
      body = body(answer);
    } catch (IllegalArgumentException _) {
      message(exchange, 500, "Internal Server Error");
      return;
    }
    Headers headers = exchange.getResponseHeaders();
    answer
        .path("headers")
        .properties()
        .forEach(
            header -> {
              if (!header.getKey().equalsIgnoreCase("Content-Length")) {
                headers.set(header.getKey(), header.getValue().asText());
              }
            });
    answer.path("cookies").forEach(cookie -> headers.add("Set-Cookie", cookie.asText()));
    if (body.length > 0 && !headers.containsKey("Content-Type")) {
      headers.set("Content-Type", "text/plain;charset=UTF-8");
    }
    LoopbackServer.answer(exchange, answer.get("statusCode").asInt(), body);
  }

  private static byte[] body(JsonNode answer) {
    String body = answer.path("body").asText("");
    if (answer.path("body").isNull()) {
      return new byte[0];
    }
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }
}
