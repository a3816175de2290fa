package services.dataminer.points.localcloud;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/// What a SAM template describes, with its intrinsic functions resolved for this machine.
///
/// Only what is used is resolved, so a template may hold anything else: alarms, log groups.
final class Template {
  private final Map<String, Object> globals;
  private final Map<String, Object> resources;
  private final Intrinsics intrinsics;
  private final LocalNames names;

  private Template(Map<String, Object> document, Map<String, String> overrides, String sqsAddress) {
    globals = Tree.map(document, "Globals");
    resources = Tree.map(document, "Resources");
    names = new LocalNames(resources, sqsAddress);
    intrinsics =
        new Intrinsics(
            parameters(Tree.map(document, "Parameters"), overrides),
            Tree.map(document, "Conditions"),
            names);
    names.resolveWith(intrinsics);
  }

  /// @param overrides values of parameters, in place of their defaults; names that the template
  ///   does not have are ignored
  /// @param sqsAddress where the queues answer, such as `http://127.0.0.1:9324`
  /// @throws IllegalArgumentException when the file is no template
  static Template read(Path file, Map<String, String> overrides, String sqsAddress) {
    return new Template(TemplateYaml.read(file), overrides, sqsAddress);
  }

  private static Map<String, Object> parameters(
      Map<String, Object> declared, Map<String, String> overrides) {
    Map<String, Object> values = new HashMap<>();
    declared.forEach(
        (name, declaration) -> {
          Object value = overrides.get(name);
          Object preset = value == null ? Tree.map(declaration).get("Default") : value;
          if (preset != null) {
            values.put(name, preset);
          }
        });
    return values;
  }

  List<FunctionDefinition> functions() {
    FunctionReader reader =
        new FunctionReader(intrinsics, names, new RoleReader(resources, intrinsics));
    return each("AWS::Serverless::Function", reader::function);
  }

  List<Route> routes() {
    HttpApiReader reader = new HttpApiReader(globals, resources, intrinsics, names);
    return flat(each("AWS::Serverless::Function", reader::routes));
  }

  List<QueueMapping> queueMappings() {
    EventReader reader = new EventReader(intrinsics, names);
    return flat(each("AWS::Serverless::Function", reader::queueMappings));
  }

  List<OnFailure> onFailure() {
    EventReader reader = new EventReader(intrinsics, names);
    return flat(each("AWS::Serverless::Function", reader::onFailure));
  }

  List<ScheduleDefinition> schedules() {
    EventReader reader = new EventReader(intrinsics, names);
    List<ScheduleDefinition> schedules =
        new ArrayList<>(flat(each("AWS::Serverless::Function", reader::schedules)));
    schedules.addAll(each("AWS::Scheduler::Schedule", reader::schedule));
    return schedules;
  }

  /// The queues, those that others name as their dead letters first.
  List<QueueDefinition> queues() {
    List<QueueDefinition> queues = each("AWS::SQS::Queue", this::queue);
    List<QueueDefinition> ordered = new ArrayList<>(queues);
    ordered.sort((a, b) -> Boolean.compare(a.redrive().isPresent(), b.redrive().isPresent()));
    return ordered;
  }

  List<CreateTableRequest> tables() {
    return each("AWS::DynamoDB::Table", new TableReader(intrinsics, names)::table);
  }

  /// What the tables forget, and when.
  List<UpdateTimeToLiveRequest> timesToLive() {
    return each("AWS::DynamoDB::Table", new TableReader(intrinsics, names)::timeToLive).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /// The table that functions use: the one given, or else the template's own.
  String tableInUse() {
    return functions().stream()
        .flatMap(function -> Stream.ofNullable(function.environment().get("POINTS_TABLE")))
        .findFirst()
        .orElseGet(() -> tables().getFirst().tableName());
  }

  private QueueDefinition queue(String logicalId, Map<String, Object> properties) {
    Map<String, Object> redrive = intrinsics.resolveMap(properties.get("RedrivePolicy"));
    return new QueueDefinition(
        logicalId,
        names.queue(logicalId),
        Integer.parseInt(
            String.valueOf(
                Optional.ofNullable(intrinsics.resolve(properties.get("VisibilityTimeout")))
                    .orElse(30))),
        redrive.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new QueueDefinition.Redrive(
                    QueueDefinition.nameOf(Tree.text(redrive, "deadLetterTargetArn")),
                    Tree.number(redrive, "maxReceiveCount", 10))));
  }

  private <T> List<T> each(String type, BiFunction<String, Map<String, Object>, T> reader) {
    List<T> found = new ArrayList<>();
    resources.forEach(
        (logicalId, body) -> {
          Map<String, Object> resource = Tree.map(body);
          if (type.equals(resource.get("Type")) && isWanted(resource)) {
            found.add(read(logicalId, withGlobals(type, resource), reader));
          }
        });
    return List.copyOf(found);
  }

  private boolean isWanted(Map<String, Object> resource) {
    return !(resource.get("Condition") instanceof String condition) || intrinsics.holds(condition);
  }

  private Map<String, Object> withGlobals(String type, Map<String, Object> resource) {
    Map<String, Object> own = Tree.map(resource, "Properties");
    return type.equals("AWS::Serverless::Function")
        ? Tree.map(Tree.merged(Tree.map(globals, "Function"), own))
        : own;
  }

  private static <T> T read(
      String logicalId,
      Map<String, Object> properties,
      BiFunction<String, Map<String, Object>, T> reader) {
    try {
      return reader.apply(logicalId, properties);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "template, resource " + logicalId + ": " + e.getMessage(), e);
    }
  }

  private static <T> List<T> flat(List<List<T>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }
}
