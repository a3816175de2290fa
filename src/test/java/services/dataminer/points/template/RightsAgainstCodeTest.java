package services.dataminer.points.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import services.dataminer.points.functions.calendar.calcom.CalcomClient;
import services.dataminer.points.functions.calendar.calcom.CalcomSender;
import services.dataminer.points.functions.calendar.cloudevents.CloudEventSender;
import services.dataminer.points.functions.dojo.DojoClient;
import services.dataminer.points.functions.lms.LmsCredentials;
import services.dataminer.points.functions.pages.session.CookieSeal;
import services.dataminer.points.functions.pages.session.OpenIdProvider;
import services.dataminer.points.ledger.directory.Pseudonyms;
import services.dataminer.points.platform.secrets.Secrets;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The rights given in the template are those that the code needs, none missing and none to spare.
class RightsAgainstCodeTest {

  /// What a transaction does needs rights of its own; the call itself needs none.
  private static final String NO_RIGHT = "";

  private static final Map<String, String> RIGHT_TO =
      Map.of(
          "DynamoDbClient.batchGetItem", "dynamodb:BatchGetItem",
          "DynamoDbClient.query", "dynamodb:Query",
          "DynamoDbClient.updateItem", "dynamodb:UpdateItem",
          "DynamoDbClient.transactWriteItems", NO_RIGHT,
          "TransactWriteItem.put", "dynamodb:PutItem",
          "TransactWriteItem.update", "dynamodb:UpdateItem",
          "TransactWriteItem.delete", "dynamodb:DeleteItem",
          "TransactWriteItem.conditionCheck", "dynamodb:ConditionCheckItem",
          "SqsClient.sendMessageBatch", "sqs:SendMessage",
          "SqsClient.getQueueAttributes", "sqs:GetQueueAttributes");

  /// Who reads which secret.
  private static final Map<String, Class<?>> READERS =
      Map.of(
          Secrets.CALENDAR, CalcomSender.class,
          Secrets.STANDARD_WEBHOOKS, CloudEventSender.class,
          Secrets.IDENTITY_KEY, Pseudonyms.class,
          Secrets.LMS_CREDENTIALS, LmsCredentials.class,
          Secrets.DOJO_TOKEN, DojoClient.class,
          Secrets.CALCOM_API_KEY, CalcomClient.class,
          Secrets.SESSION_KEY, CookieSeal.class,
          Secrets.OIDC_CLIENT, OpenIdProvider.class);

  /// What code that a function reaches could do for other functions, but never does for this one:
  /// the end-to-end tests pass without these rights.
  private static final Map<String, Set<String>> NEVER_DONE =
      Map.of(
          "member-api", Set.of("dynamodb:DeleteItem"),
          "hosted-event", Set.of("dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"),
          "use-case", Set.of("dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"),
          "contribution", Set.of("dynamodb:DeleteItem"),
          "adjustment", Set.of("dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"),
          "show-settlement", Set.of("dynamodb:DeleteItem"),
          "night-worker", Set.of("dynamodb:DeleteItem"));

  private final Set<String> calls =
      Code.CLASSES.stream()
          .flatMap(type -> type.getMethodCallsFromSelf().stream())
          .flatMap(RightsAgainstCodeTest::name)
          .collect(Collectors.toCollection(TreeSet::new));

  @Test
  void theCodeCallsNothingOfWhichTheRightIsNotKnown() {
    assertThat(RIGHT_TO).containsKeys(calls.toArray(String[]::new));
  }

  @Test
  void everyRightIsNeededAndNoneIsMissing() {
    Set<String> needed =
        calls.stream()
            .map(call -> RIGHT_TO.getOrDefault(call, call))
            .filter(right -> !right.equals(NO_RIGHT))
            .collect(Collectors.toSet());
    Set<String> given =
        Template.of(Template.text()).functions().stream()
            .flatMap(function -> function.rightsOfItsCode().stream())
            .map(LambdaFunction.Right::action)
            .filter(action -> !isOfSecrets(action))
            .collect(Collectors.toSet());

    assertThat(given).isEqualTo(needed);
  }

  @TestFactory
  Stream<DynamicTest> noFunctionMayDoWhatItsCodeCannot() {
    return Template.of(Template.text()).functions().stream()
        .map(function -> dynamicTest(function.name(), () -> assertNoneToSpare(function)));
  }

  @TestFactory
  Stream<DynamicTest> aRightTakenOutOfAPolicyIsMissed() {
    return Template.of(Template.text()).functions().stream()
        .flatMap(
            function -> {
              Set<String> needed = needed(function);
              return actions(function)
                  .map(
                      action ->
                          dynamicTest(
                              function.name() + " without " + action,
                              () ->
                                  assertThat(needed)
                                      .filteredOn(
                                          wanted ->
                                              actions(function)
                                                  .filter(given -> !given.equals(action))
                                                  .noneMatch(wanted::equals))
                                      .containsExactly(action)));
            });
  }

  private static Stream<String> actions(LambdaFunction function) {
    return function.rights().stream().map(LambdaFunction.Right::action).distinct();
  }

  /// Every action that the function needs: for its code, for the secrets that it reads, and for
  /// Lambda to run it.
  private static Set<String> needed(LambdaFunction function) {
    Reach reach = Reach.of(function.name());
    Set<String> needed = new TreeSet<>();
    reach
        .calls()
        .flatMap(RightsAgainstCodeTest::name)
        .map(RIGHT_TO::get)
        .filter(right -> !right.equals(NO_RIGHT))
        .forEach(needed::add);
    needed.removeAll(NEVER_DONE.getOrDefault(function.name(), Set.of()));
    if (READERS.values().stream().anyMatch(reach::reaches)) {
      needed.addAll(Set.of("ssm:GetParameter", "kms:Decrypt"));
    }
    RightsRules.rightsOfLambda(function).stream()
        .map(right -> right.substring(0, right.indexOf(' ')))
        .forEach(needed::add);
    return needed;
  }

  private static void assertNoneToSpare(LambdaFunction function) {
    Reach reach = Reach.of(function.name());
    Set<String> possible =
        reach
            .calls()
            .flatMap(RightsAgainstCodeTest::name)
            .map(RIGHT_TO::get)
            .collect(Collectors.toSet());
    assertThat(function.rightsOfItsCode())
        .extracting(LambdaFunction.Right::action)
        .filteredOn(action -> !isOfSecrets(action))
        .isSubsetOf(possible);
    READERS.forEach(
        (secret, reader) ->
            assertThat(function.rights().stream().anyMatch(right -> isTo(right, secret)))
                .as("may read " + secret)
                .isEqualTo(reach.reaches(reader)));
  }

  private static boolean isOfSecrets(String action) {
    return action.startsWith("ssm:") || action.startsWith("kms:");
  }

  private static boolean isTo(LambdaFunction.Right right, String secret) {
    return right.action().startsWith("ssm:") && right.resource().pattern().endsWith("/" + secret);
  }

  private static Stream<String> name(JavaMethodCall call) {
    String method = call.getTarget().getName();
    if (call.getTargetOwner().isEquivalentTo(DynamoDbClient.class)) {
      return Stream.of("DynamoDbClient." + method);
    }
    if (call.getTargetOwner().isEquivalentTo(SqsClient.class)) {
      return Stream.of("SqsClient." + method);
    }
    boolean part =
        call.getTargetOwner().isEquivalentTo(TransactWriteItem.Builder.class)
            && !method.equals("build");
    return part ? Stream.of("TransactWriteItem." + method) : Stream.empty();
  }
}
