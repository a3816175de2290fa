package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static services.dataminer.points.application.award.CalendarFacts.IBC;
import static services.dataminer.points.application.award.CalendarFacts.NIGHT_AFTER_IBC;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.settlement.Settled;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.award.ActivityState;

@DisplayName("Meetings are awarded on the table")
@WholeSuite
class MeetingAwardsTest {

  private static final String ADA = "ada@acme.example";
  private static final String BEN = "ben@acme.example";
  private static final String CARL = "carl@customer.example";
  private static final ActivityId MEETING = ActivityId.calcom("m");

  private Program program;

  /// Where the table is; another place in the subclass.
  LocalTable table() {
    return LocalTable.fresh();
  }

  @BeforeEach
  void directory() {
    program = new Program(table());
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.member("ben", "acme", BEN);
    program.show(IBC, CalendarFacts.BOOTH);
  }

  @Test
  @DisplayName("five booth meetings of two people bring each 1,250 after the show")
  void thePagesExample() {
    for (int i = 1; i <= 5; i++) {
      ActivityId id = ActivityId.calcom("m" + i);
      program.tell(id, CalendarFacts.boothMeeting(ADA, BEN));
      assertThat(program.view(id).state()).isEqualTo(ActivityState.BOOKED);
      program.tell(id, CalendarFacts.ended());
      assertThat(program.view(id).state()).isEqualTo(ActivityState.AWAITING_SHOW);
    }
    assertThat(program.pendingOf("ada")).isEqualTo(1250);

    assertThat(program.night("2026-09-14T21:59:59Z"))
        .as("the last second of the show")
        .isEqualTo(new Settled(0, 0, 0));
    assertThat(program.night(NIGHT_AFTER_IBC)).isEqualTo(new Settled(1, 5, 2500));
    assertThat(program.night(NIGHT_AFTER_IBC)).as("again").isEqualTo(new Settled(0, 0, 0));

    assertThat(program.balanceOf("ada")).isEqualTo(1250);
    assertThat(program.balanceOf("ben")).isEqualTo(1250);
    assertThat(program.pendingOf("ada")).isZero();
    assertThat(program.view(ActivityId.calcom("m1")).state()).isEqualTo(ActivityState.GRANTED);
    Entry entry = program.entriesOf("ada").getFirst();
    assertThat(entry.at()).isEqualTo("2026-09-14T21:59:59Z");
    assertThat(entry.reason())
        .isEqualTo(
            "5 meetings at IBC 2026: 2,500 points divided among 2 attendees; your share is 1,250 points (rules of 2023-03-28)");
  }

  @Test
  @DisplayName(
      "a no-show marked after the settlement is corrected the night after, where it counted")
  void lateNoShow() {
    program.tell(MEETING, CalendarFacts.boothMeeting(ADA, BEN), CalendarFacts.ended());
    program.night(NIGHT_AFTER_IBC);

    program.tell(MEETING, CalendarFacts.absent(BEN, "2026-09-17T12:00:00Z"));
    assertThat(program.balanceOf("ben")).as("before the night").isEqualTo(250);
    assertThat(program.night("2026-09-18T01:00:00Z")).isEqualTo(new Settled(1, 1, 0));

    assertThat(program.balanceOf("ada")).isEqualTo(500);
    assertThat(program.balanceOf("ben")).isZero();
    assertThat(program.entriesOf("ben"))
        .extracting(Entry::kind, Entry::points)
        .containsExactlyInAnyOrder(tuple(EntryKind.AWARD, 250L), tuple(EntryKind.REVERSAL, -250L));
    assertThat(program.entriesOf("ben"))
        .allSatisfy(entry -> assertThat(entry.earnedOn()).isEqualTo("2026-09-14"))
        .extracting(Entry::reason)
        .contains(
            "1 meeting at IBC 2026: 500 points for the only attendee; you no longer count as an attendee: your share drops from 250 points to 0 (rules of 2023-03-28)");
  }

  @Test
  @DisplayName("a share waits for a sign-up, which moves no one else's points")
  void signUpLater() {
    program.tell(
        MEETING,
        CalendarFacts.videoCall(ADA, BEN, "cleo@acme.example", CARL),
        CalendarFacts.ended());
    long adas = program.balanceOf("ada");
    long bens = program.balanceOf("ben");

    program.member("cleo", "acme", "cleo@acme.example");

    assertThat(program.balanceOf("ada")).isEqualTo(adas);
    assertThat(program.balanceOf("ben")).isEqualTo(bens);
    assertThat(adas + bens + program.balanceOf("cleo")).isEqualTo(100);
    assertThat(program.entriesOf("cleo").getFirst().earnedOn()).isEqualTo("2026-09-12");
    assertThat(program.view(MEETING).record().waiting()).isEmpty();
  }

  @Test
  @DisplayName("a meeting waits for its show to be entered")
  void showEnteredLate() {
    var later = new Show("ibc-2", "IBC 2", IBC.startsOn(), IBC.endsOn(), IBC.timeZone());
    var elsewhere = new Program(table());
    elsewhere.partner("acme", "acme.example");
    elsewhere.member("ada", "acme", ADA);
    elsewhere.tell(MEETING, CalendarFacts.boothMeeting(ADA), CalendarFacts.ended());
    assertThat(elsewhere.view(MEETING).state()).isEqualTo(ActivityState.REFUSED);

    elsewhere.show(later, CalendarFacts.BOOTH);

    assertThat(elsewhere.view(MEETING).state()).isEqualTo(ActivityState.AWAITING_SHOW);
    elsewhere.night(NIGHT_AFTER_IBC);
    assertThat(elsewhere.balanceOf("ada")).isEqualTo(500);
    assertThat(elsewhere.entriesOf("ada").getFirst().reason())
        .isEqualTo("1 meeting at IBC 2: 500 points for the only attendee (rules of 2023-03-28)");
  }

  @Test
  @DisplayName("ninety people of a partner are awarded in several transactions")
  void aCrowd() {
    String[] crowd = new String[90];
    for (int i = 0; i < crowd.length; i++) {
      crowd[i] = "p%02d@acme.example".formatted(i);
    }
    crowd[0] = ADA;
    for (int i = 1; i < 70; i++) {
      program.member("p%02d".formatted(i), "acme", crowd[i]);
    }
    String[] everyone = Arrays.copyOf(crowd, 89);
    everyone[88] = CARL;

    program.tell(MEETING, CalendarFacts.videoCall(everyone), CalendarFacts.ended());

    var shares = program.view(MEETING).award().orElseThrow().shares();
    assertThat(shares.stream().mapToLong(share -> share.points()).sum()).isEqualTo(100);
    assertThat(program.view(MEETING).record().waiting()).hasSize(18);
    for (int i = 1; i < 70; i++) {
      String member = "p%02d".formatted(i);
      assertThat(program.balanceOf(member))
          .isBetween(1L, 2L)
          .isEqualTo(program.sumOfEntries(member));
    }
  }
}
