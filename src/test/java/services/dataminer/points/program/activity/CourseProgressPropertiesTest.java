package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import services.dataminer.points.program.activity.CourseFact.HandedOver;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.CourseFact.Voided;

@Label("A learner's progress")
class CourseProgressPropertiesTest {

  private static final ActivityId ID = new ActivityId("xapi:here");
  private static final Predicate<Progress> EARNS = f -> f.step() == Step.SUCCEEDED;

  @Property
  @Label("is the same in whatever order and however often its facts are told")
  void anyOrder(@ForAll("facts") List<CourseFact> facts, @ForAll long seed) {
    var shuffled = new ArrayList<>(facts);
    shuffled.addAll(facts);
    Collections.shuffle(shuffled, new Random(seed));
    CourseProgress told = CourseProgress.of(ID, List.of());
    for (CourseFact fact : shuffled) {
      told = told.with(List.of(fact));
    }

    assertThat(told).isEqualTo(CourseProgress.of(ID, facts));
    assertThat(told.with(told.facts())).isEqualTo(told);
  }

  @Property
  @Label("is assessed alike by the statements that are kept")
  void keeping(
      @ForAll("facts") List<CourseFact> facts, @ForAll @IntRange(min = 3, max = 6) int most) {
    CourseProgress all = CourseProgress.of(ID, facts);
    CourseProgress kept = all.keeping(most, EARNS);

    assertThat(kept.open()).hasSizeLessThanOrEqualTo(Math.max(most, 3));
    assertThat(all.open()).containsAll(kept.open());
    assertThat(kept.state().getClass()).isEqualTo(all.state().getClass());
    assertThat(kept.uncompleted()).isEqualTo(all.uncompleted());
    assertThat(kept.standing().stream().findFirst()).isEqualTo(all.standing().stream().findFirst());
    assertThat(kept.standing().stream().filter(EARNS).findFirst())
        .isEqualTo(all.standing().stream().filter(EARNS).findFirst());
  }

  @Property
  @Label("is whole again with the facts that were left out")
  void wholeAgain(@ForAll("facts") List<CourseFact> facts) {
    CourseProgress all = CourseProgress.of(ID, facts);

    assertThat(all.keeping(3, EARNS).with(facts)).isEqualTo(all);
  }

  @Property
  @Label("that is handed over stands elsewhere as it stood here")
  void handedOver(@ForAll("facts") List<CourseFact> facts) {
    CourseProgress here = CourseProgress.of(ID, facts);
    var there = CourseProgress.of(new ActivityId("xapi:there"), here.openFacts());

    assertThat(there.standing()).isEqualTo(here.standing());
    assertThat(there.uncompleted()).isEqualTo(here.uncompleted());
    assertThat(there.open()).isEqualTo(here.open());
  }

  @Provide
  Arbitrary<List<CourseFact>> facts() {
    Arbitrary<Instant> at =
        Arbitraries.integers()
            .between(0, 3)
            .map(day -> Instant.parse("2026-04-01T10:00:00Z").plusSeconds(86_400L * day));
    Arbitrary<String> statement = Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h");
    Arbitrary<CourseFact> progress =
        Combinators.combine(at, statement, Arbitraries.of(Step.class)).as(Progress::new);
    Arbitrary<CourseFact> voided = Combinators.combine(at, statement).as(Voided::new);
    Arbitrary<CourseFact> handedOver =
        Combinators.combine(
                at,
                Arbitraries.of("xapi:x", "xapi:y").map(ActivityId::new),
                statement.list().ofMaxSize(2),
                Arbitraries.integers().between(0, 2).set().ofMaxSize(2))
            .as((when, to, ids, series) -> new HandedOver(when, to, ids, new TreeSet<>(series)));
    return Arbitraries.frequencyOf(
            Tuple.of(12, progress), Tuple.of(4, voided), Tuple.of(1, handedOver))
        .list()
        .ofMaxSize(14);
  }
}
