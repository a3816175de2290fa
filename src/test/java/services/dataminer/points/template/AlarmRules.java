package services.dataminer.points.template;

import static services.dataminer.points.template.Rule.unless;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.template.Template.Resource;

/// What alarms must keep.
final class AlarmRules {

  private static final String ALARM = "AWS::CloudWatch::Alarm";

  /// An hour in a queue; less than one run in a day. All others count what should never happen.
  private static final Map<String, Long> THRESHOLDS =
      Map.of("MessageAgeAlarm", 3600L, "NightMissedAlarm", 1L);

  static final Rule DEAD_LETTERS =
      new Rule(
          "the first dead letter raises an alarm",
          template ->
              template.queues().stream()
                  .filter(queue -> queue.id().endsWith("DeadLetterQueue"))
                  .filter(
                      queue ->
                          template.resources(ALARM).stream()
                              .map(Resource::properties)
                              .noneMatch(alarm -> watchesDeadLetters(alarm, queue.id())))
                  .map(queue -> "nobody hears of messages in " + queue.id()));

  static final Rule ERRORS =
      new Rule(
          "an error of any function raises an alarm",
          template ->
              template.functions().stream()
                  .filter(function -> !watched(template, "Errors").contains(function.id()))
                  .map(function -> "nobody hears of errors of " + function.id()));

  static final Rule FAILURES =
      new Rule(
          "a call answered 5xx raises an alarm",
          template ->
              unless(
                  template.resources(ALARM).stream()
                      .map(Resource::properties)
                      .anyMatch(
                          alarm ->
                              alarm.get("MetricName").text().equals("5xx")
                                  && alarm.references().anyMatch("Api"::equals)),
                  "nobody hears of calls answered 5xx"));

  static final Rule FIGURES =
      new Rule(
          "every figure that the product counts raises an alarm",
          template -> {
            Set<String> watched =
                template.resources(ALARM).stream()
                    .map(Resource::properties)
                    .flatMap(
                        alarm ->
                            Stream.concat(
                                Stream.of(alarm.get("MetricName")),
                                alarm.get("Metrics").items().stream()
                                    .map(m -> m.get("MetricStat", "Metric", "MetricName"))))
                    .map(Section::text)
                    .collect(Collectors.toSet());
            return Stream.of(Metric.values())
                .map(Metric::label)
                .filter(label -> !watched.contains(label))
                .map(label -> "nobody hears of " + label);
          });

  static final Rule SENT =
      Rule.ofResources(
          ALARM,
          "every alarm is raised by the first occurrence, and sent with its end to the topic and by mail",
          alarm -> {
            Section properties = alarm.properties();
            return Stream.of(
                    unless(isSent(properties.get("AlarmActions")), "is sent to nobody"),
                    unless(isSent(properties.get("OKActions")), "does not say when it ends"),
                    unless(properties.get("AlarmDescription").exists(), "says nothing"),
                    unless(
                        properties.get("Threshold").number()
                            == THRESHOLDS.getOrDefault(alarm.id(), 0L),
                        "waits for more"))
                .flatMap(violation -> violation);
          });

  static final Rule NIGHTS =
      new Rule(
          "a night that does not run, or whose call is lost, raises an alarm",
          template ->
              template.functions().stream()
                  .filter(function -> !function.runs().isEmpty())
                  .flatMap(
                      function ->
                          Stream.of(
                                  "Invocations",
                                  "AsyncEventsDropped",
                                  "DestinationDeliveryFailures")
                              .filter(metric -> !watched(template, metric).contains(function.id()))
                              .map(
                                  metric -> "nobody hears of " + metric + " of " + function.id())));

  static final Rule MISSED =
      new Rule(
          "a night without any figure counts as one that did not run",
          template ->
              unless(
                  template
                      .resource("NightMissedAlarm")
                      .filter(
                          it -> it.properties().get("TreatMissingData").text().equals("breaching"))
                      .isPresent(),
                  "nobody hears of a night that never ran"));

  static final Rule AGES =
      new Rule(
          "a message that waits too long in any queue raises an alarm",
          template ->
              template.factQueues().stream()
                  .map(Resource::id)
                  .filter(id -> !watched(template, "ApproximateAgeOfOldestMessage").contains(id))
                  .map(id -> "nobody hears of old messages in " + id));

  static final Rule TABLE =
      new Rule(
          "throttles and failures of the table in use, and of its index, raise an alarm",
          template ->
              Stream.concat(
                  Stream.of(
                          "ReadThrottleEvents TableName",
                          "WriteThrottleEvents TableName",
                          "ReadThrottleEvents TableName GlobalSecondaryIndexName",
                          "WriteThrottleEvents TableName GlobalSecondaryIndexName",
                          "SystemErrors TableName BatchGetItem",
                          "SystemErrors TableName Query",
                          "SystemErrors TableName TransactWriteItems",
                          "SystemErrors TableName UpdateItem")
                      .filter(wanted -> !tableMetrics(template).contains(wanted))
                      .map(wanted -> "nobody hears of " + wanted),
                  dimensions(template, "TableName")
                      .filter(dimension -> !dimension.get("Value").isTableInUse())
                      .map(dimension -> "watches " + dimension.get("Value").value())));

  static final Rule THROTTLED =
      new Rule(
          "Throttles of every function that people or queues call raise an alarm",
          template ->
              template.functions().stream()
                  .filter(function -> function.runs().isEmpty())
                  .filter(function -> !watched(template, "Throttles").contains(function.id()))
                  .map(function -> "nobody hears of throttles of " + function.id()));

  static List<Rule> all() {
    return List.of(
        NIGHTS, MISSED, AGES, DEAD_LETTERS, ERRORS, FAILURES, FIGURES, SENT, TABLE, THROTTLED);
  }

  /// The metrics that alarms watch, each with its dimensions, or with the operation.
  private static Set<String> tableMetrics(Template template) {
    return metrics(template)
        .map(
            metric ->
                metric.get("Dimensions").items().stream()
                    .map(AlarmRules::operationOrName)
                    .collect(Collectors.joining(" ", metric.get("MetricName").text() + " ", "")))
        .collect(Collectors.toSet());
  }

  private static String operationOrName(Section dimension) {
    String name = dimension.get("Name").text();
    return name.equals("Operation") ? dimension.get("Value").text() : name;
  }

  private static Stream<Section> dimensions(Template template, String name) {
    return metrics(template)
        .flatMap(metric -> metric.get("Dimensions").items().stream())
        .filter(dimension -> dimension.get("Name").text().equals(name));
  }

  /// The metrics of alarms on several.
  private static Stream<Section> metrics(Template template) {
    return template.resources(ALARM).stream()
        .flatMap(alarm -> alarm.properties().get("Metrics").items().stream())
        .map(metric -> metric.get("MetricStat", "Metric"));
  }

  /// What the alarms watch by this metric.
  private static Set<String> watched(Template template, String metricName) {
    return metrics(template)
        .filter(metric -> metric.get("MetricName").text().equals(metricName))
        .flatMap(Section::references)
        .collect(Collectors.toSet());
  }

  private static boolean isSent(Section actions) {
    return actions.references().toList().containsAll(List.of("AlarmTopicArn", "AlarmTopic"));
  }

  private static boolean watchesDeadLetters(Section alarm, String queue) {
    return alarm.get("MetricName").text().equals("ApproximateNumberOfMessagesVisible")
        && alarm.get("Dimensions").references().anyMatch(queue::equals);
  }

  private AlarmRules() {}
}
