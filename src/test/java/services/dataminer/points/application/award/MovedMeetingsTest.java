package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.CalendarFacts.IBC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Meanwhile;
import services.dataminer.points.ledger.show.ShowMeeting;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.show.Stand;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.Retraction;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.award.ActivityState;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

@DisplayName("A meeting that leaves its show or partner is paid once, whenever the nights fall")
@WholeSuite
class MovedMeetingsTest {

  private static final String CARL = "carl@customer.example";
  private static final Show SATIS =
      new Show(
          "satis-2026",
          "SATIS 2026",
          LocalDate.parse("2026-09-21"),
          LocalDate.parse("2026-09-22"),
          IBC.timeZone());
  private static final long BOOTH_AT_SATIS = 2262;
  private static final String NIGHT = "2026-09-25T01:00:00Z";

  private final Program program = new Program(LocalTable.fresh());

  @BeforeEach
  void directory() {
    program.partner("acme", "acme.example");
    program.partner("bolt", "bolt.example");
    program.show(IBC, CalendarFacts.BOOTH);
    program.show(SATIS, BOOTH_AT_SATIS);
  }

  /// A member, and the one meeting of theirs.
  private record Visit(Program program, String member) {
    ActivityId meeting() {
      return ActivityId.calcom(member);
    }

    String address() {
      return member + "@acme.example";
    }

    void tell(MeetingFact... facts) {
      program.tell(meeting(), facts);
    }

    /// What the member has of a settlement.
    long granted(String settlement) {
      return program.entriesOf(member).stream()
          .filter(entry -> entry.activityId().value().equals(settlement))
          .mapToLong(entry -> entry.points())
          .sum();
    }
  }

  /// A visit to the booth at IBC.
  private Visit visit(String member) {
    program.member(member, "acme", member + "@acme.example");
    var visit = new Visit(program, member);
    visit.tell(CalendarFacts.boothMeeting(visit.address(), CARL), CalendarFacts.over());
    return visit;
  }

  /// One thing that happens to a meeting.
  private record Step(String what, Consumer<Visit> happening) {
    void to(Visit visit) {
      happening.accept(visit);
    }

    @Override
    public String toString() {
      return what;
    }
  }

  private static Step told(String what, Function<Visit, MeetingFact> fact) {
    return new Step(what, visit -> visit.tell(fact.apply(visit)));
  }

  private static Step body(String what, Medium medium, long eventType, String at, String startsAt) {
    return told(
        what,
        visit ->
            CalendarFacts.booked(
                medium,
                Optional.of(new Booth.EventType(eventType)),
                Instant.parse(at),
                Instant.parse(startsAt),
                visit.address(),
                CARL));
  }

  private static Step atSatis(String at) {
    return body("at SATIS", Medium.IN_PERSON, BOOTH_AT_SATIS, at, "2026-09-21T10:00:00Z");
  }

  private static Step betweenShows(String at) {
    return body("between shows", Medium.IN_PERSON, CalendarFacts.BOOTH, at, "2026-09-17T10:00:00Z");
  }

  private static Step call(String at) {
    return body("a call", Medium.VIDEO_CALL, 1, at, "2026-09-12T10:00:00Z");
  }

  private static Step atIbc(String at) {
    return body("at IBC", Medium.IN_PERSON, CalendarFacts.BOOTH, at, "2026-09-13T10:00:00Z");
  }

  private static final Step NO_SHOW =
      told("no-show", visit -> CalendarFacts.absent(visit.address(), "2026-09-15T08:00:00Z"));
  private static final Step CAME =
      told("came", visit -> CalendarFacts.present(visit.address(), "2026-09-16T08:00:00Z"));
  private static final Step CANCELLED =
      told("cancelled", _ -> new MeetingFact.Cancelled(Instant.parse("2026-09-15T08:00:00Z")));
  private static final Step RETRACTED =
      told(
          "retracted",
          _ -> new Retraction(Instant.parse("2026-09-15T08:00:00Z"), "grace", "twice entered"));
  private static final Step JUDGED_AS_BOLTS =
      new Step(
          "reassessed as bolt's",
          visit -> {
            visit.program().member(visit.member(), "bolt", visit.address());
            visit
                .program()
                .deliver(
                    List.of(
                        MeetingMessage.reassess(visit.meeting(), ReassessmentScope.EVERYTHING)));
          });

  private static Arguments path(int ibc, int bolts, int satis, int itself, Step... steps) {
    return Arguments.of(List.of(steps), ibc, bolts, satis, itself);
  }

