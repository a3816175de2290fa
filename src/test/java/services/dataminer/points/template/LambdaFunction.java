package services.dataminer.points.template;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A function of the template.
///
/// @param id its name among the resources
/// @param properties with what the globals give it
/// @param role the properties of its role
record LambdaFunction(String id, Section properties, Section role) {

  private static final List<String> LAMBDA =
      List.of("logs:", "xray:", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueUrl");

  private static final String CANARY = "KeepActive";

  /// What calls it.
  record Event(String id, String type, Section properties) {}

  /// What it may do, to what, under which conditions.
  ///
  /// @param onlyIf the condition of the template under which it has the right, or nothing
  record Right(String action, Section resource, Section conditions, String onlyIf) {

    /// Whether its resource is `!GetAtt` of the one.
    boolean isTo(String wanted, String resourceId) {
      return action.equals(wanted) && resource.pointsTo(resourceId);
    }
  }

  /// Its name in `@Funq`.
  String name() {
    return environment().get("QUARKUS_FUNQY_EXPORT").text();
  }

  Section environment() {
    return properties.get("Environment", "Variables");
  }

  List<Event> events(String type) {
    return properties.get("Events").entries().entrySet().stream()
        .map(it -> new Event(it.getKey(), it.getValue().get("Type").text(), properties(it)))
        .filter(event -> event.type().equals(type))
        .toList();
  }

  /// The schedules by which it works.
  List<Section> runs() {
    return schedules().filter(event -> !event.id().equals(CANARY)).map(Event::properties).toList();
  }

  /// The schedules that only keep its snapshot active.
  List<Section> canaries() {
    return schedules().filter(event -> event.id().equals(CANARY)).map(Event::properties).toList();
  }

  private Stream<Event> schedules() {
    return events("ScheduleV2").stream();
  }

  private static Section properties(Map.Entry<String, Section> event) {
    return event.getValue().get("Properties");
  }

  /// Its name among the resources without the ending, from which its role, log and queue are named.
  String stem() {
    return id.replaceAll("Function$", "");
  }

  /// One right for each action and resource of its role's statements.
  List<Right> rights() {
    return role.get("Policies").items().stream()
        .flatMap(policy -> policy.get("PolicyDocument", "Statement").items().stream())
        .flatMap(LambdaFunction::rights)
        .toList();
  }

  /// Its rights but those by which Lambda itself logs, traces, polls and gives up in its name.
  List<Right> rightsOfItsCode() {
    return rights().stream().filter(right -> !isOfLambda(right)).toList();
  }

  private boolean isOfLambda(Right right) {
    return LAMBDA.stream().anyMatch(right.action()::startsWith)
        || right.isTo("sqs:SendMessage", "NightDeadLetterQueue")
        || right.isTo("sqs:GetQueueAttributes", stem() + "Queue");
  }

  private static Stream<Right> rights(Section statement) {
    List<Section> choice = statement.get("Fn::If").items();
    return choice.isEmpty()
        ? rights(statement, "")
        : choice.stream().skip(1).flatMap(one -> rights(one, choice.getFirst().text()));
  }

  private static Stream<Right> rights(Section statement, String onlyIf) {
    Section conditions = statement.get("Condition");
    return statement.get("Action").items().stream()
        .flatMap(
            action ->
                statement.get("Resource").items().stream()
                    .map(resource -> new Right(action.text(), resource, conditions, onlyIf)));
  }
}
