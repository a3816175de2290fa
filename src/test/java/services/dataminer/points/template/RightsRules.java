package services.dataminer.points.template;

import static services.dataminer.points.template.Rule.unless;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import services.dataminer.points.template.LambdaFunction.Right;
import services.dataminer.points.template.OpenApi.Caller;

/// What rights must keep. SAM adds AWS's own policies for logs, X-Ray and polling to each role;
/// their resources are `*`, and X-Ray's actions know no others. What stands in the template has
/// none.
final class RightsRules {

  private static final Set<String> READS = Set.of("dynamodb:BatchGetItem", "dynamodb:Query");

  /// A transaction is allowed by the rights to what it does.
  private static final Set<String> WRITES =
      Set.of(
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem",
          "dynamodb:ConditionCheckItem");

  private static final String SECRET =
      "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${Path}/";
  private static final Set<String> SECRETS =
      Set.of(
          "calendar-secret",
          "standard-webhooks-secret",
          "identity-key",
          "lms-credentials",
          "dojo-token",
          "calcom-api-key");

  static final Rule NO_WILDCARD =
      Rule.ofFunctions(
          "no right is to everything",
          function ->
              function.rights().stream()
                  .filter(
                      right ->
                          right.action().contains("*")
                              || right.resource().scalars().anyMatch(it -> it.contains("*")))
                  .map(right -> right.action() + " on " + right.resource().value()));

  static final Rule IN_PLACE =
      Rule.ofFunctions(
          "every right stands with the function that has it",
          function ->
              Stream.concat(
                  function.properties().get("Policies").items().stream()
                      .filter(policy -> !policy.get("Statement").exists())
                      .map(policy -> "has the policy " + policy.value() + " of somewhere else"),
                  unless(!function.properties().get("Role").exists(), "has a role of its own")));

  static final Rule FITTING =
      Rule.ofFunctions(
          "every right is one that the product uses, on what it is for",
          function ->
              function.rights().stream()
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
            return function.rights().stream()
                .filter(right -> onlyRead && !READS.contains(right.action()))
                .map(right -> "is only read from and may " + right.action());
          });

  static final Rule OPEN_DOORS =
      Rule.ofFunctions(
          "what anybody can send to changes nothing in the table, and reads at most what it is told the keys of",
          function -> {
            boolean open =
                ApiRules.routes(function)
                    .anyMatch(
                        route ->
                            route.caller() == Caller.ANYBODY && !route.name().startsWith("GET "));
            return function.rights().stream()
                .filter(right -> open && right.action().startsWith("dynamodb:"))
                .filter(right -> !right.action().equals("dynamodb:BatchGetItem"))
                .map(right -> "is open to anybody and may " + right.action());
          });

  static List<Rule> all() {
    return List.of(NO_WILDCARD, IN_PLACE, FITTING, KEY, READERS, OPEN_DOORS);
  }

  private static boolean fits(Right right) {
    Section resource = right.resource();
    return switch (right.action()) {
      case "sqs:SendMessage" ->
          resource
              .attributeOwner()
              .filter(owner -> owner.endsWith("Queue") && !owner.equals("DeadLetterQueue"))
              .isPresent();
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
      case "dynamodb:Query" ->
          resource.pointsTo("PointsTable")
              || resource.pattern().equals("${PointsTable.Arn}/index/due");
      default ->
          (READS.contains(right.action()) || WRITES.contains(right.action()))
              && resource.pointsTo("PointsTable");
    };
  }

  private RightsRules() {}
}