  static Stream<Arguments> paths() {
    String one = "2026-08-02T10:00:00Z";
    String two = "2026-08-03T10:00:00Z";
    return Stream.of(
        path(0, 500, 0, 0, NO_SHOW, JUDGED_AS_BOLTS, CAME),
        path(0, 0, 0, 0, NO_SHOW, JUDGED_AS_BOLTS, CAME, CANCELLED),
        path(0, 0, 500, 0, atSatis(one)),
        path(500, 0, 0, 0, atSatis(one), atIbc(two)),
        path(0, 0, 0, 0, CANCELLED, atSatis(one)),
        path(0, 0, 500, 0, NO_SHOW, atSatis(one), CAME),
        path(500, 0, 0, 0, NO_SHOW, atSatis(one), CAME, atIbc(two)),
        path(0, 0, 0, 0, betweenShows(one)),
        path(0, 0, 0, 0, CANCELLED, betweenShows(one)),
        path(500, 0, 0, 0, betweenShows(one), atIbc(two)),
        path(0, 0, 0, 100, call(one)),
        path(0, 0, 0, 100, NO_SHOW, call(one), CAME),
        path(500, 0, 0, 0, call(one), atIbc(two)),
        path(0, 0, 0, 0, RETRACTED, atSatis(one)),
        path(0, 0, 0, 0, atSatis(one), RETRACTED, atIbc(two)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  void once(List<Step> steps, long ibc, long bolts, long satis, long itself) {
    // Places for a night are before the first step and between any two. A last night always falls,
    // and where they fall everywhere it is repeated.
    int everywhere = (1 << (steps.size() + 1)) - 1;
    IntStream once = IntStream.range(0, steps.size()).map(place -> 1 << place);
    for (int nights : IntStream.concat(IntStream.of(0, everywhere), once).toArray()) {
      Visit visit = visit("m" + nights);
      for (int i = 0; i < steps.size(); i++) {
        nightIf((nights & 1 << i) != 0);
        steps.get(i).to(visit);
      }
      nightIf((nights & 1 << steps.size()) != 0);
      program.night(NIGHT);

      String when = "nights " + Integer.toBinaryString(nights);
      assertThat(visit.granted("show:ibc-2026:acme")).as(when).isEqualTo(ibc);
      assertThat(visit.granted("show:ibc-2026:bolt")).as(when).isEqualTo(bolts);
      assertThat(visit.granted("show:satis-2026:acme")).as(when).isEqualTo(satis);
      assertThat(program.balanceOf(visit.member()))
          .as(when)
          .isEqualTo(ibc + bolts + satis + itself)
          .isEqualTo(program.sumOfEntries(visit.member()));
      assertThat(program.pendingOf(visit.member())).as(when).isZero();
    }
  }

  private void nightIf(boolean falls) {
    if (falls) {
      program.night(NIGHT);
    }
  }

  @Test
  @DisplayName("a settlement overtaken by a no-show and a whole night does not pay it after all")
  void overtaken() {
    Visit visit = visit("ada");
    var overtaking =
        new Meanwhile(
            TransactWriteItemsRequest.class,
            () -> {
              NO_SHOW.to(visit);
              program.night(NIGHT);
            });

    new Program(program.local.through(overtaking)).night(NIGHT);
    program.night(NIGHT);

    assertThat(overtaking.happened()).isTrue();
    assertThat(program.balanceOf("ada")).isZero();
  }

  @Test
  @DisplayName("what moved away is left out of the show's list and names no one")
  void leftOut() {
    Visit visit = visit("ada");
    visit("ben");
    atSatis("2026-08-02T10:00:00Z").to(visit);

    var meetings = new ShowMeetings(program.local.table());
    assertThat(meetings.page(IBC.id(), Optional.empty(), 1).items())
        .extracting(ShowMeeting::activityId)
        .containsExactly(ActivityId.calcom("ben"));
    assertThat(meetings.page(IBC.id(), Optional.empty(), 1).next()).isEmpty();
    assertThat(meetings.all(IBC.id())).hasSize(1);
    assertThat(meetings.of(new Stand(IBC.id(), "acme")))
        .filteredOn(ShowMeeting::moved)
        .singleElement()
        .satisfies(moved -> assertThat(moved.people()).isEmpty())
        .satisfies(moved -> assertThat(moved.counts()).isFalse());
    atIbc("2026-08-03T10:00:00Z").to(visit);
    assertThat(meetings.all(IBC.id())).as("back again").hasSize(2);
  }

  @Test
  @DisplayName("a meeting settled at nothing that counts again awaits its night, and is pending")
  void countsAgain() {
    Visit visit = visit("ada");
    NO_SHOW.to(visit);
    program.night(NIGHT);

    CAME.to(visit);

    assertThat(program.view(visit.meeting()).state()).isEqualTo(ActivityState.AWAITING_SHOW);
    assertThat(program.view(visit.meeting()).settledBy()).isEmpty();
    assertThat(program.pendingOf("ada")).isEqualTo(500);
    program.night(NIGHT);
    assertThat(program.view(visit.meeting()).state()).isEqualTo(ActivityState.GRANTED);
    assertThat(program.pendingOf("ada")).isZero();
  }

  @Test
  @DisplayName(
      "what is pending after a settlement is what it granted too little, never less than 0")
  void pendingAfterSettlement() {
    Visit visit = visit("ada");
    program.member("ben", "acme", "ben@acme.example");
    var both = CalendarFacts.boothMeeting(visit.address(), "ben@acme.example");
    program.tell(ActivityId.calcom("both"), both, CalendarFacts.ended());
    program.night(NIGHT);
    assertThat(program.balanceOf("ada")).isEqualTo(750);

    program.tell(
        ActivityId.calcom("both"),
        CalendarFacts.absent("ben@acme.example", "2026-09-15T08:00:00Z"));
    assertThat(program.pendingOf("ada")).isEqualTo(250);
    assertThat(program.pendingOf("ben")).isZero();
    program.tell(ActivityId.calcom("late"), both);
    assertThat(program.pendingOf("ada")).isEqualTo(500);
    assertThat(program.pendingOf("ben")).isZero();
  }

  @Test
  @DisplayName("a settled meeting that moves within its show has its new times and stays granted")
  void newTimes() {
    Visit visit = visit("ada");
    program.night(NIGHT);

    atIbc("2026-08-02T10:00:00Z").to(visit);

    ShowMeeting meeting = new ShowMeetings(program.local.table()).all(IBC.id()).getFirst();
    assertThat(meeting.startsAt()).isEqualTo("2026-09-13T10:00:00Z");
    assertThat(meeting.endsAt()).isEqualTo("2026-09-13T10:30:00Z");
    assertThat(meeting.stateAfterSettlement()).isEqualTo(ActivityState.GRANTED);
    assertThat(program.night(NIGHT).meetings()).isZero();
  }
}
