package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord.Status;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.MeetingFact.Seat;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.fixture.MeetingStory;
import services.dataminer.points.program.fixture.People;

@DisplayName("The calendar's own record")
class RecordReadingTest {

  private static final ActivityId ID = ActivityId.calcom("a");
  private static final Instant CHANGED = Instant.parse("2026-09-01T10:00:00Z");
  private static final Booking BOOKING = MeetingStory.anyVideoCall().booking();

  private static RecordReading accepted(Booking booking) {
    return new RecordReading(
        new CalendarRecord(CHANGED, Status.ACCEPTED, booking, List.of(), Optional.empty()),
        List.of());
  }

  private static Instant at(List<MeetingFact> facts) {
    return facts.getFirst().at();
  }

  private static Meeting meeting(MeetingFact... facts) {
    return Meeting.of(ID, List.of(facts));
  }

  @Test
  @DisplayName("is dated by its last change where nothing later was announced")
  void lastChange() {
    Meeting announcedBefore = meeting(new Booked(CHANGED.minusSeconds(60), BOOKING));
    var older =
        new CalendarRecord(
            CHANGED.minusSeconds(60), Status.PENDING, BOOKING, List.of(), Optional.empty());

    assertThat(at(accepted(BOOKING).after(meeting()))).isEqualTo(CHANGED);
    assertThat(at(accepted(BOOKING).after(announcedBefore))).isEqualTo(CHANGED);
    assertThat(at(accepted(BOOKING).after(meeting(older)))).isEqualTo(CHANGED);
  }

  @Test
  @DisplayName("is dated by the latest announcement known when it was read")
  void latestAnnouncement() {
    var later = CHANGED.plusSeconds(60);
    Meeting known = meeting(new Booked(CHANGED, BOOKING), new Cancelled(later));

    List<MeetingFact> facts = accepted(BOOKING).after(known);

    assertThat(at(facts)).isEqualTo(later);
    assertThat(known.with(facts).state()).isInstanceOf(MeetingState.Upcoming.class);
  }

  @Test
  @DisplayName("is not dated by an end that passed, nor by what an administrator did")
  void noAnnouncements() {
    var later = CHANGED.plusSeconds(60);
    Meeting known =
        meeting(new MeetingFact.Ended(later), new Retraction(later, "grace", "mistaken"));

    assertThat(at(accepted(BOOKING).after(known))).isEqualTo(CHANGED);
  }

  static Stream<MeetingFact> announcements() {
    Instant later = CHANGED.plusSeconds(60);
    Identity ada = People.ada().identity();
    return Stream.of(
        new Booked(later, BOOKING),
        new MeetingFact.BookedAsEnded(later, BOOKING),
        new MeetingFact.Requested(later),
        new MeetingFact.Confirmed(later),
        new Seat(later, ada, true, Optional.empty()),
        new Cancelled(later),
        new MeetingFact.Rejected(later),
        new Rescheduled(later, ActivityId.calcom("b")),
        new MeetingFact.SeriesCancelled(later),
        new MeetingFact.UnnamedSeatGivenUp(later),
        new Attendance(later, ada, true));
  }

  @ParameterizedTest
  @MethodSource("announcements")
  @DisplayName("is dated by each kind of announcement, and may be older than it")
  void announced(MeetingFact announcement) {
    Meeting known = meeting(announcement);

    assertThat(at(accepted(BOOKING).after(known))).isEqualTo(CHANGED.plusSeconds(60));
    assertThat(accepted(BOOKING).mayBeOlderThan(known)).isTrue();
  }

  @Test
  @DisplayName("may be older than another record of the same time, not than an earlier one or none")
  void older() {
    Meeting sameTime = meeting(accepted(BOOKING).asOfLastChange().getFirst());
    Meeting earlier = meeting(new Booked(CHANGED.minusMillis(1), BOOKING));

    assertThat(accepted(BOOKING).mayBeOlderThan(sameTime)).isTrue();
    assertThat(accepted(BOOKING).mayBeOlderThan(earlier)).isFalse();
    assertThat(accepted(BOOKING).mayBeOlderThan(meeting())).isFalse();
  }

