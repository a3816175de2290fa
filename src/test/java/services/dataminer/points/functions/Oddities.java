package services.dataminer.points.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/// Calls as nobody would make them, always the same for one seed: ids, parameters and bodies that
/// are too long, empty, of another form, or of letters that few have heard of.
public final class Oddities {

  /// How many calls are made for each route; `-Dpoints.oddities=10000` for a long search.
  public static final int CALLS = Integer.getInteger("points.oddities", 60);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PARAMETERS =
      List.of("cursor", "at", "from", "to", "id", "all", "query", "statementId");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "null",
          "0",
          "-1",
          "ada",
          "acme",
          "ibc-2026",
          "#",
          "a#b",
          "..",
          "a/b",
          "%00",
          "\u0000",
          "a\u0000b",
          "\u0007",
          "\n",
          "\ud800",
          "\udc00a",
          "\ud83d\ude00",
          "e\u0301",
          "\u202e",
          "\u2028",
          "\ufeff",
          "\uffff",
          "\u0130",
          "a".repeat(64),
          "a".repeat(65),
          "a".repeat(600),
          "a".repeat(1_100),
          "a".repeat(2_048),
          "a".repeat(2_100),
          "\u20ac".repeat(700),
          "x".repeat(20_000),
          "calcom:a",
          "calcom:" + "b".repeat(180),
          "show:ibc-2026:acme",
          "contribution:c-1",
          "xapi:a",
          "transfer:ada.t",
          "9".repeat(400),
          "2026-09-11",
          "2026-02-30",
          "0000-00-00",
          "9999-12-31",
          "+999999999-12-31",
          "2026-09-15T00:00:00Z",
          "9999-12-31T23:59:59Z",
          "2200-12-31T23:59:59.999999999Z",
          "2000-01-01T00:00:00+18:00",
          "2000-01-01T00:00:00-18:00",
          "true",
          "a@b",
          "mailto:a@b",
          "https://a",
          "urn:" + "a".repeat(2_044),
          "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
          "Europe/Brussels",
          "ENTRY#",
          "MEETING#");
  private static final List<String> PLACES =
      List.of(
          "",
          "ENTRY#",
          "ENTRY#~",
          "ENTRY#2026-09-14T21:59:59.000Z#a#1",
          "ENTRY#\uffff",
          "ENTRY#\u0000",
          "ENTRY#\ud83d\ude00",
          "ENTRY#2026-09-09T00:00:00.000Z",
          "ENTRY#2026-09-12T00:00:00.000Z",
          "MEETING#",
          "MEETING#acme#calcom:a",
          "MEETING#\uffff",
          "MEETING#" + "a".repeat(430),
          "ENTRY#" + "a".repeat(430),
          "MEMBER#ada",
          "PARTNER",
          "2026-09-14T21:59:59.000Z calcom:a");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-0.0",
          "-1",
          "1.5",
          "1e30",
          "1e400",
          "-1e400",
          "1e-400",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "1" + "0".repeat(999),
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[{}]",
          "{\"\":{}}",
          "[1,1]",
          "{\"a\":1,\"a\":2}",
          "[".repeat(900) + "]".repeat(900),
          "{\"a\":".repeat(900) + "1" + "}".repeat(900),
          "[" + "{},".repeat(3_000) + "{}]",
          "[" + "\"a@b\",".repeat(600) + "\"a@b\"]");

  private final Random random;

  public Oddities(long seed) {
    random = new Random(seed);
  }

  /// Makes many odd calls of one route, none of which may be a fault of ours.
  ///
  /// @param call makes one that would be right
  public static void tryOut(
      String route,
      Function<Oddities, APIGatewayV2HTTPEvent> call,
      Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {
    for (int i = 0; i < CALLS; i++) {
      APIGatewayV2HTTPEvent event = call.apply(new Oddities(31L * route.hashCode() + i));
      APIGatewayV2HTTPResponse response = function.apply(event);
      String what = "%s, call %d: %s".formatted(route, i, shortened(event));
      assertThat(response.getStatusCode()).as(what).isBetween(200, 499);
      if (response.getStatusCode() >= 400) {
        assertThat(response.getHeaders())
            .as(what)
            .containsEntry("content-type", "application/problem+json");
      }
      sayable(response, what);
    }
  }

  /// Lambda writes the answer in UTF-8.
  private static void sayable(APIGatewayV2HTTPResponse response, String what) {
    try {
      JSON.writeValueAsBytes(response);
    } catch (JsonProcessingException e) {
      throw new AssertionError(what, e);
    }
  }

  private static String shortened(APIGatewayV2HTTPEvent event) {
    String all =
        "%s %s %s"
            .formatted(
                event.getPathParameters(), event.getQueryStringParameters(), event.getBody());
    return all.length() > 2_000 ? all.substring(0, 2_000) + "..." : all;
  }

  /// Changes a call that would be right, in one or several places.
  public APIGatewayV2HTTPEvent spoilt(APIGatewayV2HTTPEvent event) {
    if (event.getPathParameters() != null && oneIn(2)) {
      event.setPathParameters(Map.of("id", text()));
    }
    var query = new HashMap<String, String>();
    if (event.getQueryStringParameters() != null) {
      query.putAll(event.getQueryStringParameters());
    }
    PARAMETERS.stream().filter(_ -> oneIn(4)).forEach(name -> query.put(name, parameter()));
    event.setQueryStringParameters(query.isEmpty() ? null : query);
    if (event.getBody() != null) {
      event.setBody(body(event.getBody()));
      if (oneIn(10)) {
        event.setIsBase64Encoded(true);
        event.setBody(oneIn(2) ? Base64.getEncoder().encodeToString(bytes()) : text());
      }
    }
    var headers = new HashMap<>(event.getHeaders());
    List.of("content-type", "accept").stream()
        .filter(_ -> oneIn(20))
        .forEach(name -> headers.put(name, oneIn(2) ? "text/csv" : text()));
    event.setHeaders(headers);
    return event;
  }

  /// Who calls, seldom someone with an odd name.
  public String caller(String usual) {
    return oneIn(10) ? text() : usual;
  }

  /// True now and then.
  public boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String parameter() {
    String place = any(PLACES);
    return oneIn(2)
        ? text()
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                oneIn(8)
                    ? bytes()
                    : (place + (oneIn(3) ? text() : "")).getBytes(StandardCharsets.UTF_8));
  }

  /// Any text.
  public String text() {
    String text = any(TEXTS);
    return switch (random.nextInt(4)) {
      case 0 -> text + any(TEXTS);
      case 1 -> {
        var letters = new StringBuilder();
        random
            .ints(random.nextInt(12), 0, 0x10000)
            .forEach(letter -> letters.append((char) letter));
        yield letters.toString();
      }
      default -> text;
    };
  }

  /// A body like a right one.
  public String body(String right) {
    try {
      JsonNode tree = JSON.readTree(right);
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        change(tree);
      }
      String body = JSON.writeValueAsString(tree);
      return switch (random.nextInt(12)) {
        case 0 -> body.substring(0, random.nextInt(body.length() + 1));
        case 1 -> body + body;
        case 2 -> {
          int at = random.nextInt(body.length() + 1);
          yield body.substring(0, at) + text() + body.substring(at);
        }
        case 3 -> oneIn(2) ? any(VALUES) : text();
        default -> body;
      };
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(right, e);
    }
  }

  /// Puts something odd in the place of any part of a body, or beside it.
  private void change(JsonNode tree) {
    var inner = new ArrayList<JsonNode>();
    collect(tree, inner);
    switch (any(inner)) {
      case ObjectNode object -> {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() || oneIn(8) ? text() : any(names);
        if (oneIn(6)) {
          object.remove(name);
        } else {
          object.set(name, value());
        }
      }
      case ArrayNode array when array.isEmpty() || oneIn(2) -> array.add(value());
      case ArrayNode array -> array.set(random.nextInt(array.size()), value());
      default -> {}
    }
  }

  private static void collect(JsonNode node, List<JsonNode> inner) {
    if (node.isContainerNode()) {
      inner.add(node);
      node.forEach(part -> collect(part, inner));
    }
  }

  private JsonNode value() {
    return oneIn(2)
        ? JSON.getNodeFactory().rawValueNode(new RawValue(any(VALUES)))
        : JSON.getNodeFactory().rawValueNode(new RawValue(quoted(text())));
  }

  /// Halves of surrogate pairs can be told in escapes alone.
  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars().forEach(c -> quoted.append("\\u%04x".formatted(c)));
    return quoted.append('"').toString();
  }
}
