package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A policy")
class PolicyTest {
  private static final String TABLE = "arn:aws:dynamodb:eu-west-1:000000000000:table/points";

  @ParameterizedTest(name = "{0} on {1}: {2} on {3} is {4}")
  @DisplayName("allows the actions and resources that a statement names")
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          action             | resource         | asked               | on               | decision
          dynamodb:PutItem   | table/a          | dynamodb:PutItem    | table/a          | ALLOWED
          dynamodb:putitem   | table/a          | dynamodb:PutItem    | table/a          | ALLOWED
          dynamodb:PutItem   | table/a          | dynamodb:UpdateItem | table/a          | NOT_ALLOWED
          dynamodb:PutItem   | table/a          | dynamodb:PutItem    | table/b          | NOT_ALLOWED
          dynamodb:PutItem   | table/a          | dynamodb:PutItem    | table/A          | NOT_ALLOWED
          dynamodb:Query     | table/a          | dynamodb:Query      | table/a/index/due| NOT_ALLOWED
          dynamodb:Query     | table/a/index/due| dynamodb:Query      | table/a          | NOT_ALLOWED
          dynamodb:Query     | table/a/index/due| dynamodb:Query      | table/a/index/due| ALLOWED
          dynamodb:Query     | table/a/index/*  | dynamodb:Query      | table/a/index/due| ALLOWED
          dynamodb:*Item     | table/a          | dynamodb:DeleteItem | table/a          | ALLOWED
          dynamodb:*Item     | table/a          | dynamodb:Query      | table/a          | NOT_ALLOWED
          dynamodb:P?tItem   | table/?          | dynamodb:PutItem    | table/a          | ALLOWED
          *                  | *                | sqs:SendMessage     | queue            | ALLOWED
          dynamodb.PutItem   | table/a          | dynamodb:PutItem    | table/a          | NOT_ALLOWED
          """)
  void allows(String action, String resource, String asked, String on, Policy.Decision decision) {
    Policy policy = new Policy(List.of(statement("Allow", action, resource)));

    assertThat(policy.decide(new Access(asked, on))).isEqualTo(decision);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("that denies outweighs what is allowed, in any order")
  @CsvSource({
    "'Allow,Deny', DENIED",
    "'Deny,Allow', DENIED",
    "'Deny', DENIED",
    "'Allow,Allow', ALLOWED",
  })
  void denialOutweighs(String effects, Policy.Decision decision) {
    Policy policy =
        new Policy(
            Arrays.stream(effects.split(","))
                .map(effect -> statement(effect, "dynamodb:*", TABLE))
                .toList());

    assertThat(policy.decide(new Access("dynamodb:PutItem", TABLE))).isEqualTo(decision);
    assertThat(policy.decide(new Access("dynamodb:PutItem", "other")))
        .isEqualTo(Policy.Decision.NOT_ALLOWED);
  }

  @ParameterizedTest(name = "{0} {1}, with {2}: {3}")
  @DisplayName("holds its conditions against the values of the call")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      useHeadersInDisplayName = true,
      textBlock =
          """
          operator                  | wanted    | found           | holds
          StringEquals              | MEMBER    | MEMBER          | true
          StringEquals              | MEMBER    | member          | false
          StringEquals              | MEMBER    | none            | false
          StringEquals              | MEMBER    | MEMBER,ACTIVITY | false
          StringLike                | MEMBER#*  | MEMBER#1        | true
          StringLike                | MEMBER#*  | ACTIVITY#1      | false
          ForAllValues:StringEquals | MEMBER    | MEMBER          | true
          ForAllValues:StringEquals | MEMBER    | MEMBER,ACTIVITY | false
          ForAllValues:StringEquals | MEMBER    | none            | true
          ForAllValues:StringLike   | MEMBER#*  | MEMBER#1        | true
          ForAllValues:StringLike   | MEMBER#*  | MEMBER#1,OTHER  | false
          """)
  void conditionsHold(String operator, String wanted, String found, boolean holds) {
    PolicyStatement statement =
        PolicyStatement.of(
            Map.of(
                "Effect",
                "Allow",
                "Action",
                "dynamodb:PutItem",
                "Resource",
                TABLE,
                "Condition",
                Map.of(operator, Map.of("dynamodb:LeadingKeys", wanted))));
    Map<String, Set<String>> context =
        found == null ? Map.of() : Map.of("dynamodb:LeadingKeys", Set.of(found.split(",")));

    assertThat(statement.matches(new Access("dynamodb:PutItem", TABLE, context))).isEqualTo(holds);
  }

  @Test
  @DisplayName("is refused where it says what the local cloud would not enforce")
  void unknownPartsAreRefused() {
    assertThatThrownBy(
            () ->
                PolicyStatement.of(
                    Map.of("Effect", "Allow", "NotAction", "a:B", "Resource", TABLE)))
        .hasMessageContaining("NotAction");
    assertThatThrownBy(
            () ->
                PolicyStatement.of(
                    Map.of(
                        "Effect",
                        "Allow",
                        "Action",
                        "a:B",
                        "Resource",
                        TABLE,
                        "Condition",
                        Map.of("IpAddress", Map.of("aws:SourceIp", "10.0.0.0/8")))))
        .hasMessage("the local cloud knows no condition operator IpAddress");
    assertThatThrownBy(
            () ->
                PolicyStatement.of(Map.of("Effect", "Perhaps", "Action", "a:B", "Resource", TABLE)))
        .hasMessage("the Effect is Allow or Deny, not Perhaps");
    assertThatThrownBy(() -> PolicyStatement.of(Map.of("Effect", "Allow", "Action", "a:B")))
        .hasMessage("a policy statement needs an Action and a Resource");
  }

  private static PolicyStatement statement(String effect, String action, String resource) {
    return PolicyStatement.of(Map.of("Effect", effect, "Action", action, "Resource", resource));
  }
}
