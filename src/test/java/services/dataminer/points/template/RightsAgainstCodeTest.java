package services.dataminer.points.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
          "SqsClient.sendMessageBatch", "sqs:SendMessage");

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
            .flatMap(function -> function.rights().stream())
            .map(LambdaFunction.Right::action)
            .filter(action -> !action.startsWith("ssm:"))
            .collect(Collectors.toSet());

    assertThat(given).isEqualTo(needed);
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
