package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// Which rights a call to DynamoDB needs. A transaction needs those of its parts and none of its
/// own; a batch needs its own.
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
record DynamoDbCalls() implements GuardedService {
  private static final String ERROR = "com.amazon.coral.service#";

  private static final Map<String, String> ACTION_OF_PART =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  @Override
  public String name() {
    return "dynamodb";
  }

  @Override
  public List<Access> accesses(String operation, JsonNode request) {
    return switch (operation) {
      case "TransactWriteItems", "TransactGetItems" ->
          StreamSupport.stream(request.path("TransactItems").spliterator(), false)
              .flatMap(item -> item.properties().stream())
              .map(part -> access(ACTION_OF_PART.get(part.getKey()), part.getValue()))
              .toList();
      case "BatchGetItem", "BatchWriteItem" ->
          request
              .path("RequestItems")
              .propertyStream()
              .map(Map.Entry::getKey)
              .map(table -> new Access("dynamodb:" + operation, table(table)))
              .toList();
      default -> List.of(access(operation, request));
    };
  }

  private static Access access(String operation, JsonNode request) {
    if (!request.hasNonNull("TableName")) {
      return new Access("dynamodb:" + operation, "*");
    }
    String table = table(request.path("TableName").asText());
    return new Access(
        "dynamodb:" + operation,
        request.hasNonNull("IndexName")
            ? table + "/index/" + request.path("IndexName").asText()
            : table);
  }

  /// Calls may name a table by its ARN.
  private static String table(String name) {
    return name.startsWith("arn:") ? name : LocalAccount.arn("dynamodb", "table/" + name);
  }

  @Override
  public Refusal refusal(Callers.Problem problem) {
    return refusal(problem.type(), problem.message());
  }

  @Override
  public Refusal refusal(Access access, String message) {
    return refusal("AccessDeniedException", message);
  }

  private static Refusal refusal(String type, String message) {
    return new Refusal(400, "application/x-amz-json-1.0", ERROR + type, message, "");
  }
}
