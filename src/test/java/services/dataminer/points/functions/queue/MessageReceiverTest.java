package services.dataminer.points.functions.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.platform.log.CallIds;
import services.dataminer.points.platform.log.LoggedLines;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.Retraction;

class MessageReceiverTest {

  private static final Instant AT = Instant.parse("2026-09-12T10:30:00Z");
  private static final Identity ADA = Identity.of("mailto:ada@acme.example");
  private static final MeetingMessage MESSAGE =
      MeetingMessage.of(
          ActivityId.calcom("cZQK"), List.of(new MeetingFact.Attendance(AT, ADA, true)));

  private final LoggedLines log = new LoggedLines(MessageReceiver.class);
  private final List<ReceivedMessage<MeetingMessage>> worked = new CopyOnWriteArrayList<>();
  private final AtomicInteger ended = new AtomicInteger();
  private final CountedMetrics metrics = new CountedMetrics();
  private final MessageReceiver<MeetingMessage> inbox =
      new MessageReceiver<>(
          MeetingMessage.class,
          MeetingMessage.SCHEMA,
          message -> Set.of(message.activityId().value()),
          metrics,
          ended::incrementAndGet);

  @AfterEach
  void leaveLog() {
    log.close();
  }

  @Test
  void A_message_is_worked_on_with_the_time_it_was_sent() {
    receive(delivered(json(MESSAGE)), worked::add);

    assertThat(worked)
        .containsExactly(
            new ReceivedMessage<>(MESSAGE, "m-1", Instant.ofEpochMilli(1_789_208_999_123L)));
    assertThat(log.lines()).isEmpty();
  }

