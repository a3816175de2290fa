package services.dataminer.points.functions.calendar;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import services.dataminer.points.functions.calendar.sender.Delivery;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.program.activity.Identity;

/// The bodies under `src/test/resources/calendar`.
public final class Fixture {

  public static final List<String> CALCOM =
      List.of(
          "created",
          "rescheduled",
          "cancelled",
          "rejected",
          "no-show",
          "ended-flat",
          "ended-nested",
          "ended-both",
          "ping");

  public static final Identity HOST = person("host@skyline.be");
  public static final Identity ADA = person("ada@acme.example");
  public static final Identity BEN = person("ben@acme.example");
  public static final Identity CYD = person("cyd@customer.example");

  /// How a body arrives that is signed as it was sent.
  public static final Delivery DELIVERY = new Delivery("digest", SignedRequest.RECEIVED_AT);

  private Fixture() {}

  public static Identity person(String address) {
    return Identity.of("mailto:" + address);
  }

  public static byte[] bytes(String name) {
    try (InputStream file = Fixture.class.getResourceAsStream("/calendar/" + name + ".json")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ObjectNode body(String name) {
    return (ObjectNode) json(new String(bytes(name), StandardCharsets.UTF_8));
  }

  public static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bytes(JsonNode body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The body with one value replaced, or taken out where the value is `(none)`.
  public static ObjectNode with(ObjectNode body, String pointer, String value) {
    JsonPointer at = JsonPointer.compile(pointer);
    String last = at.last().getMatchingProperty();
    switch (body.at(at.head())) {
      case ObjectNode parent when value.equals("(none)") -> parent.remove(last);
      case ObjectNode parent -> parent.set(last, json(value));
      case ArrayNode parent when value.equals("(none)") -> parent.remove(Integer.parseInt(last));
      case ArrayNode parent -> parent.set(Integer.parseInt(last), json(value));
      case JsonNode other -> throw new IllegalArgumentException(pointer + " is in no " + other);
    }
    return body;
  }
}
