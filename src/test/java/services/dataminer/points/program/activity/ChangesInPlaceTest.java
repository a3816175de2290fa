package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.program.fixture.MeetingStory.anyVideoCall;
import static services.dataminer.points.program.fixture.People.ada;
import static services.dataminer.points.program.fixture.People.ben;
import static services.dataminer.points.program.fixture.People.sue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.BookedAsEnded;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord.Status;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Confirmed;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.MeetingFact.Rejected;
import services.dataminer.points.program.activity.MeetingFact.Requested;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;

@DisplayName("What is announced later changes what it tells, and the record outweighs both")
class ChangesInPlaceTest {

  private static final ActivityId ID = ActivityId.calcom("a");
  private static final ActivityId MOVED_TO = ActivityId.calcom("b");
  private static final Booking CALL = anyVideoCall().inviting(ada(), ben()).booking();

  @Test
  @DisplayName("what a later body leaves out stays, told by whichever body told it last")
  void leftOut() {
    Booking onlyTimes = with(Optional.empty(), Optional.empty(), List.of(), "times");
    Booking elsewhere = with(Optional.of(Medium.IN_PERSON), Optional.empty(), List.of(), "place");
    Booking hosted = with(Optional.empty(), Optional.of(sue().identity()), List.of(), "host");

    Meeting meeting =
        meeting(
            new Booked(at(5), onlyTimes),
            new Booked(at(1), CALL),
            new Booked(at(3), hosted),
            new Booked(at(2), elsewhere));

    Booking booking = meeting.booking().orElseThrow();
    assertThat(booking.place()).isEqualTo(Medium.IN_PERSON);
    assertThat(booking.hosts()).containsExactly(sue().identity());
    assertThat(booking.attendees()).isEqualTo(CALL.attendees());
    assertThat(booking.booker()).isEqualTo(CALL.booker());
    assertThat(booking.digest()).isEqualTo("times");
    assertThat(meeting.named()).contains(sue().identity(), ada().identity());
  }

  @Test
  @DisplayName("a meeting moved to a later time in place is not over when its old end has passed")
  void movedInPlace() {
    Booking later = anyVideoCall().startsAt("2026-09-25T10:00:00Z").booking();
    Meeting meeting =
        meeting(new Booked(at(1), CALL), new Ended(CALL.endsAt()), new Booked(at(2), later));

    assertThat(meeting.state()).isInstanceOf(MeetingState.Upcoming.class);
    assertThat(meeting.with(List.of(new Ended(later.endsAt()))).state())
        .isInstanceOf(MeetingState.Over.class);
  }

  @Test
  @DisplayName("a request dates the scheduling and is no meeting until it is confirmed")
  void requested() {
    Meeting asked = meeting(new Requested(at(1)));

    assertThat(asked.state()).isEqualTo(new MeetingState.Unconfirmed());
    assertThat(asked.booking()).isEmpty();
    Meeting changed = asked.with(List.of(new Booked(at(2), CALL)));
    assertThat(changed.state()).isEqualTo(new MeetingState.Unconfirmed());
    Meeting confirmed = changed.with(List.of(new Confirmed(at(3))));
    assertThat(confirmed.state()).isInstanceOf(MeetingState.Upcoming.class);
    assertThat(confirmed.firstScheduledAt()).contains(at(1));
  }

  static Stream<Arguments> outweighed() {
    return Stream.of(
        Arguments.argumentSet("a cancellation", new Cancelled(at(4))),
        Arguments.argumentSet("a rejection", new Rejected(at(4))),
        Arguments.argumentSet("a move", new Rescheduled(at(4), MOVED_TO)),
        Arguments.argumentSet("a no-show", new Attendance(at(4), ada().identity(), true)),
        Arguments.argumentSet(
            "another body",
            new Booked(
                at(4), with(Optional.empty(), Optional.empty(), List.of(sue().identity()), "x"))));
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("the record outweighs what was told by its time, and what is told later counts")
  void outweighed(MeetingFact told) {
    MeetingFact before = new Booked(at(1), CALL);
    Meeting as = meeting(before, recorded(4, Status.ACCEPTED));

    assertThat(view(meeting(before, told, recorded(4, Status.ACCEPTED)))).isEqualTo(view(as));
    assertThat(view(meeting(before, told, recorded(3, Status.ACCEPTED)))).isNotEqualTo(view(as));
  }

  @Test
  @DisplayName("a record says what became of the booking")
  void statuses() {
    assertThat(meeting(new Booked(at(1), CALL), recorded(2, Status.CANCELLED)).state())
        .isEqualTo(new MeetingState.NotTakingPlace(new Cancelled(at(2))));
    assertThat(meeting(recorded(2, Status.REJECTED)).state())
        .isEqualTo(new MeetingState.NotTakingPlace(new Rejected(at(2))));
    assertThat(meeting(new BookedAsEnded(at(1), CALL), recorded(2, Status.PENDING)).state())
        .isEqualTo(new MeetingState.Unconfirmed());
    Meeting moved =
        meeting(
            new CalendarRecord(at(2), Status.CANCELLED, CALL, List.of(), Optional.of(MOVED_TO)));
    assertThat(moved.state())
        .isEqualTo(new MeetingState.NotTakingPlace(new Rescheduled(at(2), MOVED_TO)));
    assertThat(moved.handedOn()).containsOnlyKeys(MOVED_TO);
  }

  @Test
  @DisplayName("a record says who was absent, until a later mark")
  void absent() {
    var record =
        new CalendarRecord(
            at(4), Status.ACCEPTED, CALL, List.of(ada().identity()), Optional.empty());

    assertThat(
            meeting(record, new Attendance(at(3), ada().identity(), false))
                .isAbsent(ada().identity()))
        .isTrue();
    assertThat(
            meeting(record, new Attendance(at(5), ada().identity(), false))
                .isAbsent(ada().identity()))
        .isFalse();
    assertThat(
            meeting(record, new Attendance(at(3), ben().identity(), true))
                .isAbsent(ben().identity()))
        .isFalse();
  }

  private static Meeting meeting(MeetingFact... facts) {
    Meeting meeting = Meeting.of(ID, List.of(facts));
    assertThat(Meeting.of(ID, List.of(facts).reversed())).isEqualTo(meeting);
    return meeting;
  }

  private static CalendarRecord recorded(int hour, Status status) {
    return new CalendarRecord(at(hour), status, CALL, List.of(), Optional.empty());
  }

  /// What an assessment sees of a meeting.
  private static List<Object> view(Meeting meeting) {
    return List.of(meeting.state(), meeting.handedOn(), meeting.isAbsent(ada().identity()));
  }

  private static Booking with(
      Optional<Medium> medium, Optional<Identity> host, List<Identity> attendees, String digest) {
    return new Booking(
        medium,
        Optional.empty(),
        CALL.scheduledAt(),
        CALL.startsAt(),
        CALL.endsAt(),
        host,
        List.of(),
        Optional.empty(),
        attendees,
        Optional.empty(),
        digest);
  }

  private static Instant at(int hour) {
    return Instant.parse("2026-08-20T00:00:00Z").plusSeconds(3600L * hour);
  }
}
