package services.dataminer.points.functions.calendar.calcom;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.calendar.Fixture.ADA;
import static services.dataminer.points.functions.calendar.Fixture.BEN;
import static services.dataminer.points.functions.calendar.Fixture.CYD;
import static services.dataminer.points.functions.calendar.Fixture.HOST;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.application.calendar.MeetingReport;
import services.dataminer.points.functions.calendar.Fixture;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact;

@DisplayName("Cal.com's webhooks become facts")
class CalcomWebhookTest {

  private static final ActivityId MEETING = ActivityId.calcom("cZQK3kWm7YtVb2");
  private static final Instant BOOKED_AT = Instant.parse("2026-08-20T09:15:00Z");
  private static final Instant STARTS_AT = Instant.parse("2026-09-12T10:00:00Z");
  private static final Instant ENDS_AT = Instant.parse("2026-09-12T10:30:00Z");
  private static final Optional<Booth> BOOTH = Optional.of(new Booth.EventType(1131));

  @Test
  void A_booking_is_a_booking_at_the_time_it_was_made() {
    assertThat(outcome("created"))
        .isEqualTo(
            WebhookOutcome.reported(
                MEETING,
                Optional.of(Medium.IN_PERSON),
                List.of(
                    new MeetingFact.Booked(
                        BOOKED_AT,
                        booking(Medium.IN_PERSON, BOOTH, BOOKED_AT, List.of(ADA, BEN, CYD))),
                    new MeetingFact.Confirmed(BOOKED_AT))));
  }

  @Test
  void A_rescheduled_booking_ends_the_old_one_and_succeeds_it() {
    Instant at = Instant.parse("2026-09-01T07:00:00.500Z");
    ActivityId successor = ActivityId.calcom("new_Uid-2");

    assertThat(outcome("rescheduled"))
        .isEqualTo(
            new WebhookOutcome.Reported(
                List.of(
                    new MeetingReport(
                        MEETING,
                        Optional.of(Medium.VIDEO_CALL),
                        List.of(new MeetingFact.Rescheduled(at, successor))),
                    new MeetingReport(
                        successor,
                        Optional.of(Medium.VIDEO_CALL),
                        List.of(
                            new MeetingFact.Booked(
                                at,
                                new Booking(
                                    Optional.of(Medium.VIDEO_CALL),
                                    Optional.of(new Booth.EventType(1132)),
                                    at,
                                    Instant.parse("2026-09-13T14:00:00Z"),
                                    Instant.parse("2026-09-13T14:45:00Z"),
                                    Optional.of(HOST),
                                    List.of(),
                                    Optional.of(ADA),
                                    List.of(ADA),
                                    Optional.of(MEETING),
                                    "digest")),
                            new MeetingFact.Confirmed(at))))));
  }

  @Test
  void A_cancellation_needs_no_more_than_the_booking_and_a_time() {
    assertThat(outcome("cancelled"))
        .isEqualTo(
            WebhookOutcome.reported(
                MEETING,
                Optional.of(Medium.IN_PERSON),
                List.of(new MeetingFact.Cancelled(Instant.parse("2026-09-02T16:20:00Z")))));
  }

  @Test
  void A_rejection_without_a_place_goes_where_the_medium_does_not_matter() {
    assertThat(outcome("rejected"))
        .isEqualTo(
            WebhookOutcome.reported(
                MEETING,
                Optional.empty(),
                List.of(new MeetingFact.Rejected(Instant.parse("2026-08-21T08:00:00Z")))));
  }

