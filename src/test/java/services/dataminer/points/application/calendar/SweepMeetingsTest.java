package services.dataminer.points.application.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.calendar.BookingRecords.BookingRecord;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.calendar.calcom.ApiBooking;
import services.dataminer.points.functions.calendar.calcom.CalcomSettings;
import services.dataminer.points.functions.calendar.calcom.Records;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.localcloud.CalcomStandIn;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.MeetingFact.NoCalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.address.MailAddress;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.fixture.MeetingStory;
import services.dataminer.points.program.fixture.People;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@DisplayName("The sweep")
@WholeSuite
class SweepMeetingsTest {

  private static final ActivityId CALL = ActivityId.calcom("call");
  private static final Instant LATER = Instant.parse("2026-09-10T09:00:00Z");
  private static final Instant END = Instant.parse("2026-09-20T10:30:00Z");
  private static final String AFTER = "2026-09-20T10:45:00Z";

  private final LocalTable local = LocalTable.fresh();
  private final Records records = new Records(local);

  @BeforeEach
  void enter() {
    records.program.partner("acme", "acme.example");
    records.program.member("ada", "acme", ApiBooking.ADA);
    records.announce(ApiBooking.call("call"));
  }

  @AfterEach
  void stop() {
    records.close();
  }

  private ActivityState state() {
    return records.stored("call").decision().orElseThrow().state();
  }

  private List<MeetingFact> told() {
    return records.sent.all().stream().flatMap(to -> to.message().facts().stream()).toList();
  }

  /// One message, so that the first assessment has both.
  @Test
  @DisplayName("sends the record together with the end")
  void recorded() {
    records.know(ApiBooking.call("call"));

    assertThat(records.sweep(AFTER)).isEqualTo(new SweptMeetings(1));

    assertThat(records.sent.all()).hasSize(1);
    assertThat(told()).hasExactlyElementsOfTypes(CalendarRecord.class, Ended.class);
    records.work();
    assertThat(records.program.balanceOf("ada")).isEqualTo(100);
    assertThat(records.sweep(AFTER)).isEqualTo(new SweptMeetings(0));
  }

  @Test
  @DisplayName("asks nothing before a meeting's end")
  void notYet() {
    assertThat(records.sweep("2026-09-20T10:29:59Z")).isEqualTo(new SweptMeetings(0));
    assertThat(records.api.bookings).isEmpty();
  }

  @Test
  @DisplayName("ends no meeting that was silently cancelled, and pays nothing for it")
  void cancelled() {
    records.know(ApiBooking.changedAt(ApiBooking.call("call").put("status", "cancelled"), LATER));

    assertThat(records.sweep(AFTER)).isEqualTo(new SweptMeetings(0));
    assertThat(told()).hasExactlyElementsOfTypes(CalendarRecord.class);
    records.work();

    assertThat(state()).isEqualTo(ActivityState.CANCELLED);
    assertThat(records.program.entriesOf("ada")).isEmpty();
    assertThat(records.sweep(AFTER)).isEqualTo(new SweptMeetings(0));
    assertThat(records.api.bookings).hasSize(1);
  }

  @Test
  @DisplayName("ends a meeting that was moved to a later time only then")
  void later() {
    records.know(
        ApiBooking.changedAt(
            ApiBooking.call("call")
                .put("start", "2026-09-21T10:00:00Z")
                .put("end", "2026-09-21T10:30:00Z"),
            LATER));

    assertThat(records.sweep(AFTER)).isEqualTo(new SweptMeetings(0));
    records.work();
    assertThat(state()).isEqualTo(ActivityState.BOOKED);

    assertThat(records.sweep("2026-09-21T10:30:00Z")).isEqualTo(new SweptMeetings(1));
    records.work();
    assertThat(state()).isEqualTo(ActivityState.GRANTED);
  }

  @Test
  @DisplayName("ends a meeting at the end that its record has, where that has passed as well")
  void longer() {
    records.know(
        ApiBooking.changedAt(ApiBooking.call("call").put("end", "2026-09-20T10:40:00Z"), LATER));

    assertThat(records.sweep(AFTER)).isEqualTo(new SweptMeetings(1));
    assertThat(told().getLast()).isEqualTo(new Ended(Instant.parse("2026-09-20T10:40:00Z")));
    records.work();
    assertThat(state()).isEqualTo(ActivityState.GRANTED);
  }

  @Test
  @DisplayName("counts the seats of the record in the first judgement")
  void seats() {
    records.program.member("ben", "acme", "ben@acme.example");
    ObjectNode booking = ApiBooking.changedAt(ApiBooking.call("call"), LATER);
    booking.set(
        "attendees",
        ApiBooking.people(List.of("ben@acme.example", ApiBooking.ADA, ApiBooking.CARL)));
    booking.remove("bookingFieldsResponses");
    IntStream.range(0, 3)
        .forEach(
            n ->
                ApiBooking.attendee(booking, n)
                    .put("seatUid", "s" + n)
                    .put("createdAt", "2026-08-2" + n + "T09:00:00Z"));
    records.know(booking);

    records.sweep(AFTER);
    assertThat(told()).hasAtLeastOneElementOfType(SeatedFirst.class);
    records.work();

    assertThat(records.program.balanceOf("ada")).isEqualTo(50);
    assertThat(records.program.entriesOf("ada")).hasSize(1);
    assertThat(records.program.balanceOf("ben")).isEqualTo(50);
  }

  @Test
  @DisplayName("says of a booking without a record that it has none, and ends it")
  void unknown() {
    assertThat(records.sweep(AFTER)).isEqualTo(new SweptMeetings(1));

    assertThat(told()).containsExactly(new NoCalendarRecord(END), new Ended(END));
    records.work();
    assertThat(state()).isEqualTo(ActivityState.GRANTED);
  }

