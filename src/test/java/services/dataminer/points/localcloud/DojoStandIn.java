package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A DOJO that books what it is sent and, when told, misbehaves.
final class DojoStandIn implements AutoCloseable {
  static final String TOKEN = "local-dojo-token";
  private static final Duration SLOW = Duration.ofSeconds(3);

  /// How it behaves towards a key that it has not booked yet.
  enum Mode {
    /// Books it and answers 201.
    OK,
    /// Answers 503 and books nothing.
    DOWN,
    /// As OK, after three seconds.
    SLOW,
    /// Answers 422 with a reason and books nothing.
    REJECT,
    /// Books it and closes the connection without an answer, whether the key is new or not.
    LOSE;

    /// @throws IllegalArgumentException for an unknown name
    static Mode named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  private final LoopbackServer server;
  private final Map<String, ObjectNode> booked = new LinkedHashMap<>();
  private volatile Mode mode = Mode.OK;

  DojoStandIn() {
    server = LoopbackServer.start(0, this::handle);
  }

  /// Where it answers, the functions' `POINTS_DOJO_URL`.
  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  void behave(Mode wanted) {
    mode = wanted;
  }

  /// `{"transfers":[{"key","memberId","email","points"}]}` in the order they were booked.
  synchronized ObjectNode transfers() {
    ArrayNode transfers = Json.array();
    booked.values().forEach(transfers::add);
    ObjectNode answer = Json.object();
    answer.set("transfers", transfers);
    return answer;
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    JsonNode credit = Json.read(body).orElse(Json.object());
    if (!exchange.getRequestURI().getPath().equals("/points/credits")
        || !exchange.getRequestMethod().equals("POST")) {
      refuse(exchange, 404, "there is only POST /points/credits");
    } else if (!("Bearer " + TOKEN).equals(authorization)) {
      refuse(exchange, 401, "the token is missing or wrong");
    } else if (key == null || !credit.path("points").canConvertToLong()) {
      refuse(exchange, 400, "Idempotency-Key or points missing");
    } else {
      credit(exchange, key, credit);
    }
  }

  private void credit(HttpExchange exchange, String key, JsonNode credit) throws IOException {
    Mode now = mode;
    if (now == Mode.SLOW) {
      pause();
    }
    boolean known = isBooked(key);
    if (now == Mode.DOWN && !known) {
      refuse(exchange, 503, "DOJO is down");
    } else if (now == Mode.REJECT && !known) {
      refuse(exchange, 422, "DOJO knows no such member");
    } else if (book(key, credit) && now != Mode.LOSE) {
      answer(exchange, 201, credit);
    } else if (now != Mode.LOSE) {
      answer(exchange, 200, credit);
    }
    // LOSE: the handler returns without an answer, and the server closes the connection.
  }

  private synchronized boolean isBooked(String key) {
    return booked.containsKey(key);
  }

  /// Whether the key is new; a known key books nothing more.
  private synchronized boolean book(String key, JsonNode credit) {
    ObjectNode entry =
        Json.object()
            .put("key", key)
            .put("memberId", credit.path("memberId").asText())
            .put("email", credit.path("email").asText())
            .put("points", credit.path("points").asLong());
    return booked.putIfAbsent(key, entry) == null;
  }

  private static void answer(HttpExchange exchange, int status, JsonNode credit)
      throws IOException {
    ObjectNode answer = Json.object().put("reference", credit.path("reference").asText());
    LoopbackServer.answerJson(exchange, status, Json.bytes(answer));
  }

  private static void refuse(HttpExchange exchange, int status, String reason) throws IOException {
    LoopbackServer.answerJson(exchange, status, Json.bytes(Json.object().put("reason", reason)));
  }

  private static void pause() {
    try {
      Thread.sleep(SLOW);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
