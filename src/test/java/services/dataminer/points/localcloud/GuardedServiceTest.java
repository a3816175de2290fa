package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A call needs the right to")
class GuardedServiceTest {

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("each part of it, for DynamoDB")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          operation          | request                                                           | rights
          PutItem            | {"TableName":"a","Item":{}}                                       | PutItem table/a
          UpdateItem         | {"TableName":"a"}                                                 | UpdateItem table/a
          Query              | {"TableName":"a"}                                                 | Query table/a
          Query              | {"TableName":"a","IndexName":"due"}                               | Query table/a/index/due
          Scan               | {"TableName":"a","IndexName":"due"}                               | Scan table/a/index/due
          GetItem            | {"TableName":"arn:aws:dynamodb:eu-west-1:000000000000:table/a"}   | GetItem table/a
          BatchGetItem       | {"RequestItems":{"a":{"Keys":[]},"b":{"Keys":[]}}}                | BatchGetItem table/a, BatchGetItem table/b
          BatchWriteItem     | {"RequestItems":{"a":[{"PutRequest":{}},{"DeleteRequest":{}}]}}   | BatchWriteItem table/a
          TransactGetItems   | {"TransactItems":[{"Get":{"TableName":"a"}}]}                     | GetItem table/a
          TransactWriteItems | {"TransactItems":[{"Put":{"TableName":"a"}},{"Update":{"TableName":"b"}}]}            | PutItem table/a, UpdateItem table/b
          TransactWriteItems | {"TransactItems":[{"Delete":{"TableName":"a"}},{"ConditionCheck":{"TableName":"a"}}]} | DeleteItem table/a, ConditionCheckItem table/a
          """)
  void dynamoDbRights(String operation, String request, String rights) {
    assertThat(new DynamoDbCalls().accesses(operation, json(request)))
        .extracting(GuardedServiceTest::text)
        .containsExactly(rights.split(", "));
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("the operation that a batch repeats, for SQS")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          operation                    | request                                                          | rights
          SendMessage                  | {"QueueUrl":"http://127.0.0.1:9324/000000000000/work"}           | SendMessage work
          SendMessageBatch             | {"QueueUrl":"http://127.0.0.1:9324/000000000000/work"}           | SendMessage work
          DeleteMessageBatch           | {"QueueUrl":"http://127.0.0.1:9324/000000000000/work"}           | DeleteMessage work
          ChangeMessageVisibilityBatch | {"QueueUrl":"http://127.0.0.1:9324/000000000000/work"}           | ChangeMessageVisibility work
          GetQueueUrl                  | {"QueueName":"work"}                                             | GetQueueUrl work
          StartMessageMoveTask         | {"SourceArn":"arn:aws:sqs:eu-west-1:000000000000:dead-letters"}  | StartMessageMoveTask dead-letters
          ListQueues                   | {}                                                               | ListQueues *
          """)
  void sqsRights(String operation, String request, String rights) {
    assertThat(new SqsCalls().accesses(operation, json(request)))
        .extracting(GuardedServiceTest::text)
        .containsExactly(rights);
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("SQS takes no message with characters that XML does not have")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SendMessage        | {"MessageBody":"a\\uffff"}                                     | true
          SendMessageBatch   | {"Entries":[{"MessageBody":"a"},{"MessageBody":"\\u0001"}]}     | true
          SendMessageBatch   | {"Entries":[{"MessageBody":"a\\tb"},{"MessageBody":"\\ufffd"}]} | false
          SendMessage        | {"MessageBody":"\\ud83d\\ude42"}                               | false
          DeleteMessageBatch | {"Entries":[{"ReceiptHandle":"\\u0001"}]}                      | false
          """)
  void sqsCharacters(String operation, String request, boolean refused) {
    assertThat(new SqsCalls().refusal(operation, json(request)).isPresent()).isEqualTo(refused);
  }

  private static JsonNode json(String text) {
    return Json.read(text).orElseThrow();
  }

  /// The access without what all have in common.
  private static String text(Access access) {
    String action = access.action().substring(access.action().indexOf(':') + 1);
    String resource = access.resource().substring(access.resource().lastIndexOf(':') + 1);
    return action + " " + resource;
  }
}
