package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.CalendarFacts.IBC;
import static services.dataminer.points.application.award.CalendarFacts.NIGHT_AFTER_IBC;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.program.activity.ActivityId;

/// Each race is run by several programs on one table, as several functions would.
@DisplayName("Whoever races whom, the sums are right")
@WholeSuite
class LedgerRacesTest {

  private static final int TIMES = 15;
  private static final String ADA = "ada@acme.example";
  private static final String BEN = "ben@acme.example";
  private static final String CARL = "carl@customer.example";
  private static final ActivityId MEETING = ActivityId.calcom("m");

  private final LocalTable local = LocalTable.fresh();
  private final Program program = new Program(local);

  @BeforeEach
  void directory() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.member("ben", "acme", BEN);
  }

  private void together(Runnable... racers) throws Exception {
    try (var threads = Executors.newFixedThreadPool(racers.length)) {
      List<Callable<Object>> calls = new ArrayList<>();
      for (Runnable racer : racers) {
        calls.add(Executors.callable(racer));
      }
      for (var done : threads.invokeAll(calls)) {
        done.get();
      }
    }
  }

  private Program another() {
    return new Program(local);
  }

  private void sumsAgree(String... members) {
    for (String member : members) {
      assertThat(program.balanceOf(member)).isEqualTo(program.sumOfEntries(member));
    }
  }

  @RepeatedTest(TIMES)
  @DisplayName("two facts of one meeting")
  void twoFacts() throws Exception {
    program.tell(MEETING, CalendarFacts.videoCall(ADA, BEN, CARL));

    together(
        () -> another().tell(MEETING, CalendarFacts.ended()),
        () -> another().tell(MEETING, CalendarFacts.ended()),
        () -> another().tell(MEETING, CalendarFacts.absent(BEN, "2026-09-13T00:00:00Z")));

    assertThat(program.balanceOf("ada")).isEqualTo(100);
    assertThat(program.balanceOf("ben")).isZero();
    sumsAgree("ada", "ben");
  }

  @RepeatedTest(TIMES)
  @DisplayName("many awards to one member")
  void oneMember() throws Exception {
    together(
        () ->
            another()
                .tell(
                    ActivityId.calcom("a"),
                    CalendarFacts.videoCall(ADA, CARL),
                    CalendarFacts.ended()),
        () ->
            another()
                .tell(
                    ActivityId.calcom("b"),
                    CalendarFacts.videoCall(ADA, BEN, CARL),
                    CalendarFacts.ended()),
        () ->
            another()
                .tell(
                    ActivityId.calcom("c"),
                    CalendarFacts.videoCall(ADA, BEN, CARL),
                    CalendarFacts.ended()),
        () ->
            another()
                .tell(
                    ActivityId.calcom("a"),
                    CalendarFacts.videoCall(ADA, CARL),
                    CalendarFacts.ended()));

    assertThat(program.balanceOf("ada")).isEqualTo(200);
    assertThat(program.balanceOf("ben")).isEqualTo(100);
    sumsAgree("ada", "ben");
  }

  @RepeatedTest(TIMES)
  @DisplayName("a sign-up during an award")
  void signUp() throws Exception {
    together(
        () ->
            another()
                .tell(
                    MEETING,
                    CalendarFacts.videoCall(ADA, "cleo@acme.example", CARL),
                    CalendarFacts.ended()),
        () -> another().member("cleo", "acme", "cleo@acme.example"));

    assertThat(program.balanceOf("ada")).isEqualTo(50);
    assertThat(program.balanceOf("cleo")).isEqualTo(50);
    assertThat(program.entriesOf("cleo")).hasSize(1);
    sumsAgree("ada", "cleo");
  }

  @RepeatedTest(TIMES)
  @DisplayName("a settlement, twice, against a late no-show")
  void settlement() throws Exception {
    program.show(IBC, CalendarFacts.BOOTH);
    program.tell(MEETING, CalendarFacts.boothMeeting(ADA, BEN), CalendarFacts.ended());

    together(
        () -> another().night(NIGHT_AFTER_IBC),
        () -> another().tell(MEETING, CalendarFacts.absent(BEN, "2026-09-14T20:00:00Z")),
        () -> another().night(NIGHT_AFTER_IBC));
    program.night("2026-09-16T01:00:00Z");

    assertThat(program.balanceOf("ada")).isEqualTo(500);
    assertThat(program.balanceOf("ben")).isZero();
    sumsAgree("ada", "ben");
  }
}
