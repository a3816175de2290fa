package services.dataminer.points.functions.calendar.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static services.dataminer.points.functions.calendar.Fixture.ADA;
import static services.dataminer.points.functions.calendar.Fixture.BEN;
import static services.dataminer.points.functions.calendar.Fixture.CYD;
import static services.dataminer.points.functions.calendar.Fixture.HOST;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.functions.calendar.Fixture;
import services.dataminer.points.functions.calendar.SignedRequest;
import services.dataminer.points.functions.calendar.sender.Delivery;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.platform.http.FieldViolation;
import services.dataminer.points.platform.http.JsonBody;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact;

class CloudEventTest {

  private static final Instant SIGNED_AT = Instant.parse("2026-09-12T10:31:30Z");
  private static final Delivery DELIVERY = new Delivery("digest", SIGNED_AT);
  private static final Instant SCHEDULED_AT = Instant.parse("2026-09-01T08:00:00Z");
  private static final Instant STARTS_AT = Instant.parse("2026-09-12T10:00:00Z");
  private static final Instant ENDS_AT = Instant.parse("2026-09-12T10:30:00Z");

  @Test
  void A_structured_event_tells_of_booking_ending_and_attendance_at_its_own_time() {
    Instant at = Instant.parse("2026-09-12T10:31:00.123456789Z");

    assertThat(structured(Fixture.body("cloudevent-exhibition")))
        .isEqualTo(
            WebhookOutcome.reported(
                ActivityId.calendar("7f3a-2026-09-12"),
                Optional.of(Medium.IN_PERSON),
                List.of(
                    new MeetingFact.Booked(
                        at,
                        booking(
                            Medium.IN_PERSON,
                            Optional.of(new Booth.NamedShow("ibc-2026")),
                            List.of(ADA, BEN))),
                    new MeetingFact.Ended(ENDS_AT),
                    new MeetingFact.Attendance(at, ADA, false),
                    new MeetingFact.Attendance(at, BEN, true),
                    new MeetingFact.Attendance(at, HOST, false))));
  }

  @Test
  void A_binary_event_without_a_time_is_dated_when_it_was_signed() {
    String hash = "sha256-" + Hashes.sha256Hex("040000008200E00074C5B7101A82E008/occurrence 3");

    assertThat(binary(Fixture.bytes("cloudevent-data-virtual"), "ce-time", null))
        .isEqualTo(
            WebhookOutcome.reported(
                ActivityId.calendar(hash),
                Optional.of(Medium.VIDEO_CALL),
                List.of(
                    new MeetingFact.Booked(
                        SIGNED_AT, booking(Medium.VIDEO_CALL, Optional.empty(), List.of(ADA, CYD))),
                    new MeetingFact.Ended(ENDS_AT),
                    new MeetingFact.Attendance(SIGNED_AT, ADA, false),
                    new MeetingFact.Attendance(SIGNED_AT, CYD, false))));
  }

  @Test
  void A_binary_event_may_have_a_time() {
    WebhookOutcome.Reported told =
        (WebhookOutcome.Reported)
            binary(
                Fixture.bytes("cloudevent-data-virtual"), "ce-time", "2026-09-12T12:31:00+02:00");

    assertThat(told.reports().getFirst().facts().getFirst().at())
        .isEqualTo(Instant.parse("2026-09-12T10:31:00Z"));
  }

  @Test
  void What_the_CloudEvents_library_writes_is_read() {
    byte[] written =
        new JsonFormat()
            .serialize(
                CloudEventBuilder.v1()
                    .withId("evt-1")
                    .withSource(URI.create("/automation"))
                    .withType("services.dataminer.points.meeting.ended.v1")
                    .withTime(OffsetDateTime.parse("2026-09-12T12:31:00+02:00"))
                    .withSubject("meeting")
                    .withExtension("traceparent", "00-1-2-01")
                    .withDataContentType("application/json")
                    .withData(Fixture.bytes("cloudevent-data-virtual"))
                    .build());

    assertThat(structured(JsonBody.object(written))).isInstanceOf(WebhookOutcome.Reported.class);
  }

