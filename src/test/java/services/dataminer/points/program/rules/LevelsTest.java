package services.dataminer.points.program.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import services.dataminer.points.functions.rules.RuleBookYaml;

class LevelsTest {

  private static final Levels LEVELS = RuleBookYaml.shipped().editions().getFirst().levels();

  @ParameterizedTest
  @DisplayName("A level is reached by the points it asks for, and not by one less")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          POINTS | LEVEL
          -10    | MEMBER
          0      | MEMBER
          749    | MEMBER
          750    | ADVOCATE
          4999   | ADVOCATE
          5000   | ENABLER
          14999  | ENABLER
          15000  | CATALYST
          99999  | CATALYST
          """)
  void reached(long points, Level level) {
    assertThat(LEVELS.of(points)).isEqualTo(level);
  }

  @ParameterizedTest
  @DisplayName("A level's threshold is the fewest points that reach it")
  @EnumSource(Level.class)
  void threshold(Level level) {
    assertThat(LEVELS.of(LEVELS.threshold(level))).isEqualTo(level);
    if (level != Level.MEMBER) {
      assertThat(LEVELS.of(LEVELS.threshold(level) - 1)).isLessThan(level);
    }
  }

  @ParameterizedTest
  @DisplayName("Levels that ask for nothing, or for no more than the one below, are refused")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          ADVOCATE | ENABLER | CATALYST | MESSAGE
          0        | 5000    | 15000    | an Advocate needs at least 1 point, not 0
          -1       | 5000    | 15000    | an Advocate needs at least 1 point, not -1
          5000     | 5000    | 15000    | each level needs more points than the one below, not 5000, 5000, 15000
          750      | 5000    | 5000     | each level needs more points than the one below, not 750, 5000, 5000
          15000    | 5000    | 750      | each level needs more points than the one below, not 15000, 5000, 750
          """)
  void refused(long advocate, long enabler, long catalyst, String message) {
    assertThatThrownBy(
            () -> new Levels(advocate, enabler, catalyst, Demotion.ONE_LEVEL, LevelBenefits.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
