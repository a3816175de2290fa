package services.dataminer.points.template;

import static services.dataminer.points.template.Rule.unless;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.template.Template.Resource;

/// What the table, logs, alarms and parameters must keep.
final class StackRules {

  private static final List<String> NAMES =
      List.of("FunctionName", "QueueName", "TableName", "LogGroupName", "AlarmName", "Name");

  static final Rule TABLE_RECOVERS =
      Rule.ofResources(
          "AWS::DynamoDB::Table",
          "the table survives mistakes: recovery to any second, no deletion, kept with its data",
          table -> {
            Section properties = table.properties();
            return Stream.of(
                    unless(
                        properties
                            .get("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")
                            .isTrue(),
                        "cannot be recovered"),
                    unless(properties.get("DeletionProtectionEnabled").isTrue(), "can be deleted"),
                    unless(properties.get("SSESpecification", "SSEEnabled").isTrue(), "is plain"),
                    unless(!table.body().get("Condition").exists(), "goes when another is used"),
                    retained(table))
                .flatMap(violation -> violation);
          });

  static final Rule WAITING_ENDS =
      Rule.ofResources(
          "AWS::DynamoDB::Table",
          "the table forgets what waits for the catalogue in vain",
          table -> {
            Section ttl = table.properties().get("TimeToLiveSpecification");
            return unless(
                ttl.get("Enabled").isTrue()
                    && ttl.get("AttributeName").text().equals(Expiry.ATTRIBUTE),
                "keeps it for ever");
          });

  static final Rule DEAD_LETTERS_STAY =
      new Rule(
          "dead letters outlive the stack",
          template ->
              template.queues().stream()
                  .filter(queue -> queue.id().endsWith("DeadLetterQueue"))
                  .flatMap(StackRules::retained));

  static final Rule TABLE_SHAPE =
      Rule.ofResources(
          "AWS::DynamoDB::Table",
          "the table is on demand, by pk and sk, with the index of what is due",
          table -> {
            Section properties = table.properties();
            Section index = properties.get("GlobalSecondaryIndexes").items().getFirst();
            return Stream.of(
                    unless(keys(properties).equals("pk HASH sk RANGE"), keys(properties)),
                    unless(keys(index).equals("due HASH dueAt RANGE"), keys(index)),
                    unless(index.get("IndexName").text().equals("due"), "has no index due"),
                    unless(
                        index.get("Projection", "ProjectionType").text().equals("KEYS_ONLY"),
                        "copies more than keys"),
                    unless(
                        properties.get("BillingMode").text().equals("PAY_PER_REQUEST"),
                        "is not on demand"))
                .flatMap(violation -> violation);
          });

  static final Rule LOG_RETENTION =
      Rule.ofResources(
          "AWS::Logs::LogGroup",
          "no log is kept for ever",
          log ->
              unless(
                  log.properties().get("RetentionInDays").pointsTo("LogRetentionDays"),
                  "is kept for ever"));

  static final Rule PARAMETERS =
      new Rule(
          "every parameter is used, described, and has a default or a pattern",
          template -> {
            Set<String> used =
                Stream.of("Conditions", "Globals", "Resources", "Outputs")
                    .map(template.root()::get)
                    .flatMap(Section::references)
                    .collect(Collectors.toSet());
            return template.parameters().entries().entrySet().stream()
                .flatMap(it -> parameterViolations(it.getKey(), it.getValue(), used));
          });

  static final Rule STAGES =
      new Rule(
          "every name carries the stage, so that stages share an account",
          template ->
              template.resources().stream()
                  .flatMap(
                      resource ->
                          NAMES.stream()
                              .map(resource.properties()::get)
                              .filter(Section::exists)
                              .filter(name -> !name.pattern().contains("devops-points-${Stage}"))
                              .map(name -> resource.id() + ": is named " + name.value())));

  static final Rule TAGS =
      new Rule(
          "everything is tagged with application and stage",
          template ->
              Stream.concat(
                  template.functions().stream()
                      .filter(it -> !it.properties().get("Tags", "stage").pointsTo("Stage"))
                      .map(function -> function.id() + ": has no tags"),
                  template.resources().stream()
                      .filter(it -> !it.body().get("Type").text().endsWith("Function"))
                      // A dashboard and a mapping have no tags.
                      .filter(it -> !it.body().get("Type").text().endsWith("Dashboard"))
                      .filter(it -> !it.body().get("Type").text().endsWith("ApiMapping"))
                      .filter(resource -> !isTagged(resource.properties().get("Tags")))
                      .map(resource -> resource.id() + ": has no tags")));

  static final Rule OUTGOING =
      new Rule(
          "other systems are called over TLS alone",
          template ->
              Stream.of("DojoUrl", "CalcomApiUrl", "JwtIssuer")
                  .filter(
                      name ->
                          !template
                              .parameters()
                              .get(name, "AllowedPattern")
                              .text()
                              .startsWith("^https://"))
                  .map(name -> name + " may be plain HTTP"));

  static List<Rule> all() {
    return List.of(
        TABLE_RECOVERS,
        WAITING_ENDS,
        DEAD_LETTERS_STAY,
        TABLE_SHAPE,
        LOG_RETENTION,
        PARAMETERS,
        OUTGOING,
        STAGES,
        TAGS);
  }

  private static Stream<String> retained(Resource resource) {
    return unless(
        resource.body().get("DeletionPolicy").text().equals("RetainExceptOnCreate")
            && resource.body().get("UpdateReplacePolicy").text().equals("Retain"),
        resource.id() + ": goes with the stack, or outlives a first deploy that failed");
  }

  private static String keys(Section section) {
    return section.get("KeySchema").items().stream()
        .flatMap(Section::scalars)
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> parameterViolations(
      String name, Section parameter, Set<String> used) {
    return Stream.of(
            unless(used.contains(name), name + " is not used"),
            unless(parameter.get("Description").exists(), name + " is not described"),
            unless(!parameter.get("NoEcho").exists(), name + " is a secret"),
            unless(
                parameter.get("Default").exists() || parameter.get("AllowedPattern").exists(),
                name + " takes anything"))
        .flatMap(violation -> violation);
  }

  private static boolean isTagged(Section tags) {
    boolean asMap =
        tags.get("application").text().equals("devops-points")
            && tags.get("stage").pointsTo("Stage");
    boolean asList =
        tags.items().stream()
            .anyMatch(
                tag -> tag.get("Key").text().equals("stage") && tag.get("Value").pointsTo("Stage"));
    return asMap || asList;
  }

  private StackRules() {}
}
