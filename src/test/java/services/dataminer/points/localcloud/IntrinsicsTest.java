package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Intrinsic functions")
class IntrinsicsTest {
  private static final Map<String, Object> RESOURCES =
      Map.of(
          "Facts", Map.of("Type", "AWS::SQS::Queue", "Properties", Map.of("QueueName", "facts")),
          "Judge", Map.of("Type", "AWS::Serverless::Function", "Properties", Map.of()),
          "Points", Map.of("Type", "AWS::DynamoDB::Table", "Properties", Map.of()),
          "Log", Map.of("Type", "AWS::Logs::LogGroup"));

  private final Intrinsics intrinsics = intrinsics();

  private static Intrinsics intrinsics() {
    LocalNames names = new LocalNames(RESOURCES, "http://sqs");
    Intrinsics intrinsics =
        new Intrinsics(
            Map.of("Stage", "test", "Empty", ""),
            Map.of("IsTest", Map.of("Fn::Equals", List.of(Map.of("Ref", "Stage"), "test"))),
            names);
    names.resolveWith(intrinsics);
    return intrinsics;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("stand for values")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          !Ref Stage                                     | test
          !Ref AWS::Region                               | eu-west-1
          !Ref Facts                                     | http://sqs/000000000000/facts
          !Ref Judge                                     | Judge
          !Ref Points                                    | Points
          !GetAtt Facts.Arn                              | arn:aws:sqs:eu-west-1:000000000000:facts
          !GetAtt [Facts, QueueName]                     | facts
          !GetAtt Judge.Arn                              | arn:aws:lambda:eu-west-1:000000000000:function:Judge
          !Sub 'a-${Stage}-${AWS::AccountId}'            | a-test-000000000000
          !Sub '${Facts.QueueName} ${!Literal}'          | facts ${Literal}
          !Sub ['${X}-${Stage}', {X: !Ref Judge}]        | Judge-test
          !Join ['/', [a, !Ref Stage]]                   | a/test
          !Select [1, !Split ['.', 'a.b.c']]             | b
          !If [IsTest, yes, no]                          | yes
          !If [IsTest, !Ref Empty, no]                   | ''
          {Fn::Join: ['', [x, {Ref: Stage}]]}            | xtest
          """)
  void standForValues(String yaml, String value) {
    Object parsed = TemplateYaml.parse("value: " + yaml).get("value");

    assertThat(intrinsics.resolve(parsed)).isEqualTo(value);
  }

  @Test
  @DisplayName("leave out what is AWS::NoValue")
  void noValueIsLeftOut() {
    Object parsed =
        TemplateYaml.parse("{a: !If [IsTest, !Ref AWS::NoValue, x], b: [1, !Ref AWS::NoValue]}");

    assertThat(intrinsics.resolve(parsed)).isEqualTo(Map.of("b", List.of(1)));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("that lead nowhere are refused by name")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          !Ref Nothing            | 'Nothing'
          !GetAtt Facts.Nothing   | 'Nothing' of 'Facts'
          !Sub '${Nothing}'       | 'Nothing'
          !If [Nothing, 1, 2]     | condition 'Nothing'
          !ImportValue Nothing    | Fn::ImportValue
          """,
      quoteCharacter = '"')
  void unknownsAreRefused(String yaml, String named) {
    Object parsed = TemplateYaml.parse("value: " + yaml).get("value");

    assertThatThrownBy(() -> intrinsics.resolve(parsed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }
}