  @Test
  @DisplayName("names people as it is told to")
  void naming() {
    Identity ada = People.ada().identity();
    Identity renamed = new Pseudonym("someone");
    var record =
        new CalendarRecord(
            CHANGED,
            Status.ACCEPTED,
            MeetingStory.anyVideoCall().inviting(People.ada()).booking(),
            List.of(ada),
            Optional.empty());
    RecordReading reading =
        new RecordReading(record, List.of(new SeatedFirst(CHANGED, 0, ada)))
            .naming(who -> who.equals(ada) ? renamed : who);

    assertThat(reading.record().booking().attendees()).containsExactly(renamed);
    assertThat(reading.record().absent()).containsExactly(renamed);
    assertThat(reading.seats()).containsExactly(new SeatedFirst(CHANGED, 0, renamed));
  }

  @Test
  @DisplayName("adds nothing where it is known and nothing was announced since")
  void known() {
    Meeting known = meeting(accepted(BOOKING).asOfLastChange().getFirst());

    assertThat(accepted(BOOKING).after(known)).isEmpty();
  }

  @Test
  @DisplayName("that says something else at the same time is a millisecond later")
  void otherContent() {
    Meeting known = meeting(accepted(BOOKING).asOfLastChange().getFirst());
    RecordReading other = accepted(MeetingStory.anyVideoCall().inviting(People.ada()).booking());

    List<MeetingFact> facts = other.after(known);

    assertThat(at(facts)).isEqualTo(CHANGED.plusMillis(1));
    assertThat(known.with(facts).booking().orElseThrow().attendees())
        .containsExactly(People.ada().identity());
  }

  @Test
  @DisplayName("leaves alone what was announced after it was read")
  void announcedLater() {
    Meeting known = meeting(accepted(BOOKING).asOfLastChange().getFirst());

    assertThat(known.with(List.of(new Cancelled(CHANGED.plusMillis(1)))).state())
        .isInstanceOf(MeetingState.NotTakingPlace.class);
    assertThat(known.with(List.of(new Cancelled(CHANGED))).state())
        .isInstanceOf(MeetingState.Upcoming.class);
  }

  /// A key that may not see the attendees of seats gets none.
  @Test
  @DisplayName("that names nobody says nothing of who comes")
  void hiddenAttendees() {
    Identity ada = People.ada().identity();
    var hidden =
        new Booking(
            BOOKING.medium(),
            BOOKING.booth(),
            BOOKING.scheduledAt(),
            BOOKING.startsAt(),
            BOOKING.endsAt(),
            BOOKING.host(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            "hidden");
    Instant before = CHANGED.minusSeconds(60);
    Meeting seated =
        meeting(
            new Booked(before, hidden),
            new Seat(before, ada, true, Optional.empty()),
            new SeatedFirst(before, 0, ada),
            new Attendance(before, ada, true));

    Meeting recorded = seated.with(accepted(hidden).after(seated));

    assertThat(recorded.booking().orElseThrow().attendees()).containsExactly(ada);
    assertThat(recorded.booking().orElseThrow().booker()).contains(ada);
    assertThat(recorded.isAbsent(ada)).isTrue();
    assertThat(recorded.named()).contains(ada);
  }

  @Test
  @DisplayName("without a place and a host leaves those that were announced")
  void leftOut() {
    var bare =
        new Booking(
            Optional.empty(),
            Optional.empty(),
            BOOKING.scheduledAt(),
            BOOKING.startsAt(),
            BOOKING.endsAt(),
            Optional.empty(),
            List.of(),
            BOOKING.booker(),
            BOOKING.attendees(),
            Optional.empty(),
            "bare");
    Meeting known = meeting(new Booked(CHANGED.minusSeconds(60), BOOKING));

    Booking booking = known.with(accepted(bare).after(known)).booking().orElseThrow();

    assertThat(booking.place()).isEqualTo(BOOKING.place());
    assertThat(booking.booth()).isEqualTo(BOOKING.booth());
    assertThat(booking.host()).isEqualTo(BOOKING.host());
  }

  /// Of a series the record never names the booking that replaces this one.
  @Test
  @DisplayName("leaves the announced successor, whichever is heard of first")
  void successors() {
    var cancelled =
        new CalendarRecord(CHANGED, Status.CANCELLED, BOOKING, List.of(), Optional.empty());
    var moved = new Rescheduled(CHANGED, ActivityId.calcom("b"));

    assertThat(meeting(cancelled, moved).handedOn()).containsOnlyKeys(ActivityId.calcom("b"));
    assertThat(meeting(cancelled, moved).state()).isEqualTo(new MeetingState.NotTakingPlace(moved));
  }
}
