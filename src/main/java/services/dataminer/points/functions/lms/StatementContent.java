package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.platform.time.Iso8601;

/// The content of a statement in one spelling, by which statements are compared: xAPI does not
/// count what a receiver adds (id, stored, authority, version), the attachments, how a verb is
/// displayed, how an activity is defined, the order of a group's members, in which zone a time is
/// written, and the case of what has none (Part Two, 2.3.1).
///
/// A statement without a timestamp has none here either, so that it is the same whenever it is
/// sent.
record StatementContent(String canonical) {

  private static final Set<String> ADDED =
      Set.of("id", "stored", "authority", "version", "attachments");
  private static final Set<String> DESCRIPTIONS = Set.of("display", "definition");
  private static final Set<String> WITHOUT_CASE = Set.of("mbox", "mbox_sha1sum", "registration");
  private static final Set<String> ASSUMED_TYPES = Set.of("Activity", "Agent");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// Of this product: ids made here are never anyone else's.
  private static final UUID NAMESPACE = UUID.fromString("7c0f3c52-9a0e-5f3e-8b63-0f6d6a9b7a41");

  /// @param statement of the shape of a statement
  static StatementContent of(ObjectNode statement) {
    ObjectNode content = statement.deepCopy();
    content.remove(ADDED);
    return new StatementContent(canonical(content).toString());
  }

  /// A hash of the content.
  String digest() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Hashes.sha256(canonical));
  }

  /// The id of a statement sent without one: a UUID of version 5, the same for the same content.
  String id() {
    byte[] name = canonical.getBytes(StandardCharsets.UTF_8);
    ByteBuffer named =
        ByteBuffer.allocate(Long.BYTES * 2 + name.length)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .put(name);
    ByteBuffer hash = ByteBuffer.wrap(Hashes.sha1(named.array()));
    long most = hash.getLong() & ~0xF000L | 0x5000L;
    long least = hash.getLong() & ~(0b11L << 62) | 0b10L << 62;
    return new UUID(most, least).toString();
  }

  private static JsonNode canonical(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode sorted = JSON.objectNode();
        object.properties().stream()
            .filter(field -> !DESCRIPTIONS.contains(field.getKey()))
            .filter(field -> !isAssumed(field.getKey(), field.getValue()))
            .sorted(Map.Entry.comparingByKey())
            .forEach(
                field ->
                    sorted.set(
                        field.getKey(), canonical(object, field.getKey(), field.getValue())));
        yield sorted;
      }
      case ArrayNode array -> array(elements(array).map(StatementContent::canonical).toList());
      default -> node.isNumber() ? number(node.decimalValue()) : node;
    };
  }

  private static boolean isAssumed(String name, JsonNode value) {
    return name.equals("objectType") && ASSUMED_TYPES.contains(value.asText());
  }

  private static JsonNode canonical(ObjectNode in, String name, JsonNode value) {
    if (WITHOUT_CASE.contains(name) || isReference(in, name)) {
      return JSON.textNode(value.asText().toLowerCase(Locale.ROOT));
    }
    return switch (name) {
      case "timestamp" ->
          Iso8601.instant(value.asText())
              .<JsonNode>map(at -> JSON.textNode(at.toString()))
              .orElse(value);
      case "extensions" -> sorted(value);
      case "member" ->
          array(
              elements(value)
                  .map(StatementContent::canonical)
                  .sorted(Comparator.comparing(JsonNode::toString))
                  .toList());
      case "contextActivities" -> {
        ObjectNode lists = JSON.objectNode();
        canonical(value)
            .properties()
            .forEach(
                field ->
                    lists.set(
                        field.getKey(),
                        field.getValue().isArray()
                            ? field.getValue()
                            : array(List.of(field.getValue()))));
        yield lists;
      }
      default -> canonical(value);
    };
  }

  private static boolean isReference(ObjectNode in, String name) {
    return name.equals("id") && in.path("objectType").asText().equals("StatementRef");
  }

  /// Extensions may hold anything, and their names mean what their owners say.
  private static JsonNode sorted(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode sorted = JSON.objectNode();
        object.properties().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(field -> sorted.set(field.getKey(), sorted(field.getValue())));
        yield sorted;
      }
      case ArrayNode array -> array(elements(array).map(StatementContent::sorted).toList());
      default -> node.isNumber() ? number(node.decimalValue()) : node;
    };
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode array(List<JsonNode> elements) {
    return JSON.arrayNode().addAll(elements);
  }

  private static JsonNode number(BigDecimal number) {
    return JSON.numberNode(number.stripTrailingZeros());
  }
}
