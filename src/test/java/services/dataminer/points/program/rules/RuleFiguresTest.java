package services.dataminer.points.program.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The figures that a rule can have")
class RuleFiguresTest {

  private static final Range A_POINT = Range.fixed(1);
  private static final Range A_DEDUCTION = new Range(-50, -1);

  @Test
  @DisplayName("A meeting pays at least a point")
  void meeting() {
    assertLowest(1, points -> new MeetingRule(points, Division.PARTNER_ATTENDEES))
        .hasMessage("a meeting pays at least 1 point, not 0");
  }

  @Test
  @DisplayName("A cap lets at least a point through")
  void cap() {
    assertLowest(1, points -> new Cap(points, Cap.Period.CALENDAR_MONTH))
        .hasMessage("a cap must be at least 1 point, not 0");
  }

  @Test
  @DisplayName("A point is worth at least a DOJO point")
  void dojo() {
    assertLowest(1, DojoRule::new).hasMessage("a point is worth at least 1 DOJO point, not 0");
  }

  @Test
  @DisplayName("Courses deduct nothing, neither for enrolling nor for completing")
  void courses() {
    assertThatThrownBy(() -> courses(Optional.of(A_DEDUCTION), Optional.empty()))
        .hasMessage("enrolling pays at least 1 point, not -50");
    assertThatThrownBy(() -> courses(Optional.empty(), Optional.of(A_DEDUCTION)))
        .hasMessage("completing pays at least 1 point, not -50");
    assertThat(courses(Optional.of(A_POINT), Optional.of(A_POINT)).enrolled()).hasValue(A_POINT);
  }

  @Test
  @DisplayName("What deducts points cannot have a cap")
  void deduction() {
    Optional<Cap> cap = Optional.of(new Cap(10, Cap.Period.MEMBERSHIP_YEAR));

    assertThatThrownBy(() -> new ContributionRule(A_DEDUCTION, cap))
        .hasMessage("an action that deducts points cannot have a cap");
    assertThat(new ContributionRule(A_POINT, cap).cap()).isEqualTo(cap);
    assertThat(new ContributionRule(A_DEDUCTION, Optional.empty()).cap()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "-1, -1", "-2, -1"})
  @DisplayName("A range is all above or all below 0")
  void range(long least, long most) {
    assertThat(new Range(least, most).holds(least)).isTrue();
    assertThat(new Range(least, most).holds(most)).isTrue();
    assertThat(new Range(least, most).holds(least - 1)).isFalse();
    assertThat(new Range(least, most).holds(most + 1)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 0", "-1, 1", "0, 0", "2, 1", "-1, -2"})
  @DisplayName("Nothing else is a range")
  void noRange(long least, long most) {
    assertThat(Range.isValid(least, most)).isFalse();
    assertThatThrownBy(() -> new Range(least, most))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("not from %d to %d", least, most);
  }

  @Test
  @DisplayName("A range is written as in a file")
  void written() {
    assertThat(A_POINT).hasToString("1");
    assertThat(new Range(1, 5_000)).hasToString("1 to 5000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "speak", "answer-question", "abcdefghij-abcdefghij-abcdefghij-abcdefg"})
  @DisplayName("An action's code is lower-case words of at most 40 characters")
  void action(String code) {
    assertThat(ContributionRule.isAction(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Speak",
        "speak-",
        "-speak",
        "two words",
        "abcdefghij-abcdefghij-abcdefghij-abcdefgh"
      })
  @DisplayName("Nothing else is an action's code")
  void noAction(String code) {
    assertThat(ContributionRule.isAction(code)).isFalse();
  }

  @Test
  @DisplayName("All courses count, or those that are listed")
  void only() {
    CourseRule listed =
        new CourseRule(
            Optional.empty(), Optional.of(A_POINT), new TreeSet<>(Set.of("https://lms.example/a")));

    assertThat(listed.counts("https://lms.example/a")).isTrue();
    assertThat(listed.counts("https://lms.example/b")).isFalse();
    assertThat(courses(Optional.empty(), Optional.of(A_POINT)).counts("urn:any")).isTrue();
  }

  private static CourseRule courses(Optional<Range> enrolled, Optional<Range> completed) {
    return new CourseRule(enrolled, completed, new TreeSet<>());
  }

  private interface OfPoints {
    Object make(long points);
  }

  /// Asserts that a figure is possible and the one below it is not.
  private static AbstractThrowableAssert<?, ?> assertLowest(long lowest, OfPoints rule) {
    assertThatCode(() -> rule.make(lowest)).doesNotThrowAnyException();
    return assertThatThrownBy(() -> rule.make(lowest - 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
