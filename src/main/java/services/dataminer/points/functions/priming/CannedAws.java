package services.dataminer.points.functions.priming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import services.dataminer.points.ledger.priming.CannedTable;
import services.dataminer.points.platform.json.Json;
import software.amazon.awssdk.utils.BinaryUtils;
import software.amazon.awssdk.utils.Md5Utils;

/// Answers from `priming/aws.json`: a table with a partner, two members, a show and a course, and
/// secrets of nobody's. Writes and messages succeed and change nothing.
final class CannedAws {

  private final CannedTable table;
  private final JsonNode secrets;

  /// @param world with the table's `items`, and `secrets` by name
  CannedAws(JsonNode world) {
    table = new CannedTable(world.path("items"));
    secrets = world.path("secrets");
  }

  static CannedAws shipped() {
    return new CannedAws(PrimingFile.aws());
  }

  /// The body of the response to a call.
  ///
  /// @param operation as in `X-Amz-Target`, such as `AmazonSSM.GetParameter`
  /// @param request the call's body, in JSON
  /// @throws IllegalArgumentException if there is no answer to it
  String to(String operation, String request) {
    JsonNode asked = tree(request);
    if (operation.startsWith(CannedTable.OPERATIONS)) {
      return table.to(operation, asked);
    }
    return switch (operation) {
      case "AmazonSQS.SendMessageBatch" -> sent(asked.path("Entries"));
      case "AmazonSSM.GetParameter" -> secret(asked.path("Name").asText());
      default -> throw new IllegalArgumentException("nothing is canned for " + operation);
    };
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
    answer.putObject("Parameter").set("Value", secrets.path(name));
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
