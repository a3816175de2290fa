package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// The event of a batch as Lambda sends it, and which of its messages the answer calls failed.
final class SqsEvent {
  private SqsEvent() {}

  static byte[] of(String queue, List<Message> messages) {
    ArrayNode records = Json.array();
    messages.forEach(message -> records.add(record(queue, message)));
    return Json.bytes(Json.object().set("Records", records));
  }

  private static ObjectNode record(String queue, Message message) {
    ObjectNode attributes = Json.object();
    message.attributesAsStrings().forEach(attributes::put);
    ObjectNode custom = Json.object();
    message.messageAttributes().forEach((name, value) -> custom.set(name, attribute(value)));
    ObjectNode record =
        Json.object()
            .put("messageId", message.messageId())
            .put("receiptHandle", message.receiptHandle())
            .put("body", message.body());
    record.set("attributes", attributes);
    record.set("messageAttributes", custom);
    return record
        .put("md5OfBody", message.md5OfBody())
        .put("eventSource", "aws:sqs")
        .put("eventSourceARN", LocalAccount.arn("sqs", queue))
        .put("awsRegion", LocalAccount.REGION);
  }

  private static ObjectNode attribute(MessageAttributeValue value) {
    ObjectNode attribute = Json.object();
    if (value.stringValue() != null) {
      attribute.put("stringValue", value.stringValue());
    }
    if (value.binaryValue() != null) {
      attribute.put(
          "binaryValue", Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
    }
    attribute.set("stringListValues", Json.array());
    attribute.set("binaryListValues", Json.array());
    return attribute.put("dataType", value.dataType());
  }

  /// The ids of the messages that failed, by Lambda's rules: without partial batch responses an
  /// answered batch succeeded; with them an answer that names an unknown or empty id, or is
  /// malformed, fails it all.
  static Set<String> failures(QueueMapping mapping, List<Message> batch, InvocationResult result) {
    Set<String> all = new HashSet<>();
    batch.forEach(message -> all.add(message.messageId()));
    return switch (result) {
      case InvocationResult.Failed _ -> all;
      case InvocationResult.Answered answer when mapping.reportsBatchItemFailures() ->
          named(answer.json(), all);
      case InvocationResult.Answered _ -> Set.of();
    };
  }

  private static Set<String> named(String payload, Set<String> all) {
    Optional<JsonNode> answer = Json.read(payload);
    if (answer.isEmpty() || answer.get().isNull() || answer.get().isTextual()) {
      return Set.of();
    }
    JsonNode rows = answer.get().path("batchItemFailures");
    if (rows.isMissingNode() || rows.isNull()) {
      return Set.of();
    }
    Set<String> failed = new HashSet<>();
    for (JsonNode row : rows) {
      failed.add(row.path("itemIdentifier").asText());
    }
    return all.containsAll(failed) ? failed : all;
  }
}
