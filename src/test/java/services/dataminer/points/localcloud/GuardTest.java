package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.localcloud.Disturbance.Mishap;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

@DisplayName("Before database and queues")
@WholeSuite
class GuardTest {
  private static final Duration TERM = Duration.ofMinutes(16);
  private static final Map<String, AttributeValue> ITEM =
      Map.of("pk", AttributeValue.fromS("a key"));
  private static final Policy WRITER =
      new Policy(
          List.of(
              statement("dynamodb:PutItem", LocalAccount.arn("dynamodb", "table/points")),
              statement("sqs:SendMessage", LocalAccount.arn("sqs", "work"))));

  private static Instant now = Instant.now();
  private static final IssuedCredentials issued = new IssuedCredentials(() -> now);
  private static LocalDatabase database;
  private static LocalQueues queues;
  private static Guard table;
  private static Guard queue;

  @BeforeAll
  static void start() {
    database = new LocalDatabase(Optional.empty());
    database
        .client()
        .createTable(
            create ->
                create
                    .tableName("points")
                    .keySchema(
                        KeySchemaElement.builder()
                            .attributeName("pk")
                            .keyType(KeyType.HASH)
                            .build())
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("pk")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .billingMode("PAY_PER_REQUEST"));
    queues = new LocalQueues();
    queues.create(List.of(queue("work"), queue("other")), List.of());
    Callers callers = new Callers(issued);
    table = new Guard(new DynamoDbCalls(), database.address(), callers, _ -> WRITER);
    queue = new Guard(new SqsCalls(), queues.address(), callers, _ -> WRITER);
  }

  @AfterAll
  static void stop() {
    table.close();
    queue.close();
    queues.close();
    database.close();
  }

  @Test
  @DisplayName("what the policy allows passes")
  void allowedCallsPass() {
    AwsCredentials writer = issued.issue("writer", TERM).keys();
    dynamoDb(writer).putItem(put -> put.tableName("points").item(ITEM));
    sqs(writer)
        .sendMessageBatch(batch -> batch.queueUrl(queues.url("work")).entries(entry("a body")));

    assertThat(database.client().getItem(get -> get.tableName("points").key(ITEM)).item())
        .isEqualTo(ITEM);
    assertThat(queues.messages("work")).isEqualTo(1);
  }

  @Test
  @DisplayName("DynamoDB denies what the policy does not allow, and does none of it")
  void otherCallsAreDenied() {
    DynamoDbClient writer = dynamoDb(issued.issue("writer", TERM).keys());
    Map<String, AttributeValue> other = Map.of("pk", AttributeValue.fromS("another key"));

    TransactWriteItem put =
        TransactWriteItem.builder().put(one -> one.tableName("points").item(other)).build();
    TransactWriteItem delete =
        TransactWriteItem.builder().delete(one -> one.tableName("points").key(ITEM)).build();
    DynamoDbException denied =
        catchThrowableOfType(
            DynamoDbException.class,
            () -> writer.transactWriteItems(write -> write.transactItems(put, delete)));

    assertThat(denied.statusCode()).isEqualTo(400);
    assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
    assertThat(denied.awsErrorDetails().errorMessage())
        .isEqualTo(
            "User: arn:aws:sts::000000000000:assumed-role/local-writer/writer is not authorized to perform: dynamodb:DeleteItem on resource: arn:aws:dynamodb:eu-west-1:000000000000:table/points because no identity-based policy allows the dynamodb:DeleteItem action");
    assertThat(database.client().getItem(get -> get.tableName("points").key(other)).hasItem())
        .isFalse();
  }

  @Test
  @DisplayName("SQS denies what the policy does not allow")
  void otherQueuesAreDenied() {
    SqsClient writer = sqs(issued.issue("writer", TERM).keys());

    SqsException denied =
        catchThrowableOfType(
            SqsException.class,
            () ->
                writer.sendMessageBatch(
                    batch -> batch.queueUrl(queues.url("other")).entries(entry("a body"))));

    assertThat(denied.statusCode()).isEqualTo(403);
    assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
    assertThat(denied.awsErrorDetails().errorMessage())
        .contains(
            "not authorized to perform: sqs:sendmessage on resource: arn:aws:sqs:eu-west-1:000000000000:other");
    assertThat(queues.messages("other")).isZero();
  }

