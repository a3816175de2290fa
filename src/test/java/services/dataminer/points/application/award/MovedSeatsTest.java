package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.CalendarFacts.IBC;
import static services.dataminer.points.application.award.CalendarFacts.mail;

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
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.Seat;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.award.ActivityState;

@DisplayName("A seat that someone moves to another meeting at the booth")
@WholeSuite
class MovedSeatsTest {

  private static final String ADA = "ada@acme.example";
  private static final String CLEO = "cleo@acme.example";
  private static final ActivityId OLD = ActivityId.calcom("old");
  private static final ActivityId NEW = ActivityId.calcom("new");
  private static final String BEFORE = "2026-08-20T09:00:00Z";
  private static final String DURING = "2026-09-12T09:00:00Z";
  private static final String MOVED = "2026-09-12T10:00:00Z";

  private Program program;

  @BeforeEach
  void directory() {
    program = new Program(LocalTable.fresh());
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.member("cleo", "acme", CLEO);
    program.show(IBC, CalendarFacts.BOOTH);
  }

  @Test
  @DisplayName("was scheduled when it was first taken, for as long as it stays")
  void ownTime() {
    program.tell(OLD, booked(BEFORE), taken(ADA, BEFORE), first(ADA, BEFORE));
    program.tell(NEW, booked(DURING), taken(CLEO, DURING), first(CLEO, DURING));
    program.tell(NEW, booked(MOVED), taken(ADA, MOVED), first(ADA, MOVED));
    program.tell(OLD, left(ADA));
    program.tell(NEW, CalendarFacts.over());
    assertThat(program.view(NEW).state()).isEqualTo(ActivityState.AWAITING_SHOW);

    program.tell(NEW, givenUp(ADA, "2026-09-12T11:00:00Z"));

    assertThat(program.view(NEW).state()).isEqualTo(ActivityState.REFUSED);
    assertThat(program.view(NEW).reason()).startsWith("booked on 2026-09-12 at 11:00, ");
  }

  @Test
  @DisplayName("was scheduled no earlier than taken, although others booked the meeting before")
  void noTimeOfOthers() {
    program.tell(OLD, booked(BEFORE), taken(ADA, BEFORE), first(ADA, BEFORE));
    program.tell(OLD, booked(DURING), taken(CLEO, DURING), first(CLEO, DURING));
    program.tell(NEW, booked(MOVED), taken(CLEO, MOVED), first(CLEO, MOVED));
    program.tell(OLD, left(CLEO));
    program.tell(NEW, CalendarFacts.over());
    program.tell(OLD, CalendarFacts.over());

    assertThat(program.view(NEW).state()).isEqualTo(ActivityState.REFUSED);
    assertThat(program.view(NEW).reason()).startsWith("booked on 2026-09-12 at 11:00, ");
    assertThat(program.view(OLD).state()).isEqualTo(ActivityState.AWAITING_SHOW);
  }

  @Test
  @DisplayName("brings its time along, whenever that is heard of")
  void heardOfLate() {
    program.tell(OLD, left(ADA));
    program.tell(NEW, booked(MOVED), taken(ADA, MOVED), first(ADA, MOVED), CalendarFacts.over());
    assertThat(program.view(NEW).state()).isEqualTo(ActivityState.REFUSED);

    program.tell(OLD, booked(BEFORE), taken(ADA, BEFORE), first(ADA, BEFORE));

    assertThat(program.view(NEW).state()).isEqualTo(ActivityState.AWAITING_SHOW);
    assertThat(program.view(OLD).state()).isEqualTo(ActivityState.CANCELLED);
  }

  private static Booked booked(String at) {
    Booking listed =
        CalendarFacts.booked(
                Medium.IN_PERSON,
                Optional.of(new Booth.EventType(CalendarFacts.BOOTH)),
                Instant.parse(at),
                Instant.parse("2026-09-13T10:00:00Z"),
                ADA)
            .booking();
    return new Booked(
        Instant.parse(at),
        new Booking(
            listed.medium(),
            listed.booth(),
            Instant.parse(at),
            listed.startsAt(),
            listed.endsAt(),
            listed.host(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            "seated " + at));
  }

  private static MeetingFact taken(String who, String at) {
    return new Seat(Instant.parse(at), mail(who), true, Optional.empty());
  }

  private static MeetingFact first(String who, String at) {
    return new SeatedFirst(Instant.parse(at), 0, mail(who));
  }

  private static MeetingFact givenUp(String who, String at) {
    return new Seat(Instant.parse(at), mail(who), false, Optional.empty());
  }

  private static MeetingFact left(String who) {
    return new Seat(Instant.parse(MOVED), mail(who), false, Optional.of(NEW));
  }
}
