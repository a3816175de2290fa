package services.dataminer.points.localcloud;

import java.util.Map;
import java.util.Optional;

/// Names the functions, queues and tables of a template on this machine.
final class LocalNames implements ResourceNames {
  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final String QUEUE = "AWS::SQS::Queue";
  private static final String TABLE = "AWS::DynamoDB::Table";

  private final Map<String, Object> resources;
  private final String sqsAddress;
  private Intrinsics intrinsics;

  LocalNames(Map<String, Object> resources, String sqsAddress) {
    this.resources = resources;
    this.sqsAddress = sqsAddress;
  }

  /// Names may hold intrinsic functions, which may in turn ask for names.
  void resolveWith(Intrinsics resolver) {
    intrinsics = resolver;
  }

  /// The function's name: what `QUARKUS_FUNQY_EXPORT` picks from the zip, else its `FunctionName`.
  String function(String logicalId) {
    Map<String, Object> properties = properties(logicalId);
    Map<String, Object> variables = Tree.map(Tree.map(properties, "Environment"), "Variables");
    Object export = variables.get("QUARKUS_FUNQY_EXPORT");
    return export == null
        ? named(logicalId, "FunctionName")
        : String.valueOf(intrinsics.resolve(export));
  }

  String queue(String logicalId) {
    return named(logicalId, "QueueName");
  }

  String table(String logicalId) {
    return named(logicalId, "TableName");
  }

  /// The name of the function that an ARN of it, of a version or of an alias leads to.
  static String functionOf(String arn) {
    String[] parts = arn.split(":");
    return parts.length > 6 ? parts[6] : arn;
  }

  @Override
  public Optional<String> ref(String logicalId) {
    return switch (type(logicalId)) {
      case FUNCTION -> Optional.of(function(logicalId));
      case QUEUE -> Optional.of(sqsAddress + "/" + LocalAccount.ID + "/" + queue(logicalId));
      case TABLE -> Optional.of(table(logicalId));
      case "" -> alias(logicalId);
      default -> Optional.of(logicalId);
    };
  }

  @Override
  public Optional<String> attribute(String logicalId, String attribute) {
    return switch (type(logicalId) + " " + attribute) {
      case FUNCTION + " Arn" ->
          Optional.of(LocalAccount.arn("lambda", "function:" + function(logicalId)));
      case QUEUE + " Arn" -> Optional.of(LocalAccount.arn("sqs", queue(logicalId)));
      case QUEUE + " QueueName" -> Optional.of(queue(logicalId));
      case QUEUE + " QueueUrl" -> ref(logicalId);
      case TABLE + " Arn" -> Optional.of(LocalAccount.arn("dynamodb", "table/" + table(logicalId)));
      default -> other(logicalId, attribute);
    };
  }

  private Optional<String> other(String logicalId, String attribute) {
    return switch (type(logicalId)) {
      case "" -> Optional.empty();
      case FUNCTION, QUEUE, TABLE -> Optional.empty();
      default -> Optional.of(LocalAccount.arn("local", logicalId + "/" + attribute));
    };
  }

  /// SAM makes `<function>.Alias` and `<function>.Version` when the function publishes an alias.
  private Optional<String> alias(String logicalId) {
    int dot = logicalId.indexOf('.');
    String function = dot < 0 ? logicalId : logicalId.substring(0, dot);
    return dot >= 0 && type(function).equals(FUNCTION)
        ? Optional.of(LocalAccount.arn("lambda", "function:" + function(function) + ":live"))
        : Optional.empty();
  }

  private String named(String logicalId, String property) {
    Object name = properties(logicalId).get(property);
    return name == null ? logicalId : String.valueOf(intrinsics.resolve(name));
  }

  private String type(String logicalId) {
    return Tree.text(Tree.map(resources, logicalId), "Type", "");
  }

  private Map<String, Object> properties(String logicalId) {
    return Tree.map(Tree.map(resources, logicalId), "Properties");
  }
}
