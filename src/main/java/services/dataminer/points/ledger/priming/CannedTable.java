package services.dataminer.points.ledger.priming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import services.dataminer.points.platform.json.Json;

/// Answers what the ledger asks DynamoDB, from a few items: for priming, when nobody else is to be
/// asked. Writes succeed and change nothing.
///
/// @param items as DynamoDB's JSON has them
public record CannedTable(JsonNode items) {

  /// What the operations begin with that it answers.
  public static final String OPERATIONS = "DynamoDB_20120810.";

  private static final Pattern PREFIX = Pattern.compile("begins_with\\(sk, (:\\w+)\\)");
  private static final Pattern RANGE = Pattern.compile("sk BETWEEN (:\\w+) AND (:\\w+)");
  private static final String EMPTY = "{}";

  /// The body of the response to a call.
  ///
  /// @param operation as in `X-Amz-Target`, with what operations begin with
  /// @throws IllegalArgumentException if there is no answer to it
  public String to(String operation, JsonNode asked) {
    return switch (operation.substring(OPERATIONS.length())) {
      case "BatchGetItem" -> batch(asked.path("RequestItems"));
      case "Query" -> query(asked);
      case "TransactWriteItems", "UpdateItem" -> EMPTY;
      default -> throw new IllegalArgumentException("nothing is canned for " + operation);
    };
  }

  private String batch(JsonNode tables) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ObjectNode responses = answer.putObject("Responses");
    answer.putObject("UnprocessedKeys");
    for (Map.Entry<String, JsonNode> table : tables.properties()) {
      var found = responses.putArray(table.getKey());
      for (JsonNode key : table.getValue().path("Keys")) {
        in(key.path("pk"))
            .filter(item -> item.path("sk").equals(key.path("sk")))
            .forEach(found::add);
      }
    }
    return answer.toString();
  }

  /// The index holds work that is due, and nothing is.
  private String query(JsonNode asked) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    var found = answer.putArray("Items");
    JsonNode values = asked.path("ExpressionAttributeValues");
    String condition = asked.path("KeyConditionExpression").asText();
    if (!asked.has("IndexName")) {
      in(values.path(":pk"))
          .filter(item -> isWanted(item.path("sk").path("S").asText(), condition, values))
          .forEach(found::add);
    }
    return answer.put("Count", found.size()).toString();
  }

  private static boolean isWanted(String sk, String condition, JsonNode values) {
    Matcher prefix = PREFIX.matcher(condition);
    if (prefix.find()) {
      return sk.startsWith(text(values, prefix.group(1)));
    }
    Matcher range = RANGE.matcher(condition);
    return !range.find()
        || sk.compareTo(text(values, range.group(1))) >= 0
            && sk.compareTo(text(values, range.group(2))) <= 0;
  }

  private static String text(JsonNode values, String name) {
    return values.path(name).path("S").asText();
  }

  private Stream<JsonNode> in(JsonNode pk) {
    return items.valueStream().filter(item -> item.path("pk").equals(pk));
  }
}
