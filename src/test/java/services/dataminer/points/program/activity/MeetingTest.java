package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static services.dataminer.points.program.fixture.MeetingStory.anyBoothMeeting;
import static services.dataminer.points.program.fixture.MeetingStory.anyMeeting;
import static services.dataminer.points.program.fixture.MeetingStory.anyVideoCall;
import static services.dataminer.points.program.fixture.People.ada;
import static services.dataminer.points.program.fixture.People.ben;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.BookedAsEnded;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Confirmed;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.MeetingFact.Rejected;
import services.dataminer.points.program.activity.MeetingFact.Requested;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.MeetingFact.ScheduledFirst;

@DisplayName("A meeting is the merge of the facts known about it")
class MeetingTest {

  private static final ActivityId ID = ActivityId.calcom("m");
  private static final ActivityId MOVED_TO = ActivityId.calcom("n");
  private static final Instant AT = Instant.parse("2026-09-01T12:00:00Z");
  private static final Instant LATER = AT.plusSeconds(60);
  private static final Booking BOOKING = anyBoothMeeting().booking();

  static Stream<Arguments> states() {
    var booked = new Booked(AT, BOOKING);
    var asEnded = new BookedAsEnded(AT, BOOKING);
    var ended = new Ended(BOOKING.endsAt());
    var cancelled = new Cancelled(AT);
    var rejected = new Rejected(AT);
    var moved = new Rescheduled(AT, MOVED_TO);
    var retracted = new Retraction(AT, "admin", "not a meeting");
    var absent = new Attendance(AT, ada().identity(), true);
    return Stream.of(
        argumentSet("nothing", List.of(), new MeetingState.Unknown()),
        argumentSet("a mark", List.of(absent), new MeetingState.Unknown()),
        argumentSet("an ending", List.of(ended), new MeetingState.Unknown()),
        argumentSet("a booking", List.of(booked), new MeetingState.Upcoming(BOOKING)),
        argumentSet("its end", List.of(booked, ended), new MeetingState.Over(BOOKING)),
        argumentSet("only its end", List.of(asEnded, ended), new MeetingState.Over(BOOKING)),
        argumentSet(
            "cancelled", List.of(booked, cancelled), new MeetingState.NotTakingPlace(cancelled)),
        argumentSet(
            "rejected", List.of(booked, rejected), new MeetingState.NotTakingPlace(rejected)),
        argumentSet("moved", List.of(booked, moved), new MeetingState.NotTakingPlace(moved)),
        argumentSet(
            "cancelled, not heard of",
            List.of(cancelled),
            new MeetingState.NotTakingPlace(cancelled)),
        argumentSet(
            "cancelled, ended and booked anew all the same",
            List.of(cancelled, ended, new Booked(LATER, BOOKING)),
            new MeetingState.NotTakingPlace(cancelled)),
        argumentSet(
            "taken back, then cancelled",
            List.of(booked, ended, retracted, new Cancelled(LATER)),
            new MeetingState.Retracted(retracted)),
        argumentSet(
            "taken back before it was heard of",
            List.of(retracted),
            new MeetingState.Retracted(retracted)));
  }

