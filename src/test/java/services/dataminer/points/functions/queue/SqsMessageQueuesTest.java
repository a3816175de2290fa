package services.dataminer.points.functions.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.functions.AnyConfig;
import services.dataminer.points.localcloud.ElasticMq;
import services.dataminer.points.platform.log.LoggedLines;
import services.dataminer.points.platform.outage.Unavailable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

@WholeSuite
class SqsMessageQueuesTest {

  private final List<SendMessageBatchRequest> sent = new ArrayList<>();

  @Test
  void Messages_arrive_on_a_real_queue_as_JSON() {
    SQSRestServer server =
        ElasticMq.start(SQSRestServerBuilder.withDynamicPort().withInterface("localhost"));
    try (SqsClient sqs =
        SqsClient.builder()
            .endpointOverride(
                URI.create(
                    "http://localhost:" + server.waitUntilStarted().localAddress().getPort()))
            .region(Region.EU_WEST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build()) {
      String url = sqs.createQueue(queue -> queue.queueName("virtual-meeting")).queueUrl();

      new SqsMessageQueues(sqs, AnyConfig.config(Map.of("queues.virtual-meeting", url)))
          .send(QueueName.VIRTUAL_MEETING, Map.of("name", "Zürich 🙂"));

      assertThat(sqs.receiveMessage(receive -> receive.queueUrl(url)).messages())
          .extracting(Message::body)
          .containsExactly("{\"name\":\"Zürich 🙂\"}");
    } finally {
      server.stopAndWait();
    }
  }

  @Test
  void Characters_that_SQS_refuses_are_escaped() {
    queues(SqsMessageQueuesTest::takesAll)
        .send(QueueName.EXHIBITION_MEETING, Map.of("name", "a\uFFFEb\uFFFFc\uFFFD\b"));

    assertThat(sent.getFirst().entries().getFirst().messageBody())
        .isEqualTo("{\"name\":\"a\\ufffeb\\uffffc\uFFFD\\b\"}");
  }

  @Test
  void Many_messages_go_in_tens() {
    queues(SqsMessageQueuesTest::takesAll)
        .sendAll(QueueName.EXHIBITION_MEETING, IntStream.range(0, 25).boxed().toList());

    assertThat(sent).extracting(batch -> batch.entries().size()).containsExactly(10, 10, 5);
    assertThat(sent).extracting(SendMessageBatchRequest::queueUrl).containsOnly("exhibition");
    assertThat(sent.stream().flatMap(batch -> batch.entries().stream()))
        .extracting(SendMessageBatchRequestEntry::messageBody)
        .containsExactlyElementsOf(IntStream.range(0, 25).mapToObj(Integer::toString).toList());
  }

  @Test
  void A_batch_has_at_most_256_KiB() {
    String large = "é".repeat(50_000);
    queues(SqsMessageQueuesTest::takesAll)
        .sendAll(QueueName.MEETING_ATTENDANCE, List.of(large, large, large, large, "small"));

    assertThat(sent).extracting(batch -> batch.entries().size()).containsExactly(2, 3);
  }

  @Test
  void No_messages_are_no_call() {
    queues(SqsMessageQueuesTest::takesAll).sendAll(QueueName.EXHIBITION_MEETING, List.of());
    assertThat(sent).isEmpty();
  }

  @Test
  void What_was_not_taken_out_of_a_batch_is_sent_again() {
    queues(batch -> sent.size() == 1 ? takesAllBut(false, "1", "3") : takesAll(batch))
        .sendAll(QueueName.EXHIBITION_MEETING, List.of("a", "b", "c", "d"));

    assertThat(sent)
        .extracting(
            batch ->
                batch.entries().stream().map(SendMessageBatchRequestEntry::messageBody).toList())
        .containsExactly(List.of("\"a\"", "\"b\"", "\"c\"", "\"d\""), List.of("\"b\"", "\"d\""));
  }

  @Test
  void A_queue_that_keeps_failing_is_unavailable_after_three_attempts() {
    assertThatThrownBy(
            () -> queues(_ -> takesAllBut(false, "0")).send(QueueName.EXHIBITION_MEETING, "a"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("exhibition-meeting");
    assertThat(sent).hasSize(3);
  }

  @Test
  void A_message_that_is_our_fault_is_a_bug_and_not_sent_again() {
    assertThatThrownBy(
            () -> queues(_ -> takesAllBut(true, "0")).send(QueueName.EXHIBITION_MEETING, "a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("exhibition-meeting")
        .hasMessageContaining("InternalError");
    assertThat(sent).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "AccessDenied,                                 403",
    "AWS.SimpleQueueService.NonExistentQueue,      400",
    "InvalidMessageContents,                       400"
  })
  void A_queue_that_refuses_a_batch_is_unavailable_and_an_error_for_the_operator(
      String code, int status) {
    try (var log = new LoggedLines(SqsMessageQueues.class)) {
      assertThatThrownBy(() -> queues(refusing(code, status)).send(QueueName.VIRTUAL_MEETING, "a"))
          .isInstanceOf(Unavailable.class)
          .hasCauseInstanceOf(SqsException.class);
      assertThat(log.lines())
          .containsExactly("queue virtual-meeting refuses a batch with code " + code);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"RequestThrottled, 403", "InternalError, 500", "ServiceUnavailable, 503"})
  void A_queue_that_is_down_or_overloaded_is_unavailable(String code, int status) {
    assertThatThrownBy(() -> queues(refusing(code, status)).send(QueueName.VIRTUAL_MEETING, "a"))
        .isInstanceOf(Unavailable.class)
        .hasCauseInstanceOf(SqsException.class);
  }

  @Test
  void A_queue_that_cannot_be_reached_is_unavailable() {
    assertThatThrownBy(
            () ->
                queues(
                        _ -> {
                          throw SdkClientException.create("connection refused");
                        })
                    .send(QueueName.VIRTUAL_MEETING, "a"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("virtual-meeting")
        .hasCauseInstanceOf(SdkClientException.class);
  }

  private static SendMessageBatchResponse takesAll(SendMessageBatchRequest batch) {
    return SendMessageBatchResponse.builder().failed(List.of()).build();
  }

  private static SendMessageBatchResponse takesAllBut(boolean ourFault, String... ids) {
    return SendMessageBatchResponse.builder()
        .failed(
            List.of(ids).stream()
                .map(
                    id ->
                        BatchResultErrorEntry.builder()
                            .id(id)
                            .code("InternalError")
                            .senderFault(ourFault)
                            .build())
                .toList())
        .build();
  }

  private static Function<SendMessageBatchRequest, SendMessageBatchResponse> refusing(
      String code, int status) {
    return _ -> {
      throw SqsException.builder()
          .statusCode(status)
          .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
          .build();
    };
  }

  private MessageQueues queues(Function<SendMessageBatchRequest, SendMessageBatchResponse> answer) {
    SqsClient sqs =
        new StubSqs() {
          @Override
          public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest batch) {
            sent.add(batch);
            return answer.apply(batch);
          }
        };
    return new SqsMessageQueues(
        sqs, AnyConfig.config(Map.of("queues.exhibition-meeting", "exhibition")));
  }
}
