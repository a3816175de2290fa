package services.dataminer.points.localcloud;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Reads which queues and schedules invoke a function.
final class EventReader {
  private final Intrinsics intrinsics;
  private final LocalNames names;

  EventReader(Intrinsics intrinsics, LocalNames names) {
    this.intrinsics = intrinsics;
    this.names = names;
  }

  List<QueueMapping> queueMappings(String logicalId, Map<String, Object> properties) {
    List<QueueMapping> mappings = new ArrayList<>();
    for (Map<String, Object> event : events(properties, "SQS")) {
      Map<String, Object> mapping = intrinsics.resolveMap(event);
      if (!"false".equals(Tree.text(mapping, "Enabled", "true"))) {
        int concurrency = Tree.number(Tree.map(mapping, "ScalingConfig"), "MaximumConcurrency", 0);
        mappings.add(
            new QueueMapping(
                QueueDefinition.nameOf(Tree.text(mapping, "Queue")),
                names.function(logicalId),
                Tree.number(mapping, "BatchSize", 10),
                Tree.list(mapping.get("FunctionResponseTypes")).contains("ReportBatchItemFailures"),
                concurrency == 0 ? OptionalInt.empty() : OptionalInt.of(concurrency)));
      }
    }
    return mappings;
  }

  /// Where calls of the function go that nobody waits for and that fail for good; none without an
  /// on-failure destination.
  List<OnFailure> onFailure(String logicalId, Map<String, Object> properties) {
    Map<String, Object> config = intrinsics.resolveMap(properties.get("EventInvokeConfig"));
    Map<String, Object> destination = Tree.map(Tree.map(config, "DestinationConfig"), "OnFailure");
    return destination.isEmpty()
        ? List.of()
        : List.of(
            new OnFailure(
                names.function(logicalId),
                Tree.number(config, "MaximumRetryAttempts", 2),
                QueueDefinition.nameOf(Tree.text(destination, "Destination"))));
  }

  List<ScheduleDefinition> schedules(String logicalId, Map<String, Object> properties) {
    return events(properties, "ScheduleV2").stream()
        .map(event -> schedule(names.function(logicalId), event, event.get("Input")))
        .toList();
  }

  /// A schedule that is a resource of its own.
  ScheduleDefinition schedule(String logicalId, Map<String, Object> properties) {
    Map<String, Object> target = Tree.map(properties, "Target");
    String function = LocalNames.functionOf(String.valueOf(intrinsics.resolve(target.get("Arn"))));
    return schedule(function, properties, target.get("Input"));
  }

  private ScheduleDefinition schedule(
      String function, Map<String, Object> properties, Object input) {
    Object zone = intrinsics.resolve(properties.get("ScheduleExpressionTimezone"));
    return new ScheduleDefinition(
        function,
        String.valueOf(intrinsics.resolve(properties.get("ScheduleExpression"))),
        ZoneId.of(zone == null ? "UTC" : String.valueOf(zone)),
        input == null ? "{}" : String.valueOf(intrinsics.resolve(input)));
  }

  static List<Map<String, Object>> events(Map<String, Object> properties, String type) {
    return Tree.map(properties, "Events").values().stream()
        .map(Tree::map)
        .filter(event -> type.equals(event.get("Type")))
        .map(event -> Tree.map(event, "Properties"))
        .toList();
  }
}
