package services.dataminer.points.template;

import static services.dataminer.points.template.Rule.unless;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.template.Template.Resource;

/// What alarms must keep.
final class AlarmRules {

  private static final String ALARM = "AWS::CloudWatch::Alarm";

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
          template -> {
            Set<String> watched =
                template.resources(ALARM).stream()
                    .flatMap(alarm -> alarm.properties().get("Metrics").items().stream())
                    .map(metric -> metric.get("MetricStat", "Metric"))
                    .filter(metric -> metric.get("MetricName").text().equals("Errors"))
                    .flatMap(Section::references)
                    .collect(Collectors.toSet());
            return template.functions().stream()
                .filter(function -> !watched.contains(function.id()))
                .map(function -> "nobody hears of errors of " + function.id());
          });

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
          "every alarm is raised by the first occurrence and sent to the topic, if there is one",
          alarm -> {
            Section properties = alarm.properties();
            return Stream.of(
                    unless(
                        properties
                            .get("AlarmActions")
                            .references()
                            .anyMatch("AlarmTopicArn"::equals),
                        "is sent to nobody"),
                    unless(properties.get("AlarmDescription").exists(), "says nothing"),
                    unless(properties.get("Threshold").number() == 0, "waits for more"))
                .flatMap(violation -> violation);
          });

  static List<Rule> all() {
    return List.of(DEAD_LETTERS, ERRORS, FAILURES, FIGURES, SENT);
  }

  private static boolean watchesDeadLetters(Section alarm, String queue) {
    return alarm.get("MetricName").text().equals("ApproximateNumberOfMessagesVisible")
        && alarm.get("Dimensions").references().anyMatch(queue::equals);
  }

  private AlarmRules() {}
}