  @Test
  void Data_may_be_in_base64() {
    ObjectNode event = Fixture.body("cloudevent-exhibition");
    WebhookOutcome plain = structured(event.deepCopy());
    event.put(
        "data_base64",
        Base64.getEncoder()
            .encodeToString(event.remove("data").toString().getBytes(StandardCharsets.UTF_8)));

    assertThat(structured(event)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bm8ganNvbg==", "?", "bm8", "/w=="})
  void Data_that_is_not_JSON_in_base64_is_named_as_it_was_sent(String base64) {
    ObjectNode event = Fixture.body("cloudevent-exhibition").put("data_base64", base64);
    event.remove("data");

    assertThat(faults(() -> structured(event)))
        .contains(new FieldViolation("data_base64", "must be JSON in base64"));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/specversion       | (none)       | specversion",
        "/specversion       | \"0.3\"      | specversion",
        "/id                | (none)       | id",
        "/id                | \"\"         | id",
        "/source            | (none)       | source",
        "/type              | (none)       | type",
        "/time              | \"today\"    | time",
        "/datacontenttype   | \"text/xml\" | datacontenttype",
        "/data              | (none)       | data",
        "/data              | \"text\"     | data",
        "/data              | [1]          | data",
        "/data/meetingId    | (none)       | data.meetingId",
        "/data/meetingId    | 7            | data.meetingId",
        "/data/kind         | \"EXHIBITION\" | data.kind",
        "/data/kind         | (none)       | data.kind",
        "/data/showId       | (none)       | data.showId",
        "/data/showId       | \"a#b\"      | data.showId",
        "/data/scheduledAt  | (none)       | data.scheduledAt",
        "/data/startsAt     | \"2026-09-12\" | data.startsAt",
        "/data/endsAt       | \"2026-09-12T10:00:00Z\" | data.endsAt",
        "/data/host         | (none)       | data.host",
        "/data/host         | \"host\"     | data.host",
        "/data/host         | {\"email\":\"host\"} | data.host.email",
        "/data/initiator    | (none)       | data.initiator",
        "/data/attendees    | (none)       | data.attendees",
        "/data/attendees    | []           | data.attendees",
        "/data/attendees/0/email | (none)  | data.attendees[0].email",
        "/data/attendees/1/noShow | \"yes\" | data.attendees[1].noShow"
      })
  void A_field_that_makes_no_sense_is_named_by_its_path(
      String pointer, String value, String field) {
    ObjectNode event = Fixture.with(Fixture.body("cloudevent-exhibition"), pointer, value);

    assertThat(faults(() -> structured(event)))
        .extracting(FieldViolation::field)
        .containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce-specversion", "ce-id", "ce-source", "ce-type"})
  void A_missing_header_is_named(String header) {
    assertThat(faults(() -> binary(Fixture.bytes("cloudevent-data-virtual"), header, null)))
        .containsExactly(new FieldViolation(header, "is missing"));
  }

  @Test
  void In_binary_mode_fields_are_named_as_they_are_sent() {
    byte[] body =
        Fixture.bytes(
            Fixture.with(Fixture.body("cloudevent-data-virtual"), "/startsAt", "\"soon\""));

    assertThat(faults(() -> binary(body, "ce-time", "soon")))
        .extracting(FieldViolation::field)
        .containsExactly("ce-time", "startsAt");
  }

  @Test
  void A_meeting_id_has_at_most_1024_characters() {
    assertThat(structured(withMeetingId("x".repeat(1_024))))
        .isInstanceOf(WebhookOutcome.Reported.class);
    assertThat(faults(() -> structured(withMeetingId("x".repeat(1_025)))))
        .extracting(FieldViolation::field)
        .containsExactly("data.meetingId");
  }

  @ParameterizedTest(name = "{0} characters")
  @CsvSource({"100, false", "101, true"})
  void A_long_meeting_id_is_hashed(int length, boolean hashed) {
    WebhookOutcome.Reported told =
        (WebhookOutcome.Reported) structured(withMeetingId("x".repeat(length)));

    assertThat(told.activityIds().getFirst().value().startsWith("calendar:sha256-"))
        .isEqualTo(hashed);
  }

  @Test
  void Ninety_attendees_are_taken_and_one_more_is_not() {
    assertThat(structured(crowd(90))).isInstanceOf(WebhookOutcome.Reported.class);
    assertThat(faults(() -> structured(crowd(91))))
        .extracting(FieldViolation::field)
        .containsExactly("data.attendees");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.example.meeting.started | event type com.example.meeting.started: only",
        "a b                         | event type in an invalid format: only"
      })
  void Events_of_another_type_are_ignored_and_say_why(String type, String why) {
    ObjectNode event = Fixture.body("cloudevent-exhibition").put("type", type);
    event.remove("data");

    assertThat(structured(event))
        .isInstanceOfSatisfying(
            WebhookOutcome.Ignored.class, ignored -> assertThat(ignored.why()).startsWith(why));
  }

  @Test
  void Events_of_another_type_must_still_be_events() {
    ObjectNode event = Fixture.body("cloudevent-exhibition").put("type", "com.example.other");
    event.remove("id");

    assertThat(faults(() -> structured(event)))
        .extracting(FieldViolation::field)
        .containsExactly("id");
  }

  private static ObjectNode withMeetingId(String id) {
    return Fixture.with(Fixture.body("cloudevent-exhibition"), "/data/meetingId", "\"" + id + "\"");
  }

  private static ObjectNode crowd(int people) {
    return Fixture.with(
        Fixture.body("cloudevent-exhibition"),
        "/data/attendees",
        IntStream.range(0, people)
            .mapToObj("{\"email\":\"p%d@acme.example\"}"::formatted)
            .collect(Collectors.joining(",", "[{\"email\":\"host@skyline.be\"},", "]")));
  }

  private static WebhookOutcome structured(ObjectNode event) {
    return CloudEvent.structured(event, DELIVERY, SIGNED_AT);
  }

  private static WebhookOutcome binary(byte[] body, String header, String value) {
    SignedRequest request = SignedRequest.binary(body);
    Request asked =
        Request.of(
            (value == null ? request.without(header) : request.header(header, value)).event());
    return CloudEvent.binary(asked, JsonBody.object(body), DELIVERY, SIGNED_AT);
  }

  private static List<FieldViolation> faults(Runnable reading) {
    return catchThrowableOfType(ProblemException.class, reading::run).problem().errors();
  }

  private static Booking booking(Medium medium, Optional<Booth> booth, List<Identity> attendees) {
    return new Booking(
        Optional.of(medium),
        booth,
        SCHEDULED_AT,
        STARTS_AT,
        ENDS_AT,
        Optional.of(HOST),
        List.of(),
        Optional.of(ADA),
        attendees,
        Optional.empty(),
        "digest");
  }
}
