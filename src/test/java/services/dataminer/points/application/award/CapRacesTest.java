package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.program.fixture.Recordings.contribution;
import static services.dataminer.points.program.fixture.Recordings.retraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.award.ActivityState;

/// Contributions of one member, worked on by several programs on one table, as several functions
/// would.
@WholeSuite
class CapRacesTest {

  private static final int PROGRAMS = 4;

  private LocalTable local;
  private Program program;

  @BeforeEach
  @BeforeTry
  void directory() {
    local = LocalTable.fresh();
    program = new Program(local);
    program.partner("acme", "acme.example");
    program.member("ada", "acme", "ada@acme.example");
  }

  @RepeatedTest(15)
  @DisplayName("Of four contributions at one instant no more is granted than fits under the cap")
  void atOneInstant() {
    together(
        IntStream.range(0, PROGRAMS)
            .mapToObj(i -> new Deed("c-" + i, "feedback", 5, Then.STANDS))
            .toList());

    assertThat(program.balanceOf("ada")).isEqualTo(100);
    assertThat(program.sumOfEntries("ada")).isEqualTo(100);
    assertThat(
            IntStream.range(0, PROGRAMS)
                .mapToObj(i -> program.view(new ActivityId("contribution:c-" + i)).state()))
        .containsOnly(ActivityState.GRANTED, ActivityState.REFUSED)
        .filteredOn(ActivityState.GRANTED::equals)
        .hasSize(2);
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void Whoever_races_whom_no_cap_is_passed_and_balances_equal_entries(
      @ForAll("deeds") List<Deed> deeds, @ForAll long seed) {
    var twice = new ArrayList<>(deeds);
    twice.addAll(deeds);
    Collections.shuffle(twice, new Random(seed));
    together(twice);

    long balance = program.balanceOf("ada");
    assertThat(balance).isEqualTo(program.sumOfEntries("ada")).isEqualTo(granted(deeds, ""));
    assertThat(granted(deeds, "feedback"))
        .isEqualTo(used("feedback", "2026-10"))
        .isBetween(0L, 100L);
    assertThat(granted(deeds, "job-title"))
        .isEqualTo(used("job-title", "2026-04-12"))
        .isBetween(0L, 250L);

    twice.removeIf(deed -> deed.then() == Then.IS_JUDGED_AGAIN);
    together(twice);
    assertThat(program.balanceOf("ada")).isEqualTo(balance);
  }

  /// What becomes of a contribution once it is recorded.
  private enum Then {
    STANDS,
    IS_TAKEN_BACK,
    IS_JUDGED_AGAIN
  }

  /// A contribution of October 2026.
  private record Deed(String id, String action, int day, Then then) {

    ActivityId activity() {
      return new ActivityId("contribution:" + id);
    }

    void tell(Program program) {
      program.record(id, contribution(action, "2026-10-%02dT10:00:00Z".formatted(day)));
      switch (then) {
        case STANDS -> {}
        case IS_TAKEN_BACK -> program.tell(activity(), retraction("not so"));
        case IS_JUDGED_AGAIN -> program.reassess(activity());
      }
    }
  }

  @Provide
  Arbitrary<List<Deed>> deeds() {
    Arbitrary<Deed> deed =
        Combinators.combine(Arbitraries.integers().between(0, 9), Arbitraries.of(Then.class))
            .as(
                (number, then) ->
                    new Deed(
                        "c-" + number,
                        List.of("feedback", "feedback", "job-title", "upvote").get(number % 4),
                        number + 1,
                        then));
    return deed.list().ofMinSize(3).ofMaxSize(9);
  }

  private long granted(List<Deed> deeds, String action) {
    return deeds.stream()
        .filter(deed -> deed.action().startsWith(action))
        .map(Deed::activity)
        .distinct()
        .flatMap(id -> program.view(id).record().granted().values().stream())
        .mapToLong(granted -> granted.points())
        .sum();
  }

  private long used(String action, String period) {
    var key = Keys.cap("ada", action, period);
    var item = local.table().read(List.of(key)).get(key);
    return item == null ? 0 : Long.parseLong(item.get("used").n());
  }

  private void together(List<Deed> deeds) {
    try (var threads = Executors.newFixedThreadPool(PROGRAMS)) {
      List<Callable<Object>> calls =
          deeds.stream().map(deed -> Executors.callable(() -> deliver(deed))).toList();
      for (var done : threads.invokeAll(calls)) {
        done.get();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /// As a queue does: what fails for now is delivered again.
  private void deliver(Deed deed) {
    for (int attempt = 1; ; attempt++) {
      try {
        deed.tell(new Program(local));
        return;
      } catch (Unavailable e) {
        if (attempt == 5) {
          throw e;
        }
      }
    }
  }
}
