package services.dataminer.points.template;

import static services.dataminer.points.template.Rule.unless;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.template.LambdaFunction.Event;
import services.dataminer.points.template.Template.Resource;

/// What queues, and those who poll them, must keep.
final class QueueRules {

  /// What a message that is only throttled bears: each delivery lasts as long as it is invisible.
  private static final long TWELVE_HOURS_SECONDS = 12 * 3600;

  private static final long FOURTEEN_DAYS_SECONDS = 14 * 24 * 3600;

  static final Rule ONE_POLLER =
      new Rule(
          "every queue but the dead letters is polled by the function of its name, and named to all",
          template ->
              template.factQueues().stream().flatMap(queue -> pollerViolations(template, queue)));

  static final Rule VISIBILITY =
      new Rule(
          "a message stays invisible for six times its function's timeout",
          template ->
              template.factQueues().stream()
                  .flatMap(
                      queue ->
                          template.pollers(queue).stream()
                              .flatMap(function -> visibilityViolations(queue, function))));

  static final Rule REDRIVE =
      new Rule(
          "every queue gives a message up to the one dead-letter queue, after 12 hours of throttling at the earliest",
          template -> template.factQueues().stream().flatMap(QueueRules::redriveViolations));

  static final Rule DEAD_LETTERS =
      new Rule(
          "dead letters are kept for 14 days, longer than messages, and taken from exactly the queues",
          QueueRules::deadLetterViolations);

  static final Rule ENCRYPTED =
      Rule.ofResources(
          "AWS::SQS::Queue",
          "every queue is encrypted",
          queue ->
              unless(queue.properties().get("SqsManagedSseEnabled").isTrue(), "is not encrypted"));

  static final Rule PARTIAL_BATCHES =
      Rule.ofFunctions(
          "of a batch only what failed is tried again, and no more run at once than stated",
          function -> function.events("SQS").stream().flatMap(QueueRules::mappingViolations));

  static List<Rule> all() {
    return List.of(ONE_POLLER, VISIBILITY, REDRIVE, DEAD_LETTERS, ENCRYPTED, PARTIAL_BATCHES);
  }

  private static Stream<String> pollerViolations(Template template, Resource queue) {
    List<String> pollers = template.pollers(queue).stream().map(LambdaFunction::name).toList();
    String name = queue.properties().get("QueueName").pattern();
    boolean named =
        pollers.size() == 1 && name.equals("devops-points-${Stage}-" + pollers.getFirst());
    return Stream.concat(
        unless(named, queue.id() + ": is named " + name + " and polled by " + pollers),
        template.functions().stream()
            .filter(function -> !function.environment().get(variable(name)).pointsTo(queue.id()))
            .map(function -> function.id() + ": " + variable(name) + " is not " + queue.id()));
  }

  private static String variable(String queueName) {
    return "POINTS_QUEUES_"
        + queueName
            .replace("devops-points-${Stage}-", "")
            .replace('-', '_')
            .toUpperCase(Locale.ROOT);
  }

  private static Stream<String> visibilityViolations(Resource queue, LambdaFunction function) {
    long visibility = queue.properties().get("VisibilityTimeout").number();
    long timeout = function.properties().get("Timeout").number();
    return unless(
        visibility == 6 * timeout,
        queue.id() + ": VisibilityTimeout " + visibility + " is not six times " + timeout);
  }

  private static Stream<String> redriveViolations(Resource queue) {
    Section redrive = queue.properties().get("RedrivePolicy");
    return Stream.concat(
        unless(
            redrive.get("deadLetterTargetArn").pointsTo("DeadLetterQueue"),
            queue.id() + ": does not give up to the dead letters"),
        unless(
            redrive.get("maxReceiveCount").number()
                    * queue.properties().get("VisibilityTimeout").number()
                == TWELVE_HOURS_SECONDS,
            queue.id() + ": does not give up after 12 hours"));
  }

  private static Stream<String> deadLetterViolations(Template template) {
    Section properties =
        template.resource("DeadLetterQueue").map(Resource::properties).orElse(Section.NOTHING);
    Section allowed = properties.get("RedriveAllowPolicy");
    Set<String> sources =
        allowed.get("sourceQueueArns").items().stream()
            .map(Section::pattern)
            .collect(Collectors.toSet());
    Set<String> queues =
        template.factQueues().stream()
            .map(queue -> queue.properties().get("QueueName").pattern())
            .map("arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:"::concat)
            .collect(Collectors.toSet());
    long kept = properties.get("MessageRetentionPeriod").number();
    Section nights =
        template.resource("NightDeadLetterQueue").map(Resource::properties).orElse(Section.NOTHING);
    return Stream.of(
            unless(
                nights.get("MessageRetentionPeriod").number() == FOURTEEN_DAYS_SECONDS
                    && nights
                        .get("RedriveAllowPolicy", "redrivePermission")
                        .text()
                        .equals("denyAll"),
                "the dead letters of nights are kept otherwise, or mixed with messages"),
            unless(kept == FOURTEEN_DAYS_SECONDS, "dead letters are kept for " + kept + " s"),
            template.factQueues().stream()
                .filter(it -> it.properties().get("MessageRetentionPeriod").number() >= kept)
                .map(queue -> queue.id() + ": keeps messages as long as the dead letters"),
            unless(
                allowed.get("redrivePermission").text().equals("byQueue"),
                "any queue may send dead letters"),
            unless(sources.equals(queues), "dead letters come from " + sources))
        .flatMap(violation -> violation);
  }

  private static Stream<String> mappingViolations(Event event) {
    Section mapping = event.properties();
    long batch = mapping.get("BatchSize").number();
    return Stream.of(
            unless(
                mapping
                    .get("FunctionResponseTypes")
                    .scalars()
                    .anyMatch("ReportBatchItemFailures"::equals),
                "would delete the failed messages of a batch"),
            unless(batch >= 1 && batch <= 10, "takes " + batch + " messages at a time"),
            unless(
                mapping.get("ScalingConfig", "MaximumConcurrency").number() >= 2,
                "has no bound on what runs at once"))
        .flatMap(violation -> violation);
  }

  private QueueRules() {}
}
