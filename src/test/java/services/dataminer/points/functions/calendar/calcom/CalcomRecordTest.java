package services.dataminer.points.functions.calendar.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.application.calendar.BookingRecords.BookingRecord;
import services.dataminer.points.functions.calendar.Fixture;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord.Status;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.address.MailAddress;

@DisplayName("A booking of Cal.com's API")
class CalcomRecordTest {

  private static CalendarRecord record(ObjectNode booking) {
    return CalcomRecord.read(booking).reading().record();
  }

  private static Identity person(String address) {
    return new MailAddress(address).identity();
  }

  private static List<String> faults(ObjectNode booking) {
    var faults = new ArrayList<String>();
    assertThat(CalcomRecord.readable(booking, faults::add)).isEmpty();
    return faults;
  }

  @Test
  @DisplayName("tells when, where, who and since when")
  void whole() {
    BookingRecord read = CalcomRecord.read(ApiBooking.call("c1"));
    CalendarRecord record = read.reading().record();

    assertThat(read.meeting()).isEqualTo(ActivityId.calcom("c1"));
    assertThat(record.at()).isEqualTo(Instant.parse("2026-08-20T09:00:00Z"));
    assertThat(record.status()).isEqualTo(Status.ACCEPTED);
    assertThat(record.booking().medium()).contains(Medium.VIDEO_CALL);
    assertThat(record.booking().booth()).contains(new Booth.EventType(77));
    assertThat(record.booking().scheduledAt()).isEqualTo(Instant.parse("2026-08-20T09:00:00Z"));
    assertThat(record.booking().startsAt()).isEqualTo(Instant.parse("2026-09-20T10:00:00Z"));
    assertThat(record.booking().endsAt()).isEqualTo(Instant.parse("2026-09-20T10:30:00Z"));
    assertThat(record.booking().host()).contains(person(ApiBooking.SALES));
    assertThat(record.booking().booker()).contains(person(ApiBooking.ADA));
    assertThat(record.booking().attendees())
        .containsExactly(person(ApiBooking.ADA), person(ApiBooking.CARL));
    assertThat(record.absent()).isEmpty();
    assertThat(read.reading().seats()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "accepted, ACCEPTED",
    "pending, PENDING",
    "awaiting_host, PENDING",
    "cancelled, CANCELLED",
    "rejected, REJECTED"
  })
  @DisplayName("has a status")
  void status(String told, Status status) {
    assertThat(record(ApiBooking.call("c1").put("status", told)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "https://app.cal.com/video/c1 | {\"value\":\"inPerson\",\"optionValue\":\"\"} | IN_PERSON",
        "https://app.cal.com/video/c1 | {\"value\":\"Stand 14.C10\",\"optionValue\":\"\"} | IN_PERSON",
        "https://app.cal.com/video/c1 | \"inPerson\"                      | IN_PERSON",
        "https://skyline.zoom.us/j/1  | {\"value\":\"attendeeInPerson\"}  | IN_PERSON",
        "https://app.cal.com/video/c1 | {\"value\":\"integrations:daily\"} | VIDEO_CALL",
        "https://skyline.zoom.us/j/1  | {\"value\":\"link\"}              | VIDEO_CALL",
        "https://app.cal.com/video/c1 | {\"value\":7}                    | VIDEO_CALL",
        "https://app.cal.com/video/c1 | null                             | VIDEO_CALL",
        "integrations:zoom            | {\"value\":\"inPerson\"}          | VIDEO_CALL",
        "Stand 14.C10                 | {\"value\":\"integrations:daily\"} | IN_PERSON"
      })
  @DisplayName(
      "is where the answer says, if its location is a link that may be left over from a call")
  void place(String location, String answer, Medium medium) {
    ObjectNode booking = ApiBooking.call("c1").put("location", location);
    ((ObjectNode) booking.path("bookingFieldsResponses")).set("location", Fixture.json(answer));

    assertThat(record(booking).booking().medium()).contains(medium);
  }

  @Test
  @DisplayName("never changed is as old as itself")
  void neverChanged() {
    ObjectNode booking = ApiBooking.call("c1").putNull("updatedAt");

    assertThat(record(booking).at()).isEqualTo(Instant.parse("2026-08-20T09:00:00Z"));
    assertThat(CalcomRecord.changedAt(booking)).contains(Instant.parse("2026-08-20T09:00:00Z"));
  }

  @Test
  @DisplayName("names guests beside attendees, and hosts as hosts only")
  void guestsAndHosts() {
    ObjectNode booking = ApiBooking.call("c1");
    booking.putArray("guests").add("Guest@customer.example").add(ApiBooking.CARL).add(" ");
    booking.set("hosts", ApiBooking.people(List.of(ApiBooking.SALES, "tom@skyline.be")));
    booking.set(
        "attendees", ApiBooking.people(List.of(ApiBooking.ADA, "tom@skyline.be", ApiBooking.CARL)));

    CalendarRecord record = record(booking);

    assertThat(record.booking().attendees())
        .containsExactly(
            person(ApiBooking.ADA), person(ApiBooking.CARL), person("guest@customer.example"));
    assertThat(record.booking().team()).containsExactly(person("tom@skyline.be"));
  }

  @Test
  @DisplayName("says who did not come, the first host included")
  void absent() {
    ObjectNode booking = ApiBooking.call("c1").put("absentHost", true);
    ApiBooking.attendee(booking, 1).put("absent", true);

    assertThat(record(booking).absent())
        .containsExactlyInAnyOrder(person(ApiBooking.SALES), person(ApiBooking.CARL));
  }

  @Test
  @DisplayName("passes over whoever has no address, be it a guest or a host who left")
  void withoutAddress() {
    ObjectNode booking = ApiBooking.call("c1");
    ApiBooking.attendee(booking, 0).putNull("email");
    ApiBooking.attendee(booking, 1).remove("email");
    booking.putObject("bookingFieldsResponses").put("email", "");
    booking.set("hosts", ApiBooking.people(List.of("unknown")));

    CalendarRecord record = record(booking);

    assertThat(record.booking().attendees()).isEmpty();
    assertThat(record.booking().booker()).isEmpty();
    assertThat(record.booking().host()).isEmpty();
  }

  @Test
  @DisplayName("was booked by the first attendee where no answer says")
  void firstAttendee() {
    ObjectNode booking = ApiBooking.call("c1");
    booking.remove("bookingFieldsResponses");

    assertThat(record(booking).booking().booker()).contains(person(ApiBooking.ADA));
  }

  @Test
  @DisplayName("of seats says when each was taken, and leaves the booker to that")
  void seats() {
    ObjectNode booking = ApiBooking.call("c1");
    booking.remove("bookingFieldsResponses");
    ApiBooking.attendee(booking, 0).put("seatUid", "s1").put("createdAt", "2026-08-21T09:00:00Z");
    ApiBooking.attendee(booking, 1).put("seatUid", "s2").put("createdAt", "2026-08-20T09:00:00Z");

    BookingRecord read = CalcomRecord.read(booking);

    assertThat(read.reading().record().booking().booker()).isEmpty();
    assertThat(read.reading().seats())
        .containsExactly(
            new SeatedFirst(Instant.parse("2026-08-21T09:00:00Z"), 0, person(ApiBooking.ADA)),
            new SeatedFirst(Instant.parse("2026-08-20T09:00:00Z"), 1, person(ApiBooking.CARL)));
  }

  @Test
  @DisplayName("of seats without times was booked by the first on the list")
  void seatsWithoutTimes() {
    ObjectNode booking = ApiBooking.call("c1");
    booking.remove("bookingFieldsResponses");
    ApiBooking.attendee(booking, 0).put("seatUid", "s1");
    ApiBooking.attendee(booking, 1).put("seatUid", "s2");

    BookingRecord read = CalcomRecord.read(booking);

    assertThat(read.reading().seats()).isEmpty();
    assertThat(read.reading().record().booking().booker()).contains(person(ApiBooking.ADA));
  }

  @Test
  @DisplayName("names what it replaces and what replaces it")
  void moved() {
    CalendarRecord record =
        record(
            ApiBooking.call("c2")
                .put("status", "cancelled")
                .put("rescheduledFromUid", "c1")
                .put("rescheduledToUid", "c3"));

    assertThat(record.booking().predecessor()).contains(ActivityId.calcom("c1"));
    assertThat(record.successor()).contains(ActivityId.calcom("c3"));
  }

  @Test
  @DisplayName("need have no event type, no place and no one")
  void sparse() {
    ObjectNode booking = ApiBooking.call("c1");
    booking.putNull("eventType").putNull("eventTypeId").putNull("location");
    booking.remove(List.of("hosts", "attendees", "guests", "bookingFieldsResponses"));

    CalendarRecord record = record(booking);

    assertThat(record.booking().medium()).isEmpty();
    assertThat(record.booking().booth()).isEmpty();
    assertThat(record.booking().named()).isEmpty();
  }

  @Test
  @DisplayName("has the same digest for the same content, and another for any other")
  void digest() {
    String digest = record(ApiBooking.call("c1")).booking().digest();
    ObjectNode rated = ApiBooking.call("c1").put("rating", 5).put("title", "Other");
    ObjectNode absent = ApiBooking.call("c1").put("absentHost", true);

    assertThat(record(rated.put("updatedAt", "2026-09-01T00:00:00Z")).booking().digest())
        .isEqualTo(digest);
    assertThat(record(absent).booking().digest()).isNotEqualTo(digest);
    assertThat(record(ApiBooking.call("c1").put("status", "pending")).booking().digest())
        .isNotEqualTo(digest);
    assertThat(record(ApiBooking.call("c1").put("rescheduledToUid", "x")).booking().digest())
        .isNotEqualTo(digest);
  }

  @Test
  @DisplayName("that makes no sense is told by its fields, without a word of what they hold")
  void malformed() {
    ObjectNode booking = ApiBooking.call("c1").put("end", "2026-09-20T09:00:00Z");
    assertThat(faults(booking)).containsExactly("end must be after start");

    booking = ApiBooking.call("c1").put("status", "maybe");
    booking.remove("start");
    ApiBooking.attendee(booking, 0).put("email", "ada at acme.example");
    assertThat(faults(booking).getFirst())
        .contains("status must be", "start is missing", "attendees[0].email must be")
        .doesNotContain("ada at", "maybe");

    assertThat(faults(JsonNodeFactory.instance.objectNode())).isNotEmpty();
  }

  @Test
  @DisplayName("with more people than a transaction holds is refused")
  void tooMany() {
    ObjectNode booking = ApiBooking.call("c1");
    booking.set(
        "attendees",
        ApiBooking.people(
            IntStream.range(0, 91).mapToObj(n -> "p" + n + "@customer.example").toList()));

    assertThat(faults(booking).getFirst()).contains("at most 90");
  }

  @Test
  @DisplayName("is found in an answer about itself, or about its series")
  void inAnswer() {
    ObjectNode one = JsonNodeFactory.instance.objectNode();
    one.set("data", ApiBooking.call("c1"));
    ObjectNode series = JsonNodeFactory.instance.objectNode();
    series.putArray("data").add(ApiBooking.call("c1")).add(ApiBooking.call("c2"));

    assertThat(CalcomRecord.in(one, "c1")).isPresent();
    assertThat(CalcomRecord.in(series, "c2")).isPresent();
    assertThat(CalcomRecord.in(series, "series")).isEmpty();
    assertThat(CalcomRecord.uid(ActivityId.calcom("c1"))).contains("c1");
    assertThat(CalcomRecord.uid(ActivityId.calendar("c1"))).isEqualTo(Optional.empty());
  }
}
