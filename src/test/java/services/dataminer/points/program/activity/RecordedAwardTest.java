package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static services.dataminer.points.program.fixture.Recordings.TOLD_AT;
import static services.dataminer.points.program.fixture.Recordings.adjustment;
import static services.dataminer.points.program.fixture.Recordings.event;
import static services.dataminer.points.program.fixture.Recordings.useCase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;

class RecordedAwardTest {

  private static final ActivityId ID = new ActivityId("adjustment:any");

  @Property
  void Any_order_and_any_repetition_of_facts_make_the_same_activity(
      @ForAll("facts") List<RecordedAwardFact> facts, @ForAll long seed) {
    var shuffled = new ArrayList<>(facts);
    shuffled.addAll(facts);
    Collections.shuffle(shuffled, new Random(seed));
    RecordedAward told = RecordedAward.of(ID, List.of());
    for (RecordedAwardFact fact : shuffled) {
      told = told.with(List.of(fact));
    }

    assertThat(told).isEqualTo(RecordedAward.of(ID, facts));
    assertThat(told.with(told.facts())).isEqualTo(told);
  }

  @Provide
  Arbitrary<List<RecordedAwardFact>> facts() {
    Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 2);
    Arbitrary<RecordedAwardFact> recorded =
        Combinators.combine(seconds, Arbitraries.of("ann", "bob"))
            .as(
                (second, by) ->
                    again(
                        adjustment(5, "gift", "2026-10-05T10:00:00Z"),
                        TOLD_AT.plusSeconds(second),
                        by));
    Arbitrary<RecordedAwardFact> retracted =
        Combinators.combine(seconds, Arbitraries.of("x", "y"))
            .as((second, reason) -> new Retraction(TOLD_AT.plusSeconds(second), "ann", reason));
    return Arbitraries.oneOf(recorded, retracted).list().ofMaxSize(6);
  }

  @Test
  @DisplayName("The same recorded by someone else, later or in another order is the same")
  void same() {
    Recorded event = event(List.of("2026-10-01 1000", "2026-10-02 800"), "ada ben");
    Recorded turned = event(List.of("2026-10-02 800", "2026-10-01 1000"), "ben ada");

    assertThat(event.matches(again(turned, TOLD_AT.plusSeconds(9), "bob"))).isTrue();
    assertThat(event.matches(event(List.of("2026-10-01 1000"), "ada ben"))).isFalse();
    assertThat(event.matches(useCase(750, "2026-10-02", "ada"))).isFalse();
  }

  private static Recorded again(Recorded recorded, Instant at, String by) {
    return new Recorded(at, by, recorded.occurredAt(), recorded.basis());
  }

  @Test
  @DisplayName("Nobody and no day is named twice, and somebody is named")
  void once() {
    assertThatThrownBy(() -> event(List.of("2026-10-01 1000"), "ada ben ada"))
        .hasMessage("ada is named twice");
    assertThatThrownBy(() -> event(List.of("2026-10-01 1000", "2026-10-01 1"), "ada"))
        .hasMessage("2026-10-01 is named twice");
    assertThatThrownBy(
            () -> new HostedEvent("t", HostedEvent.Series.INSPIRE, List.of(), List.of("ada")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> adjustment(0, "none", "2026-10-05T10:00:00Z"))
        .hasMessage("an adjustment moves points, not 0");
  }
}
