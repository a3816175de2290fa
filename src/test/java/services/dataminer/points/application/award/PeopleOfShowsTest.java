package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.CalendarFacts.IBC;
import static services.dataminer.points.application.award.CalendarFacts.NIGHT_AFTER_IBC;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.award.ActivityState;

@DisplayName("Who shares in a show's points")
@WholeSuite
class PeopleOfShowsTest {

  private static final ActivityId SETTLEMENT = ActivityId.show(IBC.id(), "acme");
  private static final String ADA = "ada@acme.example";
  private static final String BEN = "ben@acme.example";
  private static final String CLEO = "cleo@acme.example";

  private final Program program = new Program(LocalTable.fresh());

  @BeforeEach
  void directory() {
    program.partner("acme", "acme.example");
    program.show(IBC, CalendarFacts.BOOTH);
    program.member("ada", "acme", ADA);
  }

  private void meeting(String id, String... people) {
    program.tell(ActivityId.calcom(id), CalendarFacts.boothMeeting(people), CalendarFacts.ended());
  }

  private List<Long> balances(String... members) {
    return Stream.of(members).map(program::balanceOf).toList();
  }

  @Test
  @DisplayName("is one person who signed up between two meetings")
  void signsUpBetween() {
    program.member("cleo", "acme", CLEO);
    meeting("first", ADA, CLEO, BEN);
    program.member("ben", "acme", BEN);
    meeting("second", ADA, CLEO, BEN);

    program.night(NIGHT_AFTER_IBC);

    assertThat(program.view(SETTLEMENT).reason())
        .isEqualTo("2 meetings at IBC 2026: 1,000 points divided among 3 attendees");
    assertThat(balances("ada", "ben", "cleo")).containsExactlyInAnyOrder(334L, 333L, 333L);
  }

  @Test
  @DisplayName("is credited for what was settled before the sign-up, and for what comes after it")
  void signsUpAfterSettlement() {
    meeting("first", ADA, BEN);
    program.night(NIGHT_AFTER_IBC);
    program.member("ben", "acme", BEN);
    meeting("second", ADA, BEN);

    program.night("2026-09-16T01:00:00Z");
    assertThat(balances("ada", "ben")).containsExactly(500L, 500L);

    program.tell(ActivityId.calcom("second"), CalendarFacts.absent(BEN, "2026-09-16T08:00:00Z"));
    program.night("2026-09-17T01:00:00Z");
    assertThat(balances("ada", "ben")).containsExactly(750L, 250L);
  }

  @Test
  @DisplayName("is two members of whom each had the address at one of the meetings")
  void addressChangesItsOwner() {
    meeting("first", ADA, BEN);
    program.member("xena", "acme", "xena@acme.example", BEN);
    program.member("xena", "acme", "xena@acme.example");
    meeting("second", ADA, BEN);
    program.member("yara", "acme", BEN);

    program.night(NIGHT_AFTER_IBC);
    assertThat(balances("ada", "xena", "yara")).containsExactly(500L, 250L, 250L);
    assertThat(program.view(ActivityId.calcom("first")).state()).isEqualTo(ActivityState.GRANTED);

    program.tell(ActivityId.calcom("second"), CalendarFacts.absent(BEN, "2026-09-16T08:00:00Z"));
    program.night("2026-09-16T01:00:00Z");
    assertThat(balances("ada", "xena", "yara")).containsExactly(750L, 250L, 0L);
  }

  @Test
  @DisplayName("is the second owner, too, if the address changed hands after a settlement")
  void addressChangesItsOwnerAfterSettlement() {
    meeting("first", ADA, BEN);
    program.member("xena", "acme", "xena@acme.example", BEN);
    program.night(NIGHT_AFTER_IBC);
    program.member("xena", "acme", "xena@acme.example");
    meeting("second", ADA, BEN);
    program.member("yara", "acme", BEN);

    program.night("2026-09-16T01:00:00Z");

    assertThat(balances("ada", "xena", "yara")).containsExactly(500L, 250L, 250L);
    assertThat(program.sumOfEntries("xena")).isEqualTo(250);
    assertThat(program.erase("xena")).isNotNull();
    assertThat(balances("ada", "yara")).containsExactly(500L, 250L);
  }

  @Test
  @DisplayName("is nobody yet at the second meeting, if the first owner no longer has the address")
  void addressIsFreeAgain() {
    meeting("first", ADA, BEN);
    program.member("xena", "acme", "xena@acme.example", BEN);
    program.member("xena", "acme", "xena@acme.example");
    meeting("second", ADA, BEN);

    program.night(NIGHT_AFTER_IBC);
    assertThat(balances("ada", "xena")).containsExactly(500L, 250L);

    program.member("yara", "acme", BEN);
    program.night("2026-09-16T01:00:00Z");
    assertThat(balances("ada", "xena", "yara")).containsExactly(500L, 250L, 250L);
  }

  @Test
  @DisplayName("is nobody yet, too, if the first owner was erased")
  void addressOfAnErasedMember() {
    meeting("first", ADA, BEN);
    program.member("xena", "acme", BEN);
    assertThat(program.erase("xena")).isNotNull();
    meeting("second", ADA, BEN);

    program.night(NIGHT_AFTER_IBC);
    program.member("yara", "acme", BEN);
    program.night("2026-09-16T01:00:00Z");

    assertThat(balances("ada", "yara")).containsExactly(500L, 250L);
  }

  @Test
  @DisplayName("stays two people who was settled as two, when a member claims a second address")
  void secondAddress() {
    program.member("cleo", "acme", CLEO);
    program.member("ben", "acme", BEN);
    String second = "b2@acme.example";
    meeting("first", ADA, CLEO, second);
    meeting("second", ADA, CLEO, BEN);
    program.night(NIGHT_AFTER_IBC);
    List<Long> before = balances("ada", "cleo");
    assertThat(balances("ada", "cleo", "ben").stream().mapToLong(Long::longValue).sum())
        .isBetween(832L, 834L);

    program.member("ben", "acme", BEN, second);
    program.night("2026-09-16T01:00:00Z");

    assertThat(balances("ada", "cleo")).isEqualTo(before);
    assertThat(program.balanceOf("ben"))
        .isEqualTo(1000 - before.stream().mapToLong(Long::longValue).sum());
  }
}
