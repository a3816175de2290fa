package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Cal.com's API v2, as far as bookings are read from it: it answers from the bookings it was given
/// and, when told, misbehaves.
public final class CalcomStandIn implements AutoCloseable {
  public static final String API_KEY = "cal_local_api_key";

  private static final Duration SLOW = Duration.ofSeconds(3);
  private static final Pattern LIST = Pattern.compile("/v2(/organizations/[0-9]+)?/bookings");
  private static final Pattern BOOKING = Pattern.compile("/v2/bookings/([^/]+)");

  /// The oldest version whose bookings have this shape, and the first that pages by cursor.
  private static final String FIRST_VERSION = "2024-08-13";

  private static final String FIRST_WITH_CURSOR = "2026-05-01";

  /// How it behaves.
  public enum Mode {
    OK,
    /// Answers 503.
    DOWN,
    /// As OK, after three seconds.
    SLOW,
    /// Answers 429 and asks to wait a second.
    LIMIT,
    /// Answers 401, as to a key that was revoked.
    REVOKED;

    /// @throws IllegalArgumentException for an unknown name
    static Mode named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  private final LoopbackServer server;
  private volatile List<JsonNode> bookings = List.of();
  private volatile Mode mode = Mode.OK;

  public CalcomStandIn() {
    server = LoopbackServer.start(0, this::handle);
  }

  /// Where it answers, the functions' `POINTS_CALCOM_URL`.
  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  public void behave(Mode wanted) {
    mode = wanted;
  }

  /// Answers from these bookings from now on.
  ///
  /// @param array in the shape of the API
  public void know(JsonNode array) {
    bookings = StreamSupport.stream(array.spliterator(), false).toList();
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Mode now = mode;
    if (now == Mode.SLOW) {
      pause();
    }
    String version = exchange.getRequestHeaders().getFirst("cal-api-version");
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (now == Mode.DOWN) {
      refuse(exchange, 503, "ServiceUnavailableException");
    } else if (now == Mode.LIMIT) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      refuse(exchange, 429, "ThrottlerException: Too Many Requests");
    } else if (now == Mode.REVOKED || !("Bearer " + API_KEY).equals(authorization)) {
      refuse(exchange, 401, "ApiAuthStrategy - api key - Your api key is not valid");
    } else if (version == null || version.compareTo(FIRST_VERSION) < 0) {
      refuse(exchange, 404, "no such version of " + exchange.getRequestURI().getPath());
    } else {
      serve(exchange, version);
    }
  }

  private void serve(HttpExchange exchange, String version) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Matcher one = BOOKING.matcher(path);
    if (!exchange.getRequestMethod().equals("GET")) {
      refuse(exchange, 404, "bookings are only read here");
    } else if (LIST.matcher(path).matches()) {
      list(exchange, version);
    } else if (one.matches()) {
      Optional<JsonNode> found = booking(one.group(1));
      if (found.isPresent()) {
        answer(exchange, found.get(), Optional.empty());
      } else {
        refuse(exchange, 404, "Booking with uid=" + one.group(1) + " was not found");
      }
    } else {
      refuse(exchange, 404, "Cannot GET " + path);
    }
  }

  /// A booking, or all of a series.
  private Optional<JsonNode> booking(String uid) {
    Optional<JsonNode> booking =
        bookings.stream().filter(b -> b.path("uid").asText().equals(uid)).findFirst();
    ArrayNode series = Json.array();
    bookings.stream()
        .filter(b -> b.path("recurringBookingUid").asText().equals(uid))
        .sorted(Comparator.comparing(b -> b.path("start").asText()))
        .forEach(series::add);
    return booking.or(() -> series.isEmpty() ? Optional.empty() : Optional.of(series));
  }

  private void list(HttpExchange exchange, String version) throws IOException {
    Map<String, String> query = Query.parameters(exchange.getRequestURI().getRawQuery());
    boolean byCursor = version.compareTo(FIRST_WITH_CURSOR) >= 0;
    try {
      Instant after = instant(query.getOrDefault("afterUpdatedAt", "1970-01-01T00:00:00Z"));
      int most = byCursor ? 100 : 250;
      int take = Integer.parseInt(query.getOrDefault(byCursor ? "limit" : "take", "100"));
      int skip = byCursor ? offset(query) : Integer.parseInt(query.getOrDefault("skip", "0"));
      if (take < 1 || take > most || skip < 0) {
        throw new IllegalArgumentException("take must be 1 to " + most);
      }
      List<JsonNode> all = ordered(after, byCursor, query.get("sortUpdatedAt")).toList();
      ArrayNode page = Json.array();
      all.stream().skip(skip).limit(take).forEach(page::add);
      int next = skip + page.size();
      answer(
          exchange,
          page,
          Optional.of(byCursor ? cursor(next, all.size()) : pages(skip, take, page, all.size())));
    } catch (IllegalArgumentException | DateTimeException e) {
      refuse(exchange, 400, e.getMessage());
    }
  }

  /// Pages by cursor begin with what starts last, whatever changed when.
  private Stream<JsonNode> ordered(Instant after, boolean byCursor, String sort) {
    Stream<JsonNode> updated =
        bookings.stream()
            .filter(b -> b.path("updatedAt").isTextual())
            .filter(b -> !instant(b.path("updatedAt").asText()).isBefore(after));
    if (byCursor) {
      return updated.sorted(
          Comparator.comparing((JsonNode b) -> instant(b.path("start").asText())).reversed());
    }
    Comparator<JsonNode> byChange =
        Comparator.comparing(b -> instant(b.path("updatedAt").asText()));
    return sort == null
        ? updated
        : updated.sorted(sort.equals("asc") ? byChange : byChange.reversed());
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static int offset(Map<String, String> query) {
    String cursor = query.getOrDefault("cursor", "after-0");
    if (!cursor.startsWith("after-")) {
      throw new IllegalArgumentException("cursor is not one of ours");
    }
    return Integer.parseInt(cursor.substring("after-".length()));
  }

  private static ObjectNode cursor(int next, int all) {
    ObjectNode pagination = Json.object().put("hasMore", next < all);
    return next < all
        ? pagination.put("nextCursor", "after-" + next)
        : pagination.putNull("nextCursor");
  }

  private static ObjectNode pages(int skip, int take, ArrayNode page, int all) {
    return Json.object()
        .put("returnedItems", page.size())
        .put("totalItems", all)
        .put("itemsPerPage", take)
        .put("remainingItems", Math.max(0, all - skip - page.size()))
        .put("hasNextPage", skip + page.size() < all)
        .put("hasPreviousPage", skip > 0);
  }

  private static void answer(HttpExchange exchange, JsonNode data, Optional<ObjectNode> pagination)
      throws IOException {
    ObjectNode answer = Json.object().put("status", "success");
    answer.set("data", data);
    pagination.ifPresent(meta -> answer.set("pagination", meta));
    LoopbackServer.answerJson(exchange, 200, Json.bytes(answer));
  }

  private static void refuse(HttpExchange exchange, int status, String message) throws IOException {
    ObjectNode answer = Json.object().put("status", "error");
    answer.putObject("error").put("message", message);
    LoopbackServer.answerJson(exchange, status, Json.bytes(answer));
  }

  private static void pause() {
    try {
      Thread.sleep(SLOW);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