  @ParameterizedTest
  @EnumSource(
      value = CalcomStandIn.Mode.class,
      names = {"DOWN", "LIMIT", "REVOKED"})
  @DisplayName("ends bookings without their records where Cal.com does not answer")
  void noAnswer(CalcomStandIn.Mode mode) {
    records.announce(ApiBooking.call("other"));
    records.know(ApiBooking.call("call"), ApiBooking.call("other"));
    records.calcom.behave(mode);

    assertThat(records.sweep(AFTER)).isEqualTo(new SweptMeetings(2));

    assertThat(told()).containsExactly(new Ended(END), new Ended(END));
    assertThat(records.metrics.counts())
        .isEqualTo(
            mode == CalcomStandIn.Mode.REVOKED ? Map.of(Metric.CALCOM_KEY_REFUSED, 1L) : Map.of());
  }

  @Test
  @DisplayName("asks nothing more once Cal.com turned it away")
  void stopsAsking() {
    IntStream.range(0, 120).forEach(n -> records.announce(ApiBooking.call("b" + n)));
    records.calcom.behave(CalcomStandIn.Mode.REVOKED);

    assertThat(records.sweep(AFTER)).isEqualTo(new SweptMeetings(121));

    // As many as are asked at a time.
    assertThat(records.api.bookings).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  @DisplayName("ends bookings without their records once the time for asking is up")
  void timeUp() {
    records.know(ApiBooking.call("call"));

    assertThat(records.sweep(AFTER, new TimeBudget(Duration.ZERO))).isEqualTo(new SweptMeetings(1));
    assertThat(records.api.bookings).isEmpty();
  }

  @Test
  @DisplayName("asks nothing while reconciliation is off, nor of other calendars")
  void off() {
    records.program.tell(
        ActivityId.calendar("other"),
        new Booked(
            LATER,
            MeetingStory.anyVideoCall().bookedBy(People.ada()).endsAt(END.toString()).booking()));
    try (var off = new Records(local, CalcomSettings::off)) {
      assertThat(off.sweep(AFTER).ended()).isGreaterThanOrEqualTo(1);
      assertThat(off.api.bookings).isEmpty();
    }
    records.sweep(AFTER);
    assertThat(records.api.bookings).doesNotContain("other");
  }

  @Test
  @DisplayName("ends a booking whose record makes no sense by its webhooks, and counts it")
  void unreadableRecord() {
    records.know(ApiBooking.call("call").put("status", "maybe"));

    assertThat(records.sweep(AFTER)).isEqualTo(new SweptMeetings(1));

    assertThat(told()).containsExactly(new Ended(END));
    assertThat(records.metrics.counts()).isEqualTo(Map.of(Metric.BOOKINGS_UNREADABLE, 1L));
  }

  @Test
  @DisplayName("sends the end alone where the record is known already")
  void known() {
    records.know(ApiBooking.call("call").put("location", "Stand 14.C10"));
    records.worked();
    records.know(ApiBooking.call("call"));
    records.worked();

    records.sweep(AFTER);

    assertThat(told()).containsExactly(new Ended(END));
  }

  @Test
  @DisplayName("ends all others where one meeting cannot be read, and says which")
  void oneBad() {
    records.announce(ApiBooking.call("bad"));
    local
        .client()
        .updateItem(
            update ->
                update
                    .tableName(local.name())
                    .key(Keys.activity(ActivityId.calcom("bad")).attributes())
                    .updateExpression("SET facts = :facts")
                    .expressionAttributeValues(Map.of(":facts", AttributeValue.fromS("?"))));

    assertThatThrownBy(() -> records.sweep(AFTER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("swept 1")
        .hasMessageContaining("calcom:bad");

    records.work();
    assertThat(state()).isEqualTo(ActivityState.GRANTED);
  }

  /// They are kept in several items.
  @Test
  @DisplayName("ends a meeting of more people than one item holds")
  void manyPeople() {
    ObjectNode large = ApiBooking.call("large");
    large.set(
        "attendees",
        ApiBooking.people(
            Stream.concat(
                    IntStream.range(0, 88).mapToObj(n -> "p" + n + "@acme.example"),
                    Stream.of(ApiBooking.CARL))
                .toList()));
    large.putObject("bookingFieldsResponses").put("email", "p0@acme.example");
    records.announce(large);
    for (int team = 0; team < 2; team++) {
      int number = team;
      BookingRecord record = ApiBooking.read(large);
      var hosts =
          IntStream.range(0, 40)
              .mapToObj(n -> new MailAddress("h" + number + "x" + n + "@skyline.be").identity())
              .toList();
      var booking = record.reading().record().booking();
      records.program.tell(
          record.meeting(),
          new Booked(
              LATER.plusSeconds(team),
              new Booking(
                  booking.medium(),
                  booking.booth(),
                  booking.scheduledAt(),
                  booking.startsAt(),
                  booking.endsAt(),
                  booking.host(),
                  hosts,
                  booking.booker(),
                  booking.attendees(),
                  booking.predecessor(),
                  "team " + team)));
    }
    assertThat(records.stored("large").people()).hasSizeGreaterThan(100);

    assertThat(records.sweep(AFTER)).isEqualTo(new SweptMeetings(2));
  }

  @Test
  @DisplayName("leaves what a queue did not take to the next run, and says which")
  void queueDown() {
    records.sent.goDown();

    assertThatThrownBy(() -> records.sweep(AFTER)).hasMessageContaining("calcom:call");

    try (var next = new Records(local)) {
      assertThat(next.sweep(AFTER)).isEqualTo(new SweptMeetings(1));
    }
  }
}