  @Test
  void Marking_and_unmarking_no_shows_is_told_of_each_person() {
    Instant at = Instant.parse("2026-09-15T08:00:00Z");

    assertThat(outcome("no-show"))
        .isEqualTo(
            WebhookOutcome.reported(
                MEETING,
                Optional.empty(),
                List.of(
                    new MeetingFact.Attendance(at, BEN, true),
                    new MeetingFact.Attendance(at, ADA, false))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "(none)"})
  void Someone_of_whom_nothing_is_kept_is_no_no_show(String noShow) {
    var body = Fixture.with(Fixture.body("no-show"), "/payload/attendees/0/noShow", noShow);
    Instant at = Instant.parse("2026-09-15T08:00:00Z");

    assertThat(CalcomWebhook.outcome(body, Fixture.DELIVERY, false))
        .isEqualTo(
            WebhookOutcome.reported(
                MEETING,
                Optional.empty(),
                List.of(
                    new MeetingFact.Attendance(at, BEN, false),
                    new MeetingFact.Attendance(at, ADA, false))));
  }

  @Test
  void A_list_of_nobody_marks_nobody() {
    var body = Fixture.with(Fixture.body("no-show"), "/payload/attendees", "[]");

    assertThat(CalcomWebhook.outcome(body, Fixture.DELIVERY, false))
        .isEqualTo(new WebhookOutcome.Ignored("no mark on anyone with an e-mail address"));
  }

  @Test
  void A_flat_ending_tells_of_the_booking_as_it_was_made() {
    assertThat(outcome("ended-flat"))
        .isEqualTo(
            WebhookOutcome.reported(
                MEETING,
                Optional.of(Medium.IN_PERSON),
                List.of(
                    new MeetingFact.BookedAsEnded(
                        BOOKED_AT, booking(Medium.IN_PERSON, BOOTH, BOOKED_AT, List.of(ADA, BEN))),
                    new MeetingFact.Ended(ENDS_AT),
                    new MeetingFact.Confirmed(BOOKED_AT))));
  }

  @Test
  void A_nested_ending_tells_its_no_shows_and_its_cancellation_when_it_was_sent() {
    Instant sentAt = Instant.parse("2026-09-12T10:30:02Z");

    assertThat(outcome("ended-nested"))
        .isEqualTo(
            WebhookOutcome.reported(
                MEETING,
                Optional.of(Medium.VIDEO_CALL),
                List.of(
                    new MeetingFact.BookedAsEnded(
                        sentAt,
                        booking(Medium.VIDEO_CALL, Optional.empty(), sentAt, List.of(ADA, BEN))),
                    new MeetingFact.Ended(ENDS_AT),
                    new MeetingFact.Attendance(sentAt, ADA, true),
                    new MeetingFact.Attendance(sentAt, HOST, true),
                    new MeetingFact.Cancelled(sentAt))));
  }

  @Test
  void An_ending_in_both_shapes_is_flat_and_its_gaps_are_filled_from_the_nested_one() {
    assertThat(outcome("ended-both"))
        .isEqualTo(
            WebhookOutcome.reported(
                MEETING,
                Optional.of(Medium.IN_PERSON),
                List.of(
                    new MeetingFact.BookedAsEnded(
                        BOOKED_AT,
                        booking(Medium.IN_PERSON, BOOTH, BOOKED_AT, List.of(ADA, BEN, CYD))),
                    new MeetingFact.Ended(ENDS_AT),
                    new MeetingFact.Rejected(BOOKED_AT))));
  }

  @Test
  void A_nested_ending_that_says_when_it_was_booked_is_believed() {
    var body =
        Fixture.with(
            Fixture.body("ended-nested"), "/payload/createdAt", "\"2026-08-20T09:15:00Z\"");

    WebhookOutcome.Reported told =
        (WebhookOutcome.Reported) CalcomWebhook.outcome(body, Fixture.DELIVERY, false);

    assertThat(told.reports().getFirst().facts())
        .filteredOn(MeetingFact.BookedAsEnded.class::isInstance)
        .extracting(fact -> ((MeetingFact.BookedAsEnded) fact).booking().scheduledAt())
        .containsExactly(BOOKED_AT);
  }

  @ParameterizedTest(name = "{0} {1} = {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ended-flat   | /userPrimaryEmail  | (none)               | other@skyline.be",
        "ended-flat   | /userPrimaryEmail  | \"\"                 | other@skyline.be",
        "ended-flat   | /organizer         | {\"email\":\"o@s.be\"} | o@s.be",
        "created      | /payload/organizer | (none)               | ",
        "created      | /payload/organizer | {}                   | "
      })
  void The_host_is_found_where_there_is_one(
      String fixture, String pointer, String value, String host) {
    var body = Fixture.with(Fixture.body(fixture), pointer, value);

    assertThat(booking(CalcomWebhook.outcome(body, Fixture.DELIVERY, false)).host())
        .isEqualTo(Optional.ofNullable(host).map(Fixture::person));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/payload/responses/email          | (none)               | ada@acme.example",
        "/payload/responses/email/value    | \"BEN@acme.example\" | ben@acme.example",
        "/payload/responses/email/value    | \"\"                 | ada@acme.example",
        "/payload/responses/email          | \"ben@acme.example\" | ben@acme.example",
        "/payload/responses                | null                 | ada@acme.example"
      })
  void The_booker_is_who_answered_or_else_the_first_attendee(
      String pointer, String value, String booker) {
    var body = Fixture.with(Fixture.body("created"), pointer, value);

    assertThat(booking(CalcomWebhook.outcome(body, Fixture.DELIVERY, false)).booker())
        .contains(Fixture.person(booker));
  }

  @ParameterizedTest(name = "event type {0}")
  @CsvSource({
    "(none), ",
    "null, ",
    "0, ",
    "-1, ",
    "1131, 1131",
    "9007199254740993, 9007199254740993"
  })
  void An_event_type_may_be_a_booth(String value, Long id) {
    var body = Fixture.with(Fixture.body("created"), "/payload/eventTypeId", value);

    assertThat(booking(CalcomWebhook.outcome(body, Fixture.DELIVERY, false)).booth())
        .isEqualTo(Optional.ofNullable(id).map(Booth.EventType::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                        | an empty object: no meeting",
        "{\"triggerEvent\":\"PING\"}               | trigger PING: a connection test",
        "{\"triggerEvent\":\"MEETING_STARTED\",\"uid\":\"a\"} | trigger MEETING_STARTED: only the end of a meeting counts",
        "{\"triggerEvent\":\"FORM_SUBMITTED\"}     | trigger FORM_SUBMITTED: earns no points",
        "{\"triggerEvent\":\"<script>\"}           | a body without a known triggerEvent",
        "{\"triggerEvent\":7}                      | a body without a known triggerEvent",
        "{\"ping\":\"test\"}                       | a body without a known triggerEvent"
      })
  void What_says_nothing_about_a_meeting_is_ignored_and_says_why(String body, String why) {
    assertThat(CalcomWebhook.outcome((ObjectNode) Fixture.json(body), Fixture.DELIVERY, false))
        .isEqualTo(new WebhookOutcome.Ignored(why));
  }

  private static WebhookOutcome outcome(String fixture) {
    return CalcomWebhook.outcome(Fixture.body(fixture), Fixture.DELIVERY, false);
  }

  private static Booking booking(WebhookOutcome told) {
    return switch (((WebhookOutcome.Reported) told).reports().getFirst().facts().getFirst()) {
      case MeetingFact.Booked booked -> booked.booking();
      case MeetingFact.BookedAsEnded booked -> booked.booking();
      case Object other -> throw new AssertionError(other);
    };
  }

  private static Booking booking(
      Medium medium, Optional<Booth> booth, Instant scheduledAt, List<Identity> attendees) {
    return new Booking(
        Optional.of(medium),
        booth,
        scheduledAt,
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
