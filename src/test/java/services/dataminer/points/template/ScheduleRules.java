package services.dataminer.points.template;

import static services.dataminer.points.template.Rule.unless;

import java.util.List;
import java.util.stream.Stream;

/// What schedules must keep.
final class ScheduleRules {

  static final Rule EXPRESSION =
      Rule.ofFunctions(
          "every schedule's expression is one that the scheduler takes, in the program's time zone",
          function ->
              function.runs().stream()
                  .flatMap(
                      schedule ->
                          Stream.concat(
                              ScheduleExpression.fault(schedule.get("ScheduleExpression").text())
                                  .stream(),
                              unless(
                                  schedule
                                      .get("ScheduleExpressionTimezone")
                                      .pointsTo("ProgramTimeZone"),
                                  "runs in another time zone than the program's"))));

  static final Rule CALL =
      Rule.ofFunctions(
          "every schedule hands over its time, under a name that no other stack has",
          function ->
              function.runs().stream()
                  .flatMap(
                      schedule ->
                          Stream.concat(
                              unless(
                                  schedule
                                      .get("Input")
                                      .text()
                                      .equals(
                                          "{\"scheduledTime\":\"<aws.scheduler.scheduled-time>\"}"),
                                  "does not hand over its time"),
                              unless(
                                  schedule.get("OmitName").isTrue(),
                                  "has a name that collides with another stack's"))));

  static final Rule NOT_DELIVERED =
      Rule.ofFunctions(
          "a call that the scheduler cannot deliver is tried again, and kept if it never can",
          function ->
              function.runs().stream()
                  .flatMap(
                      schedule ->
                          Stream.of(
                                  positive(schedule, "MaximumEventAgeInSeconds"),
                                  positive(schedule, "MaximumRetryAttempts"),
                                  unless(
                                      schedule
                                          .get("DeadLetterConfig", "Arn")
                                          .pointsTo("NightDeadLetterQueue"),
                                      "loses a call that cannot be delivered"))
                              .flatMap(violation -> violation)));

  static final Rule FAILED =
      Rule.ofFunctions(
          "a scheduled call that fails is tried twice more, and kept if it always does",
          function -> {
            Section config = function.properties().get("EventInvokeConfig");
            Section onFailure = config.get("DestinationConfig", "OnFailure");
            return function.runs().stream()
                .flatMap(
                    _ ->
                        Stream.of(
                                unless(
                                    config.get("MaximumRetryAttempts").number() == 2,
                                    "is not tried twice more"),
                                unless(
                                    onFailure.get("Type").text().equals("SQS")
                                        && onFailure
                                            .get("Destination")
                                            .pointsTo("NightDeadLetterQueue"),
                                    "loses a call that fails"))
                            .flatMap(violation -> violation));
          });

  static final Rule KEPT_ACTIVE =
      Rule.ofFunctions(
          "every function without a night is called daily by what it knows as a canary",
          function -> {
            String canary =
                function.events("SQS").isEmpty()
                    ? "{\"routeKey\":\"CANARY\"}"
                    : "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"messageId\":\"CANARY\"}]}";
            return unless(
                !function.runs().isEmpty()
                    || function.canaries().stream()
                        .anyMatch(
                            schedule ->
                                schedule.get("ScheduleExpression").text().equals("rate(1 day)")
                                    && schedule.get("OmitName").isTrue()
                                    && schedule.get("Input").text().equals(canary)),
                "is set aside when nothing calls it for 14 days");
          });

  static List<Rule> all() {
    return List.of(EXPRESSION, CALL, NOT_DELIVERED, FAILED, KEPT_ACTIVE);
  }

  private static Stream<String> positive(Section schedule, String limit) {
    return unless(schedule.get("RetryPolicy", limit).number() > 0, "states no " + limit);
  }

  private ScheduleRules() {}
}
