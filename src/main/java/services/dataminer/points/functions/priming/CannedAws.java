package services.dataminer.points.functions.priming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import services.dataminer.points.platform.json.Json;
import software.amazon.awssdk.utils.BinaryUtils;
import software.amazon.awssdk.utils.Md5Utils;

/// Answers from `priming/aws.json`: a table with a partner, two members, a show and a course, and
/// secrets of nobody's. Writes and messages succeed and change nothing.
final class CannedAws {

  private static final Pattern PREFIX = Pattern.compile("begins_with\\(sk, (:\\w+)\\)");
  private static final Pattern RANGE = Pattern.compile("sk BETWEEN (:\\w+) AND (:\\w+)");
  private static final String EMPTY = "{}";

  private final JsonNode world;

  /// @param world with `items` as DynamoDB writes them, and `secrets` by name
  CannedAws(JsonNode world) {
    this.world = world;
  }

  static CannedAws shipped() {
    return new CannedAws(PrimingFile.aws());
  }

  /// The body of the response to a call.
  ///
  /// @param operation as in `X-Amz-Target`, such as `DynamoDB_20120810.Query`
  /// @param request the call's body, in JSON
  /// @throws IllegalArgumentException if there is no answer to it
  String to(String operation, String request) {
    JsonNode asked = tree(request);
    return switch (operation) {
      case "DynamoDB_20120810.BatchGetItem" -> batch(asked.path("RequestItems"));
      case "DynamoDB_20120810.Query" -> query(asked);
      case "DynamoDB_20120810.TransactWriteItems", "DynamoDB_20120810.UpdateItem" -> EMPTY;
      case "AmazonSQS.SendMessageBatch" -> sent(asked.path("Entries"));
      case "AmazonSSM.GetParameter" -> secret(asked.path("Name").asText());
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
        items(key.path("pk"))
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
      items(values.path(":pk"))
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

  private Stream<JsonNode> items(JsonNode pk) {
    return world.path("items").valueStream().filter(item -> item.path("pk").equals(pk));
  }

  /// The SDK compares the digests.
  private static String sent(JsonNode entries) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    var successful = answer.putArray("Successful");
    answer.putArray("Failed");
    for (JsonNode entry : entries) {
      successful
          .addObject()
          .put("Id", entry.path("Id").asText())
          .put("MessageId", "nobodys")
          .put(
              "MD5OfMessageBody",
              BinaryUtils.toHex(
                  Md5Utils.computeMD5Hash(
                      entry.path("MessageBody").asText().getBytes(StandardCharsets.UTF_8))));
    }
    return answer.toString();
  }

  private String secret(String parameter) {
    String name = parameter.substring(parameter.lastIndexOf('/') + 1);
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.putObject("Parameter").set("Value", world.path("secrets").path(name));
    return answer.toString();
  }

  private static JsonNode tree(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a call that is not JSON", e);
    }
  }
}
