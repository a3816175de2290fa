package services.dataminer.points.template;

import static services.dataminer.points.template.Rule.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.template.LambdaFunction.Right;
import services.dataminer.points.template.OpenApi.Caller;

/// What rights must keep. Those that Lambda itself needs to log, trace, poll and give up are the
/// same for all; the others are those of the code.
final class RightsRules {

  private static final Set<String> READS = Set.of("dynamodb:BatchGetItem", "dynamodb:Query");

  /// A transaction is allowed by the rights to what it does.
  private static final Set<String> WRITES =
      Set.of(
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem",
          "dynamodb:ConditionCheckItem");

  /// The queues of which more is read than by Lambda: how many messages they have.
  private static final Set<String> DEAD_LETTERS = Set.of("DeadLetterQueue", "NightDeadLetterQueue");

  private static final String SECRET =
      "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${Path}/";
  private static final Set<String> SECRETS =
      Set.of(
          "calendar-secret",
          "standard-webhooks-secret",
          "identity-key",
          "lms-credentials",
          "dojo-token",
          "calcom-api-key",
          "session-key",
          "oidc-client-secret");

  private static final Set<String> POLICIES =
      Set.of(
          "AWS::SQS::QueuePolicy",
          "AWS::SQS::QueueInlinePolicy",
          "AWS::SNS::TopicPolicy",
          "AWS::SNS::TopicInlinePolicy",
          "AWS::Lambda::Permission",
          "AWS::Lambda::Url");

  static final Rule NO_WILDCARD =
      Rule.ofFunctions(
          "no right is to everything but traces, which have no resources",
          function ->
              function.rights().stream()
                  .filter(right -> !right.action().startsWith("xray:"))
                  .filter(
                      right ->
                          right.action().contains("*")
                              || right.resource().scalars().anyMatch(it -> it.contains("*")))
                  .map(right -> right.action() + " on " + right.resource().value()));

  static final Rule OWN_ROLE =
      Rule.ofFunctions(
          "every function has a role of its own, which holds all its rights and which only Lambda takes",
          function ->
              Stream.of(
                      unless(
                          function.properties().get("Role").pointsTo(function.stem() + "Role"),
                          "has no role of its own"),
                      unless(
                          !function.properties().get("Policies").exists()
                              && !function.role().get("ManagedPolicyArns").exists(),
                          "has rights from somewhere else"),
                      unless(
                          function
                              .role()
                              .get("AssumeRolePolicyDocument", "Statement")
                              .scalars()
                              .toList()
                              .equals(List.of("Allow", "sts:AssumeRole", "lambda.amazonaws.com")),
                          "has a role that others than Lambda may take"))
                  .flatMap(violation -> violation));

  static final Rule LAMBDA =
      Rule.ofFunctions(
          "Lambda may write the function's log and traces, poll its queue and give up its calls, no others",
          function -> {
            Set<String> wanted = new TreeSet<>(rightsOfLambda(function));
            Set<String> given =
                function.rights().stream()
                    .filter(right -> !function.rightsOfItsCode().contains(right))
                    .map(
                        right ->
                            right.action()
                                + " on "
                                + right
                                    .resource()
                                    .attributeOwner()
                                    .orElseGet(right.resource()::text))
                    .collect(Collectors.toCollection(TreeSet::new));
            return unless(given.equals(wanted), "has " + given + ", not " + wanted);
          });

  static final Rule FITTING =
      Rule.ofFunctions(
          "every right is one that the product uses, on what it is for",
          function ->
              function.rightsOfItsCode().stream()
                  .filter(right -> !fits(right))
                  .map(right -> right.action() + " on " + right.resource().value()));

  static final Rule KEY =
      Rule.ofFunctions(
          "who reads a secret, and nobody else, may decrypt it with the stage's own key, if there is one",
          function -> {
            boolean reads =
                function.rights().stream().anyMatch(it -> it.action().equals("ssm:GetParameter"));
            long decrypts =
                function.rights().stream().filter(it -> it.action().equals("kms:Decrypt")).count();
            return unless(decrypts == (reads ? 1 : 0), "may decrypt " + decrypts + " times");
          });

