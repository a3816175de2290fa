package services.dataminer.points.functions.calendar.calcom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static services.dataminer.points.functions.calendar.Fixture.ADA;
import static services.dataminer.points.functions.calendar.Fixture.BEN;
import static services.dataminer.points.functions.calendar.Fixture.HOST;
import static services.dataminer.points.functions.calendar.Fixture.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.functions.calendar.Fixture;
import services.dataminer.points.functions.calendar.SignedRequest;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.platform.http.FieldViolation;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Confirmed;
import services.dataminer.points.program.activity.MeetingFact.Requested;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.MeetingFact.Seat;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.activity.MeetingFact.SeriesCancelled;
import services.dataminer.points.program.activity.MeetingFact.UnnamedSeatGivenUp;

@DisplayName("What Cal.com announces beside plain bookings")
class CalcomChangesTest {

  private static final ActivityId MEETING = ActivityId.calcom("cZQK3kWm7YtVb2");
  private static final ActivityId OLD = ActivityId.calcom("old");
  private static final Instant AT = Instant.parse("2026-08-20T09:15:00Z");

  @Test
  @DisplayName("A request is no booking yet, and ends the booking it moves")
  void requested() {
    assertThat(facts(body("BOOKING_REQUESTED"), MEETING))
        .contains(new Requested(AT))
        .noneMatch(Confirmed.class::isInstance);
    ObjectNode moving = with(body("BOOKING_REQUESTED"), "rescheduleUid", "\"old\"");
    assertThat(facts(moving, OLD)).containsExactly(new Rescheduled(AT, MEETING));
    assertThat(facts(moving, MEETING)).contains(new Requested(AT));
    assertThat(facts(body("BOOKING_PAYMENT_INITIATED"), MEETING)).contains(new Requested(AT));
    assertThat(facts(body("BOOKING_CREATED"), MEETING)).contains(new Confirmed(AT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"uid", "bookingUid"})
  @DisplayName("An instant meeting is booked once a host accepts it")
  void instant(String name) {
    ObjectNode body = with(body("INSTANT_MEETING_ACCEPTED"), "uid", "(none)");
    with(body, name, "\"cZQK3kWm7YtVb2\"");

    assertThat(facts(body, MEETING)).contains(new Confirmed(AT)).hasSize(2);
    assertThat(booking(body).attendees()).contains(ADA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BOOKING_LOCATION_UPDATED", "BOOKING_REASSIGNED", "BOOKING_PAID"})
  @DisplayName("A change in place is the booking as it is now, and confirms nothing")
  void changed(String trigger) {
    assertThat(facts(body(trigger), MEETING)).hasOnlyElementsOfType(Booked.class).hasSize(1);
    assertThat(facts(with(body(trigger), "status", "\"PENDING\""), MEETING))
        .contains(new Requested(AT));
    assertThat(
            ((WebhookOutcome.Reported) outcome(with(body(trigger), "rescheduleUid", "\"old\"")))
                .activityIds())
        .containsExactly(MEETING);
  }

  @Test
  @DisplayName("A change tells only what it says outright")
  void outright() {
    ObjectNode body = with(body("BOOKING_REASSIGNED"), "responses", "null");
    with(body, "attendees", "null");
    with(body, "location", "\"\"");
    with(body, "metadata", "{\"videoCallUrl\":\"https://meet.example/abc\"}");

    assertThat(booking(body).attendees()).isEmpty();
    assertThat(booking(body).booker()).isEmpty();
    assertThat(booking(body).medium()).isEmpty();
    assertThat(booking(with(body, "attendees", "[{\"email\":\"carl@customer.example\"}]")).booker())
        .isEmpty();
  }

  @Test
  @DisplayName("A seat that someone without an address gives up is nobody's to lose")
  void seatOfNobody() {
    ObjectNode body = seats(body("BOOKING_CANCELLED"), "ada@acme.example");
    with(body, "attendees", "[{\"name\":\"Walk in\"}]");

    assertThat(outcome(body))
        .isEqualTo(new WebhookOutcome.Ignored("a seat given up without an e-mail address"));
  }

  @Test
  @DisplayName("A seat of someone whose data Cal.com lost is given up by somebody")
  void seatOfSomebody() {
    String lost = "{\"email\":\"\",\"name\":\"[attendee data unavailable]\",\"timeZone\":\"UTC\"}";
    ObjectNode body = seats(body("BOOKING_CANCELLED"), "ada@acme.example");

    assertThat(facts(with(body, "attendees", "[" + lost + "]"), MEETING))
        .containsExactly(new UnnamedSeatGivenUp(AT));
    with(body, "attendees", "[" + lost + ",{\"email\":\"ben@acme.example\"}]");
    assertThat(facts(body, MEETING))
        .containsExactly(seat(BEN, false, Optional.empty()), new UnnamedSeatGivenUp(AT));
  }

  @Test
  @DisplayName("A booking of seats tells of those it lists, and of nobody else")
  void seated() {
    ObjectNode body = seats(body("BOOKING_CREATED"), "ada@acme.example");

    assertThat(facts(body, MEETING))
        .contains(seat(ADA, true, Optional.empty()), new SeatedFirst(AT, 0, ADA))
        .hasSize(4);
    assertThat(booking(body).attendees()).isEmpty();
    assertThat(booking(body).booker()).isEmpty();
  }

  @Test
  @DisplayName("A seat is given up alone, and moved alone")
  void seatLeft() {
    ObjectNode cancelled = seats(body("BOOKING_CANCELLED"), "ben@acme.example");
    assertThat(facts(cancelled, MEETING)).containsExactly(seat(BEN, false, Optional.empty()));

    ObjectNode moved =
        with(seats(body("BOOKING_RESCHEDULED"), "ben@acme.example"), "rescheduleUid", "\"old\"");
    assertThat(facts(moved, OLD)).containsExactly(seat(BEN, false, Optional.of(MEETING)));
    assertThat(facts(moved, MEETING)).contains(seat(BEN, true, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          RESCHEDULED BY   | ANSWERED BY      | LISTED                              | LEFT
          ben@acme.example | ben@acme.example | ben@acme.example,ada@acme.example   | ben@acme.example
          BEN@acme.example | ada@acme.example | ada@acme.example,ben@acme.example   | ben@acme.example
          host@skyline.be  | ada@acme.example | ada@acme.example,ben@acme.example   | ada@acme.example,ben@acme.example
                           | ben@acme.example | ben@acme.example,ada@acme.example   | ben@acme.example
                           | ben@acme.example | ada@acme.example,ben@acme.example   | ada@acme.example,ben@acme.example
                           | cyd@customer.example | ada@acme.example,ben@acme.example | ada@acme.example,ben@acme.example
          """)
  @DisplayName(
      "Who moves the own seat leaves it alone, whoever sits where it moves; a host moves all")
  void movedAmongOthers(String by, String answered, String listed, String left) {
    ObjectNode body = seats(body("BOOKING_RESCHEDULED"), listed.split(","));
    with(body, "rescheduleUid", "\"old\"");
    with(body, "rescheduledBy", by == null ? "null" : "\"" + by + "\"");
    with(body, "responses", "{\"email\":\"" + answered + "\"}");

    assertThat(facts(body, OLD))
        .containsExactlyElementsOf(
            Stream.of(left.split(","))
                .map(who -> seat(person(who), false, Optional.of(MEETING)))
                .toList());
    assertThat(facts(body, MEETING))
        .contains(seat(ADA, true, Optional.empty()), seat(BEN, true, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"cZQK3kWm7YtVb2\"", "null"})
  @DisplayName("A host who moves all seats keeps the uid, which older releases leave out")
  void movedInPlace(String uid) {
    ObjectNode body =
        with(
            seats(body("BOOKING_RESCHEDULED"), "ada@acme.example"),
            "rescheduleUid",
            "\"cZQK3kWm7YtVb2\"");

    assertThat(facts(with(body, "uid", uid), MEETING))
        .hasSize(4)
        .hasAtLeastOneElementOfType(Booked.class);
    assertThat(((WebhookOutcome.Reported) outcome(body)).activityIds()).containsExactly(MEETING);
  }

  @Test
  @DisplayName("A move that does not say what was before is at least a booking, or keeps its uid")
  void movedFromUnknown() {
    ObjectNode moved = with(body("BOOKING_RESCHEDULED"), "startTime", "\"2026-09-12T09:00:00Z\"");

    assertThat(((WebhookOutcome.Reported) outcome(moved)).activityIds()).containsExactly(MEETING);
    assertThat(facts(moved, MEETING)).contains(new Confirmed(AT)).hasSize(2);
    assertThat(booking(moved).startsAt()).isEqualTo(Instant.parse("2026-09-12T09:00:00Z"));
    assertThat(booking(moved).predecessor()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BOOKING_CREATED", "BOOKING_RESCHEDULED", "BOOKING_REQUESTED"})
  @DisplayName("Cal.com's own row of a booking names the one that it moves")
  void row(String trigger) {
    ObjectNode body = with(body(trigger), "fromReschedule", "\"old\"");

    assertThat(facts(body, OLD)).containsExactly(new Rescheduled(AT, MEETING));
    assertThat(booking(body).predecessor()).contains(OLD);
    assertThat(facts(with(body, "rescheduleUid", "\"older\""), OLD)).isEmpty();
  }

  @Test
  @DisplayName("An ending ends the booking that was moved, whose move nobody may have announced")
  void endingOfMoved() {
    ObjectNode body = Fixture.body("ended-flat").put("fromReschedule", "old");

    assertThat(facts(body, OLD)).containsExactly(new Rescheduled(AT, MEETING));
    assertThat(booking(body).predecessor()).contains(OLD);
    assertThat(facts(body.put("fromReschedule", "cZQK3kWm7YtVb2"), MEETING)).hasSize(3);
  }

  @Test
  @DisplayName("Cal.com's own row does not say whose seat was moved")
  void rowOfSeats() {
    ObjectNode ended = Fixture.body("ended-flat").put("fromReschedule", "old");
    ObjectNode created = seats(body("BOOKING_CREATED"), "ada@acme.example");

    assertThat(facts(ended.put("seatsPerTimeSlot", 4), OLD)).isEmpty();
    assertThat(facts(with(created, "fromReschedule", "\"old\""), OLD)).isEmpty();
  }

  @Test
  @DisplayName("A seated booking that lists nobody is cancelled as a whole")
  void cancelledWhole() {
    ObjectNode body = seats(body("BOOKING_CANCELLED"), "ada@acme.example");
    with(body, "attendees", "[]");

    assertThat(facts(body, MEETING)).containsExactly(new Cancelled(AT));
    assertThat(facts(with(body, "responses", "null"), MEETING)).containsExactly(new Cancelled(AT));
    assertThat(facts(with(body, "attendees", "(none)"), MEETING))
        .containsExactly(new Cancelled(AT));
  }

  @Test
  @DisplayName("A series that is cancelled as a whole says so")
  void series() {
    assertThat(facts(with(body("BOOKING_CANCELLED"), "recurringEvent", "{\"freq\":2}"), MEETING))
        .containsExactly(new Cancelled(AT), new SeriesCancelled(AT));
  }

  @Test
  @DisplayName("A collective event has several hosts")
  void team() {
    ObjectNode body =
        with(
            body("BOOKING_CREATED"),
            "team",
            "{\"id\":3,\"members\":[{\"name\":\"Tom\",\"email\":\"tom@skyline.be\"},{\"name\":\"?\"}]}");

    assertThat(booking(body).hosts()).containsExactly(HOST, person("tom@skyline.be"));
    assertThat(booking(with(body, "team", "\"sales\"")).team()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"Walk in\"}",
        "{\"name\":\"Walk in\",\"email\":null}",
        "{\"name\":\"Walk in\",\"email\":\"\",\"phoneNumber\":\"+32475000000\"}"
      })
  @DisplayName("An attendee without an address is nobody to count, and no booker")
  void withoutAddress(String attendee) {
    ObjectNode body =
        with(
            body("BOOKING_CREATED"),
            "attendees",
            "[" + attendee + ",{\"email\":\"ada@acme.example\"}]");

    assertThat(booking(body).attendees()).contains(ADA);
    assertThat(booking(with(body, "responses", "{}")).booker()).isEmpty();
    assertThat(booking(with(body, "attendees", "[" + attendee + "]")).attendees()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+32 475 00 00 00 | VIDEO_CALL",
        "+32\u00a0475\u201112\u00a034\u00a056 | VIDEO_CALL",
        "+1 555 010 0123 ext. 5 | VIDEO_CALL",
        "meet.google.com/abc-defg-hij | VIDEO_CALL",
        "sip:sales@skyline.be | VIDEO_CALL",
        "(02) 123.45.67   | VIDEO_CALL",
        "0032/475-000-000 | VIDEO_CALL",
        "tel:+32475000000 | VIDEO_CALL",
        "phone            | VIDEO_CALL",
        "14.10            | IN_PERSON",
        "Stand 14.C10     | IN_PERSON",
        "123456           | IN_PERSON",
        "Hall 5, 1012345  | IN_PERSON"
      })
  @DisplayName("A phone number is a call")
  void phone(String location, Medium medium) {
    ObjectNode body = with(body("BOOKING_CREATED"), "location", "\"" + location + "\"");

    assertThat(booking(body).medium()).contains(medium);
  }

  @ParameterizedTest
  @CsvSource({"PT5M, true", "PT5M1S, false"})
  @DisplayName("An ending may be five minutes ahead, as clocks differ, and no more")
  void future(java.time.Duration ahead, boolean taken) {
    ObjectNode body = Fixture.body("ended-flat");
    body.put("endTime", SignedRequest.RECEIVED_AT.plus(ahead).toString());

    var refused = catchThrowableOfType(ProblemException.class, () -> outcome(body));

    assertThat(refused == null).isEqualTo(taken);
    if (!taken) {
      assertThat(refused.problem().errors())
          .containsExactly(
              new FieldViolation(
                  "endTime", "must not be in the future: the meeting has not ended yet"));
    }
  }

  @Test
  @DisplayName("An ending of what the host never confirmed brings no booking")
  void endingOfRequest() {
    ObjectNode body = Fixture.body("ended-flat");
    body.put("status", "PENDING");

    assertThat(facts(body, MEETING)).noneMatch(MeetingFact.OfBooking.class::isInstance);
  }

  @Test
  @DisplayName("Cal Video's no-shows count only where that is switched on")
  void calVideo() {
    ObjectNode guests =
        (ObjectNode)
            Fixture.json(
                """
                {"triggerEvent":"AFTER_GUESTS_CAL_VIDEO_NO_SHOW","createdAt":"2026-08-20T09:15:00Z","payload":
                 {"bookingUid":"cZQK3kWm7YtVb2","guests":[{"email":"ada@acme.example","noShow":true},{"email":"ben@acme.example","noShow":false}]}}
                """);
    ObjectNode host =
        (ObjectNode)
            Fixture.json(
                """
                {"triggerEvent":"AFTER_HOSTS_CAL_VIDEO_NO_SHOW","createdAt":"2026-08-20T09:15:00Z","payload":
                 {"bookingUid":"cZQK3kWm7YtVb2","hostEmail":"host@skyline.be","noShowHost":true}}
                """);

    assertThat(outcome(guests)).isInstanceOf(WebhookOutcome.Ignored.class);
    assertThat(outcome(host)).isInstanceOf(WebhookOutcome.Ignored.class);
    assertThat(facts(CalcomWebhook.outcome(guests, Fixture.DELIVERY, true), MEETING))
        .containsExactly(new Attendance(AT, ADA, true));
    assertThat(facts(CalcomWebhook.outcome(host, Fixture.DELIVERY, true), MEETING))
        .containsExactly(new Attendance(AT, HOST, true));
  }

  private static ObjectNode body(String trigger) {
    return Fixture.body("created").put("triggerEvent", trigger);
  }

  private static ObjectNode with(ObjectNode body, String field, String value) {
    return Fixture.with(body, "/payload/" + field, value);
  }

  private static ObjectNode seats(ObjectNode body, String... attendees) {
    with(body, "seatsPerTimeSlot", "4");
    return with(
        body,
        "attendees",
        Stream.of(attendees)
            .map("{\"email\":\"%s\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]")));
  }

  private static Seat seat(Identity who, boolean taken, Optional<ActivityId> successor) {
    return new Seat(AT, who, taken, successor);
  }

  private static WebhookOutcome outcome(ObjectNode body) {
    return CalcomWebhook.outcome(body, Fixture.DELIVERY, false);
  }

  private static List<MeetingFact> facts(ObjectNode body, ActivityId of) {
    return facts(outcome(body), of);
  }

  private static List<MeetingFact> facts(WebhookOutcome told, ActivityId of) {
    return ((WebhookOutcome.Reported) told)
        .reports().stream()
            .filter(report -> report.meeting().equals(of))
            .flatMap(report -> report.facts().stream())
            .toList();
  }

  private static Booking booking(ObjectNode body) {
    return facts(body, MEETING).stream()
        .filter(MeetingFact.OfBooking.class::isInstance)
        .map(fact -> ((MeetingFact.OfBooking) fact).booking())
        .findFirst()
        .orElseThrow();
  }
}
