package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static services.dataminer.points.program.fixture.MeetingStory.anyVideoCall;
import static services.dataminer.points.program.fixture.People.ada;
import static services.dataminer.points.program.fixture.People.ben;
import static services.dataminer.points.program.fixture.People.cleo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.BookedAsEnded;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.MeetingFact.ScheduledFirst;
import services.dataminer.points.program.activity.MeetingFact.Seat;
import services.dataminer.points.program.activity.MeetingFact.SeatScheduledFirst;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.fixture.Someone;

@DisplayName("Seats of one booking are taken and given up one by one")
class SeatsTest {

  private static final ActivityId ID = ActivityId.calcom("seats");
  private static final ActivityId OTHER = ActivityId.calcom("other");
  private static final Booking ALL = anyVideoCall().inviting(ada(), ben()).booking();
  private static final Booking SEATED =
      new Booking(
          ALL.medium(),
          ALL.booth(),
          ALL.scheduledAt(),
          ALL.startsAt(),
          ALL.endsAt(),
          ALL.host(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          "seated");

  @Test
  @DisplayName("each announcement adds the person it names, whatever comes first")
  void together() {
    Meeting meeting = meeting(booked(2), taken(ben(), 2), booked(1), taken(ada(), 1));

    assertThat(attendees(meeting)).containsExactlyInAnyOrder(ada().identity(), ben().identity());
    assertThat(booker(meeting)).isEqualTo(ada().identity());
  }

  @Test
  @DisplayName("whoever gives up a seat leaves the meeting to the others")
  void givenUp() {
    Meeting meeting =
        meeting(booked(1), taken(ada(), 1), taken(ben(), 2), givenUp(ada(), 3), taken(ada(), 1));

    assertThat(attendees(meeting)).containsExactly(ben().identity());
    assertThat(booker(meeting)).isEqualTo(ben().identity());
    assertThat(meeting.state()).isInstanceOf(MeetingState.Upcoming.class);
  }

  @Test
  @DisplayName("a seat that was given up counts again once a later list names its holder")
  void listedAgain() {
    Booking listing = anyVideoCall().inviting(ada(), ben()).booking();
    Meeting before = Meeting.of(ID, List.of(new Booked(at(1), listing), givenUp(ada(), 2)));

    assertThat(attendees(before)).containsExactly(ben().identity());
    assertThat(attendees(before.with(List.of(new Booked(at(3), listing)))))
        .containsExactlyInAnyOrder(ada().identity(), ben().identity());
  }

  @Test
  @DisplayName("of those whom one body lists the first has booked, whatever their pseudonyms")
  void listedTogether() {
    for (List<Someone> listed : List.of(List.of(ada(), ben()), List.of(ben(), ada()))) {
      Meeting meeting =
          Meeting.of(
              ID,
              List.of(
                  booked(1),
                  taken(ada(), 1),
                  taken(ben(), 1),
                  new SeatedFirst(at(1), 0, listed.getFirst().identity()),
                  new SeatedFirst(at(1), 1, listed.getLast().identity())));

      assertThat(booker(meeting)).isEqualTo(listed.getFirst().identity());
    }
  }

  @Test
  @DisplayName("a seat taken again counts, and its holder has booked as first")
  void takenAgain() {
    Meeting meeting =
        meeting(booked(1), taken(ada(), 1), taken(ben(), 2), givenUp(ada(), 3), taken(ada(), 4));

    assertThat(attendees(meeting)).contains(ada().identity());
    assertThat(booker(meeting)).isEqualTo(ada().identity());
  }

  @Test
  @DisplayName("a meeting whose every seat was given up does not take place")
  void deserted() {
    Meeting meeting =
        meeting(booked(1), taken(ada(), 1), givenUp(ada(), 3), taken(ben(), 2), givenUp(ben(), 2));

    assertThat(meeting.state()).isEqualTo(new MeetingState.Deserted());
  }

  @Test
  @DisplayName("a seat moved to another booking leaves this one, which hands on when it was taken")
  void moved() {
    Meeting meeting =
        meeting(
            booked(1),
            taken(ada(), 1),
            taken(ben(), 2),
            new Seat(at(3), ben().identity(), false, Optional.of(OTHER)));

    assertThat(attendees(meeting)).containsExactly(ada().identity());
    assertThat(meeting.handedOn())
        .containsOnly(entry(OTHER, List.of(new SeatScheduledFirst(at(2), ben().identity()))));
  }

  @Test
  @DisplayName("a seat that moves on has been taken when it was, before it was first moved")
  void movedOn() {
    Meeting meeting =
        meeting(
            booked(3),
            taken(ada(), 3),
            new SeatScheduledFirst(at(1), ada().identity()),
            new Seat(at(4), ada().identity(), false, Optional.of(OTHER)));

    assertThat(meeting.handedOn())
        .containsOnly(entry(OTHER, List.of(new SeatScheduledFirst(at(1), ada().identity()))));
  }

  @Test
  @DisplayName(
      "a seat that was moved and taken again is here, and hands on, whichever is told first")
  void movedAndTakenAgain() {
    Meeting before = meeting(booked(1), taken(ada(), 1));
    var moved = new Seat(at(3), ada().identity(), false, Optional.of(OTHER));

    for (Meeting meeting :
        List.of(
            before.with(List.of(moved)).with(List.of(taken(ada(), 4))),
            before.with(List.of(taken(ada(), 4))).with(List.of(moved)))) {
      assertThat(attendees(meeting)).containsExactly(ada().identity());
      assertThat(meeting.handedOn())
          .containsOnly(entry(OTHER, List.of(new SeatScheduledFirst(at(1), ada().identity()))));
    }
  }

  @Test
  @DisplayName("a seat of which nobody told hands on nothing: the booking may be somebody else's")
  void movedUnheard() {
    Meeting meeting =
        meeting(
            booked(1),
            taken(ada(), 1),
            new Seat(at(3), ben().identity(), false, Optional.of(OTHER)));

    assertThat(meeting.handedOn()).isEmpty();
  }

  @Test
  @DisplayName(
      "a booking that is moved as a whole hands on its time, and those of seats moved to it")
  void movedAsAWhole() {
    Meeting meeting =
        meeting(
            booked(3),
            taken(ada(), 3),
            new SeatScheduledFirst(at(1), ada().identity()),
            new Rescheduled(at(4), OTHER));

    assertThat(meeting.handedOn())
        .containsOnly(
            entry(
                OTHER,
                List.of(
                    new ScheduledFirst(SEATED.scheduledAt()),
                    new SeatScheduledFirst(at(1), ada().identity()))));
  }

  @Test
  @DisplayName("a seat moved here counts as scheduled before, while its holder attends")
  void movedHere() {
    Meeting alone = meeting(booked(3), taken(cleo(), 3));
    Meeting joined =
        alone.with(List.of(taken(ada(), 4), new SeatScheduledFirst(at(-9), ada().identity())));

    assertThat(alone.firstScheduledAt()).contains(SEATED.scheduledAt());
    assertThat(joined.firstScheduledAt()).contains(at(-9));
    assertThat(joined.with(List.of(givenUp(ada(), 5))).firstScheduledAt())
        .contains(SEATED.scheduledAt());
    assertThat(
            joined.with(List.of(new Attendance(at(99), ada().identity(), true))).firstScheduledAt())
        .contains(SEATED.scheduledAt());
  }

  @Test
  @DisplayName("an ending lists everyone seated, and no one back in who gave up the seat")
  void ending() {
    Booking listed = anyVideoCall().inviting(ada(), ben(), cleo()).booking();
    Meeting meeting =
        meeting(
            booked(1),
            taken(ada(), 1),
            taken(ben(), 2),
            givenUp(ben(), 3),
            new BookedAsEnded(at(9), listed));

    assertThat(attendees(meeting)).containsExactlyInAnyOrder(ada().identity(), cleo().identity());
  }

  @Test
  @DisplayName("the calendar's record outweighs seats told before it, and not those told after")
  void recorded() {
    Meeting meeting =
        meeting(
            booked(1),
            taken(ada(), 1),
            givenUp(ben(), 3),
            new CalendarRecord(
                at(4), CalendarRecord.Status.ACCEPTED, ALL, List.of(), Optional.empty()),
            taken(cleo(), 5));

    assertThat(attendees(meeting))
        .containsExactlyInAnyOrder(ada().identity(), ben().identity(), cleo().identity());
    assertThat(
            attendees(
                meeting.with(
                    List.of(
                        new CalendarRecord(
                            at(6),
                            CalendarRecord.Status.ACCEPTED,
                            ALL,
                            List.of(),
                            Optional.empty())))))
        .containsExactlyInAnyOrder(ada().identity(), ben().identity());
  }

  private static Meeting meeting(MeetingFact... told) {
    List<MeetingFact> facts = Stream.of(told).flatMap(SeatsTest::withFirst).toList();
    Meeting meeting = Meeting.of(ID, facts);
    assertThat(Meeting.of(ID, facts.reversed())).isEqualTo(meeting);
    return meeting;
  }

  /// A body that tells of a seat taken dates it, too.
  private static Stream<MeetingFact> withFirst(MeetingFact fact) {
    return fact instanceof Seat seat && seat.taken()
        ? Stream.of(seat, new SeatedFirst(seat.at(), 0, seat.who()))
        : Stream.of(fact);
  }

  private static Booked booked(int hour) {
    return new Booked(at(hour), SEATED);
  }

  private static Seat taken(Someone who, int hour) {
    return new Seat(at(hour), who.identity(), true, Optional.empty());
  }

  private static Seat givenUp(Someone who, int hour) {
    return new Seat(at(hour), who.identity(), false, Optional.empty());
  }

  private static Instant at(int hour) {
    return Instant.parse("2026-08-20T00:00:00Z").plusSeconds(3600L * hour);
  }

  private static List<Identity> attendees(Meeting meeting) {
    return meeting.booking().orElseThrow().attendees();
  }

  private static Identity booker(Meeting meeting) {
    return meeting.booking().orElseThrow().booker().orElseThrow();
  }
}
