package services.dataminer.points.functions.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaMapperRecorder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.award.AwardMeeting;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.functions.queue.MessageJson;
import services.dataminer.points.functions.queue.MessageReceiver;
import services.dataminer.points.platform.log.LoggedLines;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.MeetingFact;

/// How batches reach a function through Funqy 3.34.2, the odd ones too. What Funqy does is not
/// written anywhere, so these tests stand between us and its next version.
@DisplayName("batches, delivered as Lambda delivers them")
@QuarkusTest
@TestProfile(DeliveredBatchesTest.Profile.class)
@WholeSuite
class DeliveredBatchesTest {

  private static final String REPORT_FAILURES =
      "quarkus.funqy.amazon-lambda.advanced-event-handling.sqs.report-batch-item-failures";

  /// A queue's function by its name, with a use case that only takes note.
  public static final class Profile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.funqy.export", "virtual-meeting");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(NotingAwards.class);
    }
  }

  @Alternative
  @Singleton
  public static class NotingAwards extends AwardMeeting {

    private final List<String> awarded = new CopyOnWriteArrayList<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /// Ends once as many messages are under way as a test says.
    private volatile CountDownLatch together = new CountDownLatch(0);

    /// Holds what is about the activity `even` until so many messages about `odd` have ended.
    private volatile CountDownLatch odd = new CountDownLatch(0);

    NotingAwards() {
      super(null, null, null, null, null, null);
    }

    @Override
    public boolean award(MeetingMessage message, Instant recordedAt) {
      String id = message.activityId().value();
      if (!underWay.add(id)) {
        throw new IllegalStateException(id + " is under way twice");
      }
      try {
        together.countDown();
        await(together);
        if (id.endsWith("even")) {
          await(odd);
        }
        awarded.add(id + " " + recordedAt);
        if (id.endsWith("odd")) {
          odd.countDown();
        }
        if (id.endsWith("broken")) {
          throw new IllegalStateException("broken for ada@acme.example");
        }
        if (id.endsWith("endless")) {
          throw new StackOverflowError();
        }
        return true;
      } finally {
        underWay.remove(id);
      }
    }

    private static void await(CountDownLatch latch) {
      try {
        if (!latch.await(20, TimeUnit.SECONDS)) {
          throw new IllegalStateException(latch.getCount() + " more should be under way");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Inject NotingAwards awards;

  private final LoggedLines log = new LoggedLines(MessageReceiver.class);

  @BeforeEach
  void start() {
    awards.awarded.clear();
    awards.together = new CountDownLatch(0);
    awards.odd = new CountDownLatch(0);
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  @DisplayName("are read by a mapper that learns a type when it meets the first value")
  void mapper() {
    assertThat(AmazonLambdaMapperRecorder.objectMapper)
        .matches(mapper -> !mapper.isEnabled(DeserializationFeature.EAGER_DESERIALIZER_FETCH))
        .matches(mapper -> !mapper.isEnabled(SerializationFeature.EAGER_SERIALIZER_FETCH));
  }

  @Test
  void The_messages_of_a_batch_are_worked_on_at_the_same_time_each_at_its_sent_time() {
    awards.together = new CountDownLatch(10);

    JsonNode answer =
        answer(batch(IntStream.range(0, 10).mapToObj(i -> message("m" + i)).toList()));

    assertThat(failures(answer)).isEmpty();
    assertThat(awards.awarded)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 10)
                .mapToObj(i -> "calcom:m" + i + " 2026-09-12T10:30:00.123Z")
                .toList());
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void Messages_about_one_activity_follow_each_other_beside_others_as_they_arrived() {
    awards.together = new CountDownLatch(2);
    awards.odd = new CountDownLatch(5);

    JsonNode answer =
        answer(
            batch(
                IntStream.range(0, 10)
                    .mapToObj(i -> message(i % 2 == 0 ? "even" : "odd", i))
                    .toList()));

    assertThat(failures(answer)).isEmpty();
    assertThat(awards.awarded)
        .filteredOn(award -> award.contains("even"))
        .containsExactlyElementsOf(
            IntStream.of(0, 2, 4, 6, 8)
                .mapToObj(i -> "calcom:even 2026-09-12T10:30:00.12" + i + "Z")
                .toList());
    assertThat(awards.awarded).hasSize(10);
  }

  @Test
  void A_message_that_fails_does_not_keep_the_next_about_its_activity_from_the_work() {
    List<ObjectNode> messages =
        List.of(message("broken", 1), message("broken", 2), message("a", 3));

    assertThat(failures(answer(batch(messages)))).containsExactly("id-broken-1", "id-broken-2");
    assertThat(awards.awarded).hasSize(3);
  }

  @Test
  void A_message_that_fails_is_reported_and_logged_once_and_the_others_go_through() {
    JsonNode answer = answer(batch(List.of(message("a"), message("broken"), message("b"))));

    assertThat(failures(answer)).containsExactly("id-broken");
    assertThat(awards.awarded).hasSize(3);
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("message id-broken, delivery 2 failed: java.lang.IllegalStateException: broken")
        .doesNotContain("ada@acme");
  }

  @Test
  void An_error_that_a_single_message_causes_fails_that_message() {
    assertThat(failures(answer(batch(List.of(message("endless"), message("a"))))))
        .containsExactly("id-endless");
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void A_message_that_cannot_be_understood_fails_and_the_others_go_through() {
    List<ObjectNode> messages =
        List.of(
            message("a"),
            message("b").put("body", "not JSON"),
            message("c").put("body", "{\"schema\":2}"),
            message("d").putNull("body"),
            message("e"));

    assertThat(failures(answer(batch(messages)))).containsExactly("id-b", "id-c", "id-d");
    assertThat(awards.awarded).hasSize(2);
    assertThat(log.lines()).hasSize(3);
  }

  @Test
  void Fields_of_the_envelope_that_we_do_not_know_do_not_matter() {
    assertThat(failures(answer(batch(List.of(message("a").put("newField", 1)))))).isEmpty();
    assertThat(awards.awarded).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Records\":[]}",
        "{\"Records\":null}",
        "{}",
        "{\"schema\":1,\"activityId\":\"calcom:a\",\"facts\":[],\"again\":\"MISSING\"}",
        "{\"messageId\":\"m\",\"body\":\"{}\"}"
      })
  void What_no_queue_delivered_is_an_error_and_not_worked_on(String event) {
    // A function that takes the message itself is not even called; one that takes a payload of its
    // own would be, with nothing but nulls.
    assertThat(call(event).statusCode()).isEqualTo(500);
    assertThat(awards.awarded).isEmpty();
  }

  @Test
  void Failures_are_reported_or_else_they_would_be_lost() {
    assertThat(ConfigProvider.getConfig().getValue(REPORT_FAILURES, Boolean.class)).isTrue();
  }

  private static ObjectNode message(String uid) {
    return message(uid, 3).put("messageId", "id-" + uid);
  }

  /// @param millisecond when it was sent, of a fixed second
  private static ObjectNode message(String uid, int millisecond) {
    MeetingMessage message =
        MeetingMessage.of(
            ActivityId.calcom(uid),
            List.of(new MeetingFact.Ended(Instant.parse("2026-09-12T10:30:00Z"))));
    ObjectNode envelope =
        MessageJson.MAPPER
            .createObjectNode()
            .put("messageId", "id-" + uid + "-" + millisecond)
            .put("receiptHandle", "receipt")
            .put("body", json(message))
            .put("eventSource", "aws:sqs")
            .put("eventSourceARN", "arn:aws:sqs:eu-west-1:000000000000:virtual-meeting")
            .put("awsRegion", "eu-west-1");
    envelope
        .putObject("attributes")
        .put("SentTimestamp", "178920900012" + millisecond)
        .put("ApproximateReceiveCount", "2");
    envelope.putObject("messageAttributes");
    return envelope;
  }

  private static String batch(List<ObjectNode> messages) {
    ObjectNode event = MessageJson.MAPPER.createObjectNode();
    event.putArray("Records").addAll(messages);
    return event.toString();
  }

  private static JsonNode answer(String event) {
    Response response = call(event);
    assertThat(response.statusCode()).isEqualTo(200);
    try {
      return MessageJson.MAPPER.readTree(response.asString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Response call(String event) {
    return given().contentType("application/json").body(event).when().post();
  }

  private static List<String> failures(JsonNode answer) {
    return answer
        .get("batchItemFailures")
        .valueStream()
        .map(failure -> failure.get("itemIdentifier").asText())
        .toList();
  }

  private static String json(MeetingMessage message) {
    try {
      return MessageJson.MAPPER.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
