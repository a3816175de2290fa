package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.program.activity.CourseFact.HandedOver;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.CourseFact.Voided;

@DisplayName("A learner's progress")
class CourseProgressTest {

  private static final ActivityId ID = new ActivityId("xapi:here");
  private static final ActivityId MEMBERS = new ActivityId("xapi:members");

  private static Instant day(int day) {
    return Instant.parse("2026-04-01T10:00:00Z").plusSeconds(86_400L * (day - 1));
  }

  /// `c2`: completed on the 2nd, by a statement of that name; `u3`: not completed, after all;
  /// `-c2`: that statement is void; `>c2`: handed over to the member's own activity; `retracted`.
  private static CourseFact fact(String text) {
    return switch (text.charAt(0)) {
      case 'c' -> progress(text, Step.COMPLETED);
      case 'e' -> progress(text, Step.ENROLLED);
      case 'u' -> progress(text, Step.UNCOMPLETED);
      case '-' -> new Voided(day(20), text.substring(1));
      case '>' ->
          new HandedOver(day(21), MEMBERS, List.of(text.substring(1)), new TreeSet<>(List.of(0)));
      default -> new Retraction(day(22), "grace", "mistaken");
    };
  }

  private static Progress progress(String id, Step step) {
    return new Progress(day(Integer.parseInt(id.substring(1))), id, step);
  }

  private static CourseProgress of(String facts) {
    return CourseProgress.of(
        ID, Arrays.stream(facts.split(" ")).map(CourseProgressTest::fact).toList());
  }

  private static String word(CourseState state) {
    return switch (state) {
      case CourseState.Unknown _ -> "unknown";
      case CourseState.Void _ -> "void";
      case CourseState.Uncompleted(Instant at) -> "not completed " + at.toString().substring(8, 10);
      case CourseState.HandedOver(ActivityId to) -> "at " + to;
      case CourseState.Retracted _ -> "retracted";
      case CourseState.Standing(List<Progress> by) ->
          "by " + String.join(" ", by.stream().map(Progress::statementId).toList());
    };
  }

  @ParameterizedTest
  @DisplayName("stands by what is known, in whatever order it is told")
  @CsvSource({
    "c2, by c2",
    "c3 c2 c4, by c2 c3 c4",
    "c2 -c2, void",
    "c2 c3 -c2, by c3",
    "-c2, unknown",
    "c2 u3, not completed 03",
    "c2 u3 c3, not completed 03",
    "c2 u3 c4, by c4",
    "c2 u3 u5 c4, not completed 05",
    "c2 u3 u5 -u5 c4, by c4",
    "c2 u3 -u3, by c2",
    "u3 -u3, void",
    "c2 >c2, at xapi:members",
    "c2 c3 >c2, by c3",
    "c2 c3 -c3 >c2, void",
    "c2 u3 >u3, by c2",
    ">c2, at xapi:members",
    "c2 retracted, retracted",
    "c2 >c2 retracted, retracted"
  })
  void state(String facts, String state) {
    List<String> turned = new ArrayList<>(List.of(facts.split(" "))).reversed();

    assertThat(word(of(facts).state())).isEqualTo(state);
    assertThat(word(of(String.join(" ", turned)).state())).isEqualTo(state);
  }

  @Test
  @DisplayName("that nothing is known of is not known")
  void nothing() {
    CourseProgress none = CourseProgress.of(ID, List.of());

    assertThat(none.id()).isEqualTo(ID);
    assertThat(none.state()).isEqualTo(new CourseState.Unknown());
    assertThat(none.occurredAt()).isEmpty();
    assertThat(none.facts()).isEmpty();
  }

  @Test
  @DisplayName("occurred when it was first reported, be that void")
  void occurred() {
    assertThat(of("c3 c2 -c2").occurredAt()).hasValue(day(2));
  }

  @Test
  @DisplayName("knows which statements count, which are void, and which went elsewhere")
  void statements() {
    CourseProgress progress = of("c2 c3 c4 -c3 >c4");

    assertThat(progress.open()).extracting(Progress::statementId).containsExactly("c2", "c3");
    assertThat(progress.isOpen("c3")).isTrue();
    assertThat(progress.isOpen("c4")).isFalse();
    assertThat(progress.isOpen("c5")).isFalse();
    assertThat(progress.voidedAt("c3")).hasValue(day(20));
    assertThat(progress.voidedAt("c2")).isEmpty();
    assertThat(progress.whereabouts("c4")).hasValue(MEMBERS);
    assertThat(progress.whereabouts("c2")).isEmpty();
  }

  @Test
  @DisplayName("hands over what counts, with what voids it")
  void handsOver() {
    assertThat(of("c2 c3 c4 -c3 -c9 >c4").openFacts())
        .containsExactly(fact("c2"), fact("c3"), fact("-c3"));
  }

  @Test
  @DisplayName("that was handed over in parts has gone as a whole")
  void handedOverTwice() {
    var second = new HandedOver(day(23), MEMBERS, List.of("c3"), new TreeSet<>(List.of(1)));
    CourseProgress progress = of("c2 c3 >c2").with(List.of(second));

    assertThat(progress.state()).isEqualTo(new CourseState.HandedOver(MEMBERS));
    assertThat(progress.series()).isEqualTo(2);
    assertThat(progress.seriesOf(MEMBERS)).containsExactly(0, 1);
    assertThat(progress.seriesOf(ID)).isEmpty();
    assertThat(progress.whereabouts(1)).hasValue(MEMBERS);
    assertThat(progress.whereabouts(2)).isEmpty();
    assertThat(progress.facts())
        .filteredOn(HandedOver.class::isInstance)
        .containsExactly(
            new HandedOver(day(21), MEMBERS, List.of("c2", "c3"), new TreeSet<>(List.of(0, 1))));
  }

  @Test
  @DisplayName("of many statements keeps the earliest and those that decide it")
  void keeps() {
    CourseProgress many = of("c2 c3 u4 c5 c6 e7 c8 -c2 -c5");

    assertThat(ids(many.keeping(7, _ -> true)))
        .containsExactly("c2", "c3", "u4", "c5", "c6", "e7", "c8");
    assertThat(ids(many.keeping(6, _ -> true))).containsExactly("c2", "c3", "u4", "c5", "c6", "e7");
    assertThat(ids(many.keeping(3, _ -> true))).containsExactly("c2", "u4", "c6");
    assertThat(ids(many.keeping(3, f -> f.step() == Step.ENROLLED)))
        .containsExactly("u4", "c6", "e7");
    assertThat(many.keeping(3, _ -> true).voidedAt("c5")).isEmpty();
    assertThat(many.keeping(3, _ -> true).voidedAt("c2")).isPresent();
  }

  @Test
  @DisplayName("is the same where the same is known")
  void same() {
    assertThat(of("c2 c3")).isEqualTo(of("c3 c2 c2")).hasSameHashCodeAs(of("c3 c2"));
    assertThat(of("c2")).isNotEqualTo(of("c3")).hasToString(ID + " " + of("c2").facts());
    assertThat(of("c2")).isNotEqualTo(CourseProgress.of(MEMBERS, List.of(fact("c2"))));
    assertThat(of("c2").equals(ID)).isFalse();
  }

  private static List<String> ids(CourseProgress progress) {
    return progress.open().stream().map(Progress::statementId).toList();
  }
}