  @Test
  @DisplayName("expired and unknown keys get each service's own error")
  void strangersAreRefused() {
    AwsCredentials expired = issued.issue("writer", TERM).keys();
    AwsCredentials unknown = AwsSessionCredentials.create("ASIAUNKNOWN", "secret", "token");
    now = now.plus(TERM);

    assertThat(errorOf(() -> dynamoDb(expired).listTables())).isEqualTo("ExpiredTokenException");
    assertThat(errorOf(() -> sqs(expired).listQueues())).isEqualTo("ExpiredToken");
    assertThat(errorOf(() -> dynamoDb(unknown).listTables()))
        .isEqualTo("UnrecognizedClientException");
    assertThat(errorOf(() -> sqs(unknown).listQueues())).isEqualTo("InvalidClientTokenId");
  }

  @Test
  @DisplayName("a signature by other keys is refused")
  void signaturesAreChecked() {
    AwsSessionCredentials keys = issued.issue("writer", TERM).keys();
    AwsCredentials guessed =
        AwsSessionCredentials.create(keys.accessKeyId(), "guessed", keys.sessionToken());

    assertThat(errorOf(() -> dynamoDb(guessed).listTables()))
        .isEqualTo("InvalidSignatureException");
    assertThat(errorOf(() -> sqs(guessed).listQueues())).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  @DisplayName("the operator may do everything")
  void operatorMayDoEverything() {
    AwsCredentials operator = LocalAccount.credentials().resolveCredentials();

    assertThat(dynamoDb(operator).listTables().tableNames()).containsExactly("points");
    assertThat(sqs(operator).listQueues().queueUrls()).hasSize(2);
  }

  @Test
  @DisplayName("a disturbed call fails as the service would fail it; a lost answer is a write done")
  void disturbedCallsFail() {
    AwsCredentials writer = issued.issue("writer", TERM).keys();
    Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS("disturbed"));
    TransactWriteItem put =
        TransactWriteItem.builder().put(one -> one.tableName("points").item(item)).build();
    Runnable write = () -> dynamoDb(writer).transactWriteItems(one -> one.transactItems(put));

    table.disturb((_, _) -> Optional.of(Mishap.CONFLICT));
    assertThat(catchThrowableOfType(TransactionCanceledException.class, write::run))
        .satisfies(
            e ->
                assertThat(e.cancellationReasons().getLast().code())
                    .isEqualTo("TransactionConflict"));
    table.disturb((_, _) -> Optional.of(Mishap.INTERNAL_ERROR));
    assertThat(errorOf(write)).isEqualTo("InternalServerError");
    assertThat(database.client().getItem(get -> get.tableName("points").key(item)).hasItem())
        .isFalse();
    table.disturb((_, _) -> Optional.of(Mishap.LOST_ANSWER));
    assertThat(catchThrowableOfType(SdkClientException.class, write::run)).isNotNull();
    table.disturb(Disturbance.NONE);
    assertThat(database.client().getItem(get -> get.tableName("points").key(item)).hasItem())
        .isTrue();
  }

  private static String errorOf(Runnable call) {
    return catchThrowableOfType(AwsServiceException.class, call::run).awsErrorDetails().errorCode();
  }

  private static DynamoDbClient dynamoDb(AwsCredentials keys) {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + table.port()))
        .region(LocalAccount.region())
        .credentialsProvider(StaticCredentialsProvider.create(keys))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  private static SqsClient sqs(AwsCredentials keys) {
    return SqsClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + queue.port()))
        .region(LocalAccount.region())
        .credentialsProvider(StaticCredentialsProvider.create(keys))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  private static SendMessageBatchRequestEntry entry(String body) {
    return SendMessageBatchRequestEntry.builder().id("0").messageBody(body).build();
  }

  private static QueueDefinition queue(String name) {
    return new QueueDefinition(name, name, 30, Optional.empty());
  }

  private static PolicyStatement statement(String action, String resource) {
    return new PolicyStatement(true, List.of(action), List.of(resource), List.of());
  }
}