  @ParameterizedTest
  @DisplayName("Where it stands follows from what is known")
  @MethodSource("states")
  void state(List<MeetingFact> facts, MeetingState state) {
    assertThat(Meeting.of(ID, facts).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @DisplayName("The latest mark of someone wins; of two of one time, the no-show")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          FIRST MARK  | SECOND MARK | ABSENT
          -           | -           | false
          12:00 true  | -           | true
          12:00 false | -           | false
          12:00 true  | 12:01 false | false
          12:01 false | 12:00 true  | false
          12:00 false | 12:01 true  | true
          12:01 true  | 12:00 false | true
          12:00 true  | 12:00 false | true
          12:00 false | 12:00 true  | true
          """)
  void marks(String first, String second, boolean absent) {
    Meeting meeting =
        anyMeeting().with(Stream.of(first, second).flatMap(MeetingTest::mark).toList());

    assertThat(meeting.isAbsent(ben().identity())).isEqualTo(absent);
    assertThat(meeting.isAbsent(ada().identity())).isFalse();
  }

  private static Stream<Attendance> mark(String cell) {
    return Stream.ofNullable(cell)
        .map(mark -> mark.split(" "))
        .map(
            mark ->
                new Attendance(
                    Instant.parse("2026-09-13T" + mark[0] + ":00Z"),
                    ben().identity(),
                    Boolean.parseBoolean(mark[1])));
  }

  @Test
  @DisplayName("Of two records of the booking the later prevails")
  void laterRecord() {
    Booking other = anyBoothMeeting().inviting(ada()).booking();
    Meeting meeting = Meeting.of(ID, List.of(new Booked(LATER, other), new Booked(AT, BOOKING)));

    assertThat(meeting.booking()).contains(other);
  }

  @Test
  @DisplayName("Of two records of one time the one with the greater digest prevails")
  void greaterDigest() {
    Booking other = anyBoothMeeting().inviting(ada()).booking();
    Booking greater =
        Stream.of(BOOKING, other).max(Comparator.comparing(Booking::digest)).orElseThrow();

    assertThat(Meeting.of(ID, List.of(new Booked(AT, BOOKING), new Booked(AT, other))).booking())
        .isEqualTo(
            Meeting.of(ID, List.of(new Booked(AT, other), new Booked(AT, BOOKING))).booking())
        .contains(greater);
  }

  static Stream<Arguments> ties() {
    Booking other = anyBoothMeeting().inviting(ada()).booking();
    return Stream.of(
        argumentSet("records", new Booked(AT, BOOKING), new Booked(AT, other)),
        argumentSet("repetitions", new BookedAsEnded(AT, BOOKING), new BookedAsEnded(AT, other)),
        argumentSet("moves", new Rescheduled(AT, MOVED_TO), new Rescheduled(AT, ID)),
        argumentSet(
            "marks",
            new Attendance(AT, ada().identity(), true),
            new Attendance(AT, ada().identity(), false)),
        argumentSet(
            "retractions",
            new Retraction(AT, "ann", "first"),
            new Retraction(AT, "bob", "second")));
  }

  @ParameterizedTest
  @DisplayName("Two facts of one kind and time are merged the same, whichever comes first")
  @MethodSource("ties")
  void tie(MeetingFact one, MeetingFact other) {
    assertThat(anyMeeting().with(List.of(one, other)))
        .isEqualTo(anyMeeting().with(List.of(other, one)))
        .isNotEqualTo(anyMeeting());
  }

  @Test
  @DisplayName(
      "What the report of an ending repeats never overrules the record, however late it is")
  void recordPrevails() {
    Booking stale = anyVideoCall().booking();
    Meeting meeting =
        Meeting.of(ID, List.of(new Booked(AT, BOOKING), new BookedAsEnded(LATER, stale)));

    assertThat(meeting.booking()).contains(BOOKING);
  }

  @Test
  @DisplayName("It was first scheduled at the earliest time that any fact gives")
  void firstScheduled() {
    Instant booked = BOOKING.scheduledAt();
    Booking anew = anyBoothMeeting().scheduledAt("2026-08-30T09:00:00Z").booking();
    Meeting meeting = Meeting.of(ID, List.of(new Booked(AT, BOOKING), new Booked(LATER, anew)));

    assertThat(meeting.booking()).contains(anew);
    assertThat(meeting.firstScheduledAt()).contains(booked);
    Instant before = booked.minusSeconds(1);
    assertThat(meeting.with(List.of(new ScheduledFirst(before))).firstScheduledAt())
        .contains(before);
    assertThat(meeting.with(List.of(new ScheduledFirst(LATER))).firstScheduledAt())
        .contains(booked);
  }

  @Test
  @DisplayName("A rescheduled booking names the one that replaces it")
  void successor() {
    assertThat(anyMeeting().handedOn()).isEmpty();
    assertThat(anyMeeting().with(List.of(new Rescheduled(AT, MOVED_TO))).handedOn())
        .containsOnly(entry(MOVED_TO, List.of(new ScheduledFirst(BOOKING.scheduledAt()))));
  }

  @Test
  @DisplayName("It was taken back when that was first said, whoever says it again")
  void retractedOnce() {
    var first = new Retraction(AT, "zoe", "wrong partner");
    var again = new Retraction(LATER, "ada", "again");

    assertThat(anyMeeting().with(List.of(again, first)).state())
        .isEqualTo(new MeetingState.Retracted(first));
  }

  @Test
  @DisplayName("Meetings are equal by id and facts")
  void equality() {
    assertThat(anyMeeting()).isEqualTo(anyMeeting()).hasSameHashCodeAs(anyMeeting());
    assertThat(anyMeeting()).isNotEqualTo(anyBoothMeeting().id("other").meeting());
    assertThat(anyMeeting()).isNotEqualTo(anyBoothMeeting().notOver().meeting());
  }

  @Test
  @DisplayName("A booking that waits to be confirmed is none yet")
  void unconfirmed() {
    Meeting requested = Meeting.of(ID, List.of(new Booked(AT, BOOKING), new Requested(LATER)));

    assertThat(requested.booking()).isEmpty();
    assertThat(requested.with(List.of(new Confirmed(LATER.plusSeconds(1)))).booking())
        .hasValue(BOOKING);
  }
}
