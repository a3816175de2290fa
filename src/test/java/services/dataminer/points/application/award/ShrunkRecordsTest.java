package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.CalendarFacts.BOOKED_AT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.Seat;

@DisplayName("Where a calendar's record has less than the one before, what was announced counts")
@WholeSuite
class ShrunkRecordsTest {

  private static final String ADA = "ada@acme.example";
  private static final String BEN = "ben@acme.example";
  private static final String CARL = "carl@customer.example";
  private static final ActivityId CALL = ActivityId.calcom("call");
  private static final Booking ANNOUNCED = CalendarFacts.videoCall(ADA, BEN, CARL).booking();

  private final Program program = new Program(LocalTable.fresh());

  @BeforeEach
  void directory() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.member("ben", "acme", BEN);
    program.tell(CALL, CalendarFacts.videoCall(ADA, BEN, CARL));
  }

  private void record(String at, Booking booking) {
    program.tell(
        CALL,
        new CalendarRecord(
            Instant.parse(at),
            CalendarRecord.Status.ACCEPTED,
            booking,
            List.of(),
            Optional.empty()));
  }

  /// The booking, of whose people the record has nothing but these.
  private static Booking recorded(Optional<String> host, String... attendees) {
    return new Booking(
        ANNOUNCED.medium(),
        Optional.empty(),
        ANNOUNCED.scheduledAt(),
        ANNOUNCED.startsAt(),
        ANNOUNCED.endsAt(),
        host.map(CalendarFacts::mail),
        List.of(),
        Optional.empty(),
        List.of(attendees).stream().map(CalendarFacts::mail).toList(),
        Optional.empty(),
        "recorded");
  }

  private void assertShared() {
    program.tell(CALL, CalendarFacts.ended());
    assertThat(program.balanceOf("ada")).isEqualTo(50);
    assertThat(program.balanceOf("ben")).isEqualTo(50);
  }

  @Test
  @DisplayName("for the attendees")
  void attendees() {
    record("2026-09-10T09:00:00Z", recorded(Optional.empty(), ADA, CARL));
    record("2026-09-11T09:00:00Z", recorded(Optional.empty()));

    assertShared();
  }

  @Test
  @DisplayName("for the host")
  void host() {
    record("2026-09-10T09:00:00Z", recorded(Optional.of("other@skyline.be"), ADA, BEN, CARL));
    record("2026-09-11T09:00:00Z", recorded(Optional.empty(), ADA, BEN, CARL));

    assertShared();
  }

  @Test
  @DisplayName("for seats")
  void seats() {
    Identity dan = CalendarFacts.mail("dan@acme.example");
    program.tell(CALL, new Seat(BOOKED_AT.plusSeconds(60), dan, true, Optional.empty()));
    record("2026-09-10T09:00:00Z", recorded(Optional.empty(), ADA, CARL));
    record("2026-09-11T09:00:00Z", recorded(Optional.empty()));

    program.tell(CALL, CalendarFacts.ended());
    assertThat(program.view(CALL).reason()).isEqualTo("100 points divided among 3 attendees");
  }
}
