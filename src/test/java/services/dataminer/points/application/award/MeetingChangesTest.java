package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.CalendarFacts.IBC;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.BookedAsEnded;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.Confirmed;
import services.dataminer.points.program.activity.MeetingFact.Requested;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.MeetingFact.Seat;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.award.ActivityState;

@DisplayName("Meetings that change are awarded once, to those who attended")
@WholeSuite
class MeetingChangesTest {

  private static final String ADA = "ada@acme.example";
  private static final String BEN = "ben@acme.example";
  private static final String CLEO = "cleo@acme.example";
  private static final String CARL = "carl@customer.example";
  private static final ActivityId CALL = ActivityId.calcom("call");
  private static final ActivityId MOVED = ActivityId.calcom("moved");

  private Program program;

  @BeforeEach
  void directory() {
    program = new Program(LocalTable.fresh());
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.member("ben", "acme", BEN);
  }

  @Test
  @DisplayName(
      "a move that the host has to confirm pays one meeting, scheduled when first asked for")
  void confirmedMove() {
    program.tell(CALL, CalendarFacts.videoCall(ADA, CARL));
    program.tell(CALL, new Rescheduled(at("2026-09-02T09:00:00Z"), MOVED));
    program.tell(MOVED, new Requested(at("2026-09-02T09:00:00Z")));
    program.tell(
        MOVED,
        CalendarFacts.videoCall(ADA, CARL),
        new Confirmed(at("2026-09-03T09:00:00Z")),
        CalendarFacts.ended());
    program.tell(CALL, CalendarFacts.ended());

    assertThat(program.balanceOf("ada")).isEqualTo(100);
    assertThat(program.view(CALL).state()).isEqualTo(ActivityState.CANCELLED);
    assertThat(program.view(MOVED).record().meeting().firstScheduledAt())
        .contains(CalendarFacts.BOOKED_AT);
  }

  @Test
  @DisplayName("a request that nobody confirms waits, and earns nothing when its end is reported")
  void unconfirmed() {
    program.tell(CALL, new Requested(at("2026-09-02T09:00:00Z")), CalendarFacts.ended());

    assertThat(program.view(CALL).state()).isEqualTo(ActivityState.BOOKED);
    assertThat(program.view(CALL).reason())
        .isEqualTo("requested; counts as a meeting once the host confirms it");
  }

  @Test
  @DisplayName(
      "a sign-up takes points from no one, whatever show has the call's event type by then")
  void signUpAfterShow() {
    var call = videoCall(Optional.of(new Booth.EventType(CalendarFacts.BOOTH)), ADA, CLEO, CARL);
    program.tell(CALL, call, CalendarFacts.ended());
    assertThat(program.balanceOf("ada")).isEqualTo(50);
    program.show(IBC, CalendarFacts.BOOTH);

    program.member("cleo", "acme", CLEO);

    assertThat(program.balanceOf("ada")).isEqualTo(50);
    assertThat(program.balanceOf("cleo")).isEqualTo(50);
  }

  @Test
  @DisplayName("a call that moves to the booth looks for its show, entered meanwhile")
  void movedToTheBooth() {
    program.tell(CALL, videoCall(Optional.of(new Booth.EventType(CalendarFacts.BOOTH)), ADA, CARL));
    program.show(IBC, CalendarFacts.BOOTH);
    Booking booth = CalendarFacts.boothMeeting(ADA, CARL).booking();

    program.tell(CALL, new Booked(at("2026-08-25T09:00:00Z"), booth), CalendarFacts.ended());

    assertThat(program.view(CALL).state()).isEqualTo(ActivityState.AWAITING_SHOW);
  }

  @Test
  @DisplayName(
      "two bodies with more people than one item holds are assessed, and only the last counts")
  void manyPeople() {
    program.tell(CALL, CalendarFacts.videoCall(crowd("a", 88)));
    Booking second = CalendarFacts.videoCall(crowd("b", 88)).booking();
    program.tell(CALL, new BookedAsEnded(at("2026-08-21T09:00:00Z"), second));
    assertThat(program.view(CALL).record().people()).hasSizeGreaterThan(100);
    program.tell(CALL, new Booked(at("2026-08-22T09:00:00Z"), second), CalendarFacts.ended());

    assertThat(program.view(CALL).state()).isEqualTo(ActivityState.GRANTED);
    assertThat(program.view(CALL).record().people()).hasSize(91);
    assertThat(program.balanceOf("ada")).isEqualTo(100);
  }