  static final Rule READERS =
      Rule.ofFunctions(
          "a function that is only read from writes nothing",
          function -> {
            List<ApiRules.Route> routes = ApiRules.routes(function).toList();
            boolean onlyRead =
                !routes.isEmpty() && routes.stream().allMatch(it -> it.name().startsWith("GET "));
            return function.rightsOfItsCode().stream()
                .filter(right -> onlyRead && !READS.contains(right.action()))
                .map(right -> "is only read from and may " + right.action());
          });

  static final Rule OPEN_DOORS =
      Rule.ofFunctions(
          "what anybody can send to changes nothing in the table, and reads at most what it is told the keys of; the pages, which know their visitors by a sealed cookie, do what these may do",
          function -> {
            boolean open =
                ApiRules.routes(function)
                    .anyMatch(
                        route ->
                            route.caller() == Caller.ANYBODY && !route.name().startsWith("GET "));
            return function.rights().stream()
                .filter(right -> open && right.action().startsWith("dynamodb:"))
                .filter(_ -> !function.name().equals(PageRules.FUNCTION))
                .filter(right -> !right.action().equals("dynamodb:BatchGetItem"))
                .map(right -> "is open to anybody and may " + right.action());
          });

  static final Rule ROLES_ALONE =
      new Rule(
          "rights come from roles alone: no queue, topic or function lets others in by a policy of its own",
          template ->
              template.resources().stream()
                  .map(resource -> resource.body().get("Type").text())
                  .filter(POLICIES::contains)
                  .map(type -> "has an " + type));

  static List<Rule> all() {
    return List.of(NO_WILDCARD, OWN_ROLE, LAMBDA, FITTING, KEY, READERS, OPEN_DOORS, ROLES_ALONE);
  }

  /// What Lambda itself needs for the function, as `action on resource`.
  static List<String> rightsOfLambda(LambdaFunction function) {
    List<String> wanted = new ArrayList<>();
    wanted.add("logs:CreateLogStream on " + function.stem() + "Log");
    wanted.add("logs:PutLogEvents on " + function.stem() + "Log");
    wanted.add("xray:PutTraceSegments on *");
    wanted.add("xray:PutTelemetryRecords on *");
    if (!function.events("SQS").isEmpty()) {
      wanted.add("sqs:ReceiveMessage on " + function.stem() + "Queue");
      wanted.add("sqs:DeleteMessage on " + function.stem() + "Queue");
      wanted.add("sqs:GetQueueAttributes on " + function.stem() + "Queue");
    }
    if (function.properties().get("EventInvokeConfig").exists()) {
      wanted.add("sqs:SendMessage on NightDeadLetterQueue");
    }
    return wanted;
  }

  private static boolean fits(Right right) {
    Section resource = right.resource();
    return switch (right.action()) {
      case "sqs:SendMessage" ->
          resource.attributeOwner().filter(owner -> owner.endsWith("Queue")).isPresent();
      case "sqs:GetQueueAttributes" ->
          resource.attributeOwner().filter(DEAD_LETTERS::contains).isPresent();
      case "ssm:GetParameter" ->
          resource.pattern().startsWith(SECRET)
              && resource.variable("Path").isSecretsPath()
              && SECRETS.contains(resource.pattern().substring(SECRET.length()));
      case "kms:Decrypt" ->
          resource.pointsTo("SecretsKeyArn")
              && right.onlyIf().equals("SecretsKeyIsOwn")
              && right
                  .conditions()
                  .get("StringEquals", "kms:ViaService")
                  .pattern()
                  .equals("ssm.${AWS::Region}.amazonaws.com");
      case "dynamodb:Query" -> resource.isArnOfTableInUse() || resource.isArnOfIndexInUse();
      default ->
          (READS.contains(right.action()) || WRITES.contains(right.action()))
              && resource.isArnOfTableInUse();
    };
  }

  private RightsRules() {}
}