  static Stream<MeetingMessage> messages() {
    var booking =
        new Booking(
            Optional.of(Booking.Medium.IN_PERSON),
            Optional.of(new Booth.EventType(1131)),
            AT,
            AT,
            AT.plusSeconds(1800),
            Optional.empty(),
            List.of(),
            Optional.of(ADA),
            List.of(ADA),
            Optional.of(ActivityId.calcom("old")),
            "digest");
    return Stream.of(
        MESSAGE,
        MeetingMessage.reassess(ActivityId.calcom("a"), MeetingMessage.ReassessmentScope.VENUE),
        MeetingMessage.of(
            ActivityId.calcom("a"),
            List.of(
                new MeetingFact.Booked(AT, booking),
                new MeetingFact.BookedAsEnded(AT, booking),
                new MeetingFact.CalendarRecord(
                    AT,
                    MeetingFact.CalendarRecord.Status.CANCELLED,
                    booking,
                    List.of(ADA),
                    Optional.of(ActivityId.calcom("new"))),
                new MeetingFact.NoCalendarRecord(AT),
                new MeetingFact.Requested(AT),
                new MeetingFact.Confirmed(AT),
                new MeetingFact.Seat(AT, ADA, true, Optional.of(ActivityId.calcom("new"))),
                new MeetingFact.UnnamedSeatGivenUp(AT),
                new MeetingFact.SeatedFirst(AT, 1, ADA),
                new MeetingFact.SeatScheduledFirst(AT, ADA),
                new MeetingFact.SeriesCancelled(AT),
                new MeetingFact.ScheduledFirst(AT),
                new MeetingFact.Ended(AT),
                new MeetingFact.Cancelled(AT),
                new MeetingFact.Rejected(AT),
                new MeetingFact.Rescheduled(AT, ActivityId.calcom("b")),
                new Retraction(AT, "admin", "reason"))));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void Every_kind_of_message_is_read_as_it_was_sent(MeetingMessage message) {
    receive(delivered(json(message)), worked::add);
    assertThat(worked).extracting(ReceivedMessage::message).containsExactly(message);
  }

  @Test
  void A_canary_is_received_without_work() {
    var canary = new SQSMessage();
    canary.setEventSource("aws:sqs");
    canary.setMessageId("CANARY");

    receive(canary, worked::add);

    assertThat(worked).isEmpty();
    assertThat(log.lines()).isEmpty();
    assertThat(metrics.counts()).isEmpty();
  }

  @Test
  void Nothing_at_all_is_refused() {
    assertRefused(null, "nothing failed: ");
  }

  @Test
  void An_envelope_without_its_fields_is_refused() {
    assertRefused(new SQSMessage(), "not a message from a queue");
  }

  @Test
  void A_body_of_null_is_refused() {
    assertRefused(delivered(null), "not a message from a queue");
  }

  @Test
  void A_message_that_no_queue_delivered_is_refused() {
    SQSMessage message = delivered(json(MESSAGE));
    message.setEventSource(null);
    assertRefused(message, "not a message from a queue");
  }

  @Test
  void A_message_that_does_not_say_when_it_was_sent_is_refused() {
    SQSMessage message = delivered(json(MESSAGE));
    message.setAttributes(null);
    assertRefused(message, "SentTimestamp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "null",
        "[]",
        "{}",
        "{\"schema\":2,\"activityId\":\"calcom:a\",\"facts\":[],\"again\":\"MISSING\"}",
        "{\"schema\":1}",
        "{\"schema\":1,\"activityId\":\"ada@acme.example\",\"facts\":[],\"again\":\"MISSING\"}",
        "{\"schema\":1,\"activityId\":\"calcom:a\",\"facts\":[],\"again\":\"NOTHING\"}",
        "{\"schema\":1,\"activityId\":\"calcom:a\",\"facts\":[],\"again\":\"MISSING\",\"more\":1}",
        "{\"schema\":1,\"schema\":1,\"activityId\":\"calcom:a\",\"facts\":[],\"again\":\"MISSING\"}",
        "{\"schema\":1,\"activityId\":\"calcom:a\",\"facts\":[],\"again\":\"MISSING\"} more",
        "{\"schema\":1,\"activityId\":\"calcom:a\",\"again\":\"NOTHING\",\"facts\":[{\"what\":\"ENDED\",\"at\":\"Ada\"}]}",
        "{\"schema\":1,\"activityId\":\"calcom:a\",\"again\":\"NOTHING\",\"facts\":[{\"what\":\"OTHER\"}]}",
        "{\"schema\":1,\"activityId\":\"calcom:a\",\"again\":\"NOTHING\",\"facts\":[{\"what\":\"ENDED\"}]}",
        "{\"schema\":1,\"activityId\":\"calcom:a\",\"again\":\"NOTHING\",\"facts\":[null]}"
      })
  void A_body_that_is_no_such_message_is_refused_without_quoting_it(String body) {
    assertRefused(delivered(body), "message m-1, delivery 3 failed: ");
    assertThat(log.lines().getFirst()).doesNotContain("Ada").doesNotContain("ada@acme");
  }

  @Test
  void What_the_work_throws_is_logged_once_and_thrown_again() {
    var fault = new IllegalStateException("no room for ada@acme.example");

    assertThatThrownBy(() -> receive(delivered(json(MESSAGE)), throwing(fault))).isSameAs(fault);
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("message m-1, delivery 3 failed: java.lang.IllegalStateException: no room")
        .doesNotContain("ada@acme");
    assertThat(metrics.counts()).isEqualTo(Map.of(Metric.MESSAGES_FAILED, 1L));
    assertThat(ended).hasValue(0);
  }

  @Test
  void A_message_that_overflows_the_stack_fails_alone() {
    assertThatThrownBy(
            () ->
                receive(
                    delivered(json(MESSAGE)),
                    _ -> {
                      throw new StackOverflowError();
                    }))
        .hasCauseInstanceOf(StackOverflowError.class);
    assertThat(log.lines()).hasSize(1);
    assertThat(ended).hasValue(0);
  }

  @Test
  void An_exhausted_memory_ends_the_process() {
    assertThatThrownBy(
            () ->
                receive(
                    delivered(json(MESSAGE)),
                    _ -> {
                      throw new OutOfMemoryError("for the test");
                    }))
        .hasCauseInstanceOf(OutOfMemoryError.class);
    assertThat(log.lines()).hasSize(1);
    assertThat(metrics.counts()).isEqualTo(Map.of(Metric.MESSAGES_FAILED, 1L));
    assertThat(ended).hasValue(1);
  }

  @Test
  void What_is_logged_about_a_message_has_the_call_that_delivers_it_and_the_trace_of_its_sender() {
    SQSMessage message = delivered(json(MESSAGE));
    message.setAttributes(
        Map.of(
            "SentTimestamp",
            "1789208999123",
            "AWSTraceHeader",
            "Root=1-5e1b4151-43a0913a12345678901234ab"));

    try (var _ = CallIds.of("request-1")) {
      assertThatThrownBy(() -> receive(message, throwing(new IllegalStateException())))
          .isInstanceOf(IllegalStateException.class);
      assertThat(MDC.get("traceId")).isNull();
    }

    assertThat(log.fields())
        .containsExactly(
            Map.of("requestId", "request-1", "traceId", "1-5e1b4151-43a0913a12345678901234ab"));
  }

  /// Receives a message and waits for the end of the work, as Funqy does.
  private void receive(SQSMessage message, Consumer<ReceivedMessage<MeetingMessage>> work) {
    inbox.receive(message, work).await().indefinitely();
  }

  private void assertRefused(SQSMessage message, String line) {
    assertThatThrownBy(() -> receive(message, worked::add)).isInstanceOf(UnreadableMessage.class);
    assertThat(worked).isEmpty();
    assertThat(log.lines()).singleElement().asString().contains(line);
    assertThat(metrics.counts()).isEqualTo(Map.of(Metric.MESSAGES_FAILED, 1L));
  }

  private static Consumer<ReceivedMessage<MeetingMessage>> throwing(RuntimeException fault) {
    return _ -> {
      throw fault;
    };
  }

  private static SQSMessage delivered(String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("m-1");
    message.setEventSource("aws:sqs");
    message.setBody(body);
    message.setAttributes(Map.of("SentTimestamp", "1789208999123", "ApproximateReceiveCount", "3"));
    return message;
  }

  private static String json(MeetingMessage message) {
    try {
      return MessageJson.MAPPER.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