  @Test
  @DisplayName("seats share the points, in a crowd larger than one transaction writes")
  void manySeats() {
    Booking seated = seated();
    program.tell(
        CALL,
        new Booked(CalendarFacts.BOOKED_AT, seated),
        seat(ADA, 0),
        new SeatedFirst(CalendarFacts.BOOKED_AT, 0, Identity.of("mailto:" + ADA)),
        seat(CARL, 1));
    IntStream.range(0, 120)
        .forEach(
            i ->
                program.tell(
                    CALL,
                    new Booked(CalendarFacts.BOOKED_AT, seated),
                    seat("p" + i + "@acme.example", 2 + i)));

    program.tell(CALL, CalendarFacts.ended());

    assertThat(program.view(CALL).state()).isEqualTo(ActivityState.GRANTED);
    assertThat(program.view(CALL).reason()).isEqualTo("100 points divided among 121 attendees");
    assertThat(
            program.view(CALL).award().orElseThrow().shares().stream()
                .mapToLong(s -> s.points())
                .sum())
        .isEqualTo(100);
  }

  @Test
  @DisplayName("a change that leaves out its booth is looked up at the one known")
  void changeWithoutBooth() {
    program.show(IBC, CalendarFacts.BOOTH);
    Booking booth = CalendarFacts.boothMeeting(ADA, CARL).booking();
    program.tell(CALL, new Booked(CalendarFacts.BOOKED_AT, booth));
    Booking call =
        new Booking(
            CalendarFacts.videoCall(ADA).booking().medium(),
            Optional.empty(),
            booth.scheduledAt(),
            booth.startsAt(),
            booth.endsAt(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            "call");

    program.tell(CALL, new Booked(at("2026-08-25T09:00:00Z"), call), CalendarFacts.ended());

    assertThat(program.view(CALL).reason())
        .isEqualTo("a video call, booked as a meeting at a show's booth");
  }

  @Test
  @DisplayName("rooms and robots are no customers and get no share")
  void robots() {
    program.tell(
        CALL,
        CalendarFacts.videoCall(ADA, "fred@fireflies.ai", "c_1@resource.calendar.google.com"),
        CalendarFacts.ended());

    assertThat(program.view(CALL).reason()).isEqualTo("no customer attends");
  }

  @Test
  @DisplayName("the record gives back what a wrongly understood cancellation took")
  void recordOutweighs() {
    program.tell(CALL, CalendarFacts.videoCall(ADA, CARL), CalendarFacts.ended());
    program.tell(
        CALL,
        new services.dataminer.points.program.activity.MeetingFact.Cancelled(
            at("2026-09-21T09:00:00Z")));
    assertThat(program.balanceOf("ada")).isZero();

    program.tell(
        CALL,
        new CalendarRecord(
            at("2026-09-21T09:00:00Z"),
            CalendarRecord.Status.ACCEPTED,
            CalendarFacts.videoCall(ADA, CARL).booking(),
            List.of(),
            Optional.empty()));

    assertThat(program.balanceOf("ada")).isEqualTo(100);
    assertThat(program.entriesOf("ada")).hasSize(3);
  }

  private static String[] crowd(String name, int guests) {
    return Stream.concat(
            Stream.of(ADA, CARL),
            IntStream.range(0, guests).mapToObj(i -> name + i + "@customer.example"))
        .toArray(String[]::new);
  }

  private static Seat seat(String address, int minutes) {
    return new Seat(
        CalendarFacts.BOOKED_AT.plusSeconds(60L * minutes),
        Identity.of("mailto:" + address),
        true,
        Optional.empty());
  }

  private static Booking seated() {
    return videoCall(Optional.empty()).booking();
  }

  private static Booked videoCall(Optional<Booth> booth, String... attendees) {
    Booking call = CalendarFacts.videoCall(ADA).booking();
    return new Booked(
        CalendarFacts.BOOKED_AT,
        new Booking(
            call.medium(),
            booth,
            call.scheduledAt(),
            call.startsAt(),
            call.endsAt(),
            call.host(),
            List.of(),
            Arrays.stream(attendees).map(a -> Identity.of("mailto:" + a)).findFirst(),
            Arrays.stream(attendees).map(a -> Identity.of("mailto:" + a)).toList(),
            Optional.empty(),
            "digest"));
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }
}
