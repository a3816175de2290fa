package services.dataminer.points.program.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.program.fixture.Books;
import services.dataminer.points.program.fixture.EarnedPoints;
import services.dataminer.points.program.rules.Level;

/// What levels members hold, to be read beside the program page. Points are written `2023-06-12
/// +750`: earned at noon of that day in Brussels. `2026-04-11 at Pacific/Honolulu +750` are those
/// of a show that ended there on that day: earned in its last second, counting on its last day.
@DisplayName("A member's standing")
class StandingTest {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  /// The page's example: signed up on 12 April 2023.
  private static final String LIFE_CYCLE =
      """
      2023-06-12 +750; 2023-11-24 +4250; 2024-03-01 +2600;
      2024-08-13 +750; 2025-02-10 +3550;
      2025-09-09 +5000; 2026-03-01 +2500""";

  @ParameterizedTest
  @DisplayName("over the page's life cycle, from a sign-up on 12 April 2023")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          ON         | LEVEL    | CARRIED  | EARNED | NEXT
          2023-04-12 | MEMBER   | MEMBER   | 0      | 750 to ADVOCATE
          2023-06-11 | MEMBER   | MEMBER   | 0      | 750 to ADVOCATE
          2023-06-12 | ADVOCATE | MEMBER   | 750    | 4250 to ENABLER
          2023-11-23 | ADVOCATE | MEMBER   | 750    | 4250 to ENABLER
          2023-11-24 | ENABLER  | MEMBER   | 5000   | 10000 to CATALYST
          2024-04-11 | ENABLER  | MEMBER   | 7600   | 7400 to CATALYST
          2024-04-12 | ENABLER  | ENABLER  | 0      | 15000 to CATALYST
          2024-08-13 | ENABLER  | ENABLER  | 750    | 14250 to CATALYST
          2025-04-11 | ENABLER  | ENABLER  | 4300   | 10700 to CATALYST
          2025-04-12 | ADVOCATE | ADVOCATE | 0      | 5000 to ENABLER
          2025-09-08 | ADVOCATE | ADVOCATE | 0      | 5000 to ENABLER
          2025-09-09 | ENABLER  | ADVOCATE | 5000   | 10000 to CATALYST
          2026-04-11 | ENABLER  | ADVOCATE | 7500   | 7500 to CATALYST
          2026-04-12 | ENABLER  | ENABLER  | 0      | 15000 to CATALYST
          """)
  void lifeCycle(LocalDate on, Level level, Level carried, long earned, String next) {
    Standing standing =
        standing(Books.SHIPPED, LocalDate.parse("2023-04-12"), LIFE_CYCLE, noon(on, BRUSSELS));

    assertThat(standing.level()).isEqualTo(level);
    assertThat(standing.carried()).isEqualTo(carried);
    assertThat(standing.earned()).isEqualTo(earned);
    assertThat(standing.next().map(n -> n.pointsToGo() + " to " + n.level())).contains(next);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("in the cases that the wording leaves to think about")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          CASE                                                  | SIGNED UP  | POINTS                                          | AT (UTC)             | LEVEL    | CARRIED  | EARNED
          29 February: the year before a common one ends        | 2024-02-29 | 2025-02-27 +750                                 | 2025-02-27T22:59:59Z | ADVOCATE | MEMBER   | 750
          29 February: has its anniversary on 28 February       | 2024-02-29 | 2025-02-27 +750                                 | 2025-02-27T23:00:00Z | ADVOCATE | ADVOCATE | 0
          29 February: 28 February of a leap year is the last   | 2024-02-29 | 2028-02-28 +750                                 | 2028-02-28T22:59:59Z | ADVOCATE | MEMBER   | 750
          29 February: and 29 February the anniversary again    | 2024-02-29 | 2028-02-28 +750                                 | 2028-02-28T23:00:00Z | ADVOCATE | ADVOCATE | 0
          clocks forward on the anniversary: the second before  | 2023-03-31 | 2024-03-30 +800                                 | 2024-03-30T22:59:59Z | ADVOCATE | MEMBER   | 800
          clocks forward on the anniversary: the first second   | 2023-03-31 | 2024-03-30 +800                                 | 2024-03-30T23:00:00Z | ADVOCATE | ADVOCATE | 0
          clocks forward the day before: the second before      | 2023-04-01 | 2024-03-31 +800                                 | 2024-03-31T21:59:59Z | ADVOCATE | MEMBER   | 800
          clocks forward the day before: the first second       | 2023-04-01 | 2024-03-31 +800                                 | 2024-03-31T22:00:00Z | ADVOCATE | ADVOCATE | 0
          clocks back on the anniversary: the second before     | 2023-10-27 | 2024-10-26 +800                                 | 2024-10-26T21:59:59Z | ADVOCATE | MEMBER   | 800
          clocks back on the anniversary: the first second      | 2023-10-27 | 2024-10-26 +800                                 | 2024-10-26T22:00:00Z | ADVOCATE | ADVOCATE | 0
          clocks back the day before: the second before         | 2023-10-28 | 2024-10-27 +800                                 | 2024-10-27T22:59:59Z | ADVOCATE | MEMBER   | 800
          clocks back the day before: the first second          | 2023-10-28 | 2024-10-27 +800                                 | 2024-10-27T23:00:00Z | ADVOCATE | ADVOCATE | 0
          a show in Hawaii ends before the anniversary: at it   | 2023-04-12 | 2026-04-11 at Pacific/Honolulu +800             | 2026-04-11T22:00:00Z | MEMBER   | MEMBER   | 0
          and counts in the year ended once it is over there    | 2023-04-12 | 2026-04-11 at Pacific/Honolulu +800             | 2026-04-12T09:59:59Z | ADVOCATE | ADVOCATE | 0
          a show in Hawaii ends on the anniversary              | 2023-04-12 | 2026-04-12 at Pacific/Honolulu +800             | 2026-04-13T09:59:59Z | ADVOCATE | MEMBER   | 800
          a show in Kiribati ends on the anniversary            | 2023-04-12 | 2026-04-12 at Pacific/Kiritimati +800           | 2026-04-12T09:59:59Z | ADVOCATE | MEMBER   | 800
          a show in Kiribati ends before the anniversary        | 2023-04-12 | 2026-04-11 at Pacific/Kiritimati +800           | 2026-04-11T22:00:00Z | ADVOCATE | ADVOCATE | 0
          points above a threshold hold the level               | 2023-04-12 | 2023-06-12 +750                                 | 2023-07-01T10:00:00Z | ADVOCATE | MEMBER   | 750
          a reversal below it loses the level                   | 2023-04-12 | 2023-06-12 +750; 2023-06-12 -1                  | 2023-07-01T10:00:00Z | MEMBER   | MEMBER   | 749
          and counts where its award did: it was never held     | 2023-04-12 | 2023-06-12 +750; 2023-06-12 -1                  | 2023-06-12T10:00:00Z | MEMBER   | MEMBER   | 749
          an adjustment below it loses the level from its time  | 2023-04-12 | 2023-06-12 +750; 2023-07-01 -1                  | 2023-07-01T10:00:00Z | MEMBER   | MEMBER   | 749
          and the level was held until then                     | 2023-04-12 | 2023-06-12 +750; 2023-07-01 -1                  | 2023-07-01T09:59:59Z | ADVOCATE | MEMBER   | 750
          a level carried into the year is not lost by one      | 2023-04-12 | 2023-06-12 +750; 2024-06-12 +750; 2024-06-12 -1 | 2024-07-02T10:00:00Z | ADVOCATE | ADVOCATE | 749
          a reversal in a closed year takes what it left        | 2023-04-12 | 2023-06-12 +750; 2023-06-12 -1; 2024-06-12 +10  | 2024-07-02T10:00:00Z | MEMBER   | MEMBER   | 10
          points below zero are no level below a member's       | 2023-04-12 | 2023-06-12 -50                                  | 2023-07-01T10:00:00Z | MEMBER   | MEMBER   | -50
          a year closed with 700 leaves nothing                 | 2023-04-12 | 2023-06-12 +700                                 | 2024-04-12T10:00:00Z | MEMBER   | MEMBER   | 0
          unless an award into it comes late, by which it left  | 2023-04-12 | 2023-06-12 +700; 2024-03-01 +50                 | 2024-04-12T10:00:00Z | ADVOCATE | ADVOCATE | 0
          and which does not count in the year it came in       | 2023-04-12 | 2023-06-12 +700; 2024-03-01 +50; 2024-05-01 +20 | 2024-06-12T10:00:00Z | ADVOCATE | ADVOCATE | 20
          earned before the sign-up counts in the first year    | 2023-04-12 | 2023-04-01 +750                                 | 2023-04-12T10:00:00Z | ADVOCATE | MEMBER   | 750
          a year without points leaves nothing                  | 2023-04-12 | 2023-06-12 +5000                                | 2025-04-12T10:00:00Z | MEMBER   | MEMBER   | 0
          """)
  void cases(
      String name,
      LocalDate signedUpOn,
      String points,
      Instant at,
      Level level,
      Level carried,
      long earned) {
    Standing standing = standing(Books.SHIPPED, signedUpOn, points, at);

    assertThat(standing.level()).as(name).isEqualTo(level);
    assertThat(standing.carried()).as(name).isEqualTo(carried);
    assertThat(standing.earned()).as(name).isEqualTo(earned);
  }

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
  @DisplayName("by the policy and the thresholds in force")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          RULES          | SIGNED UP  | POINTS                            | ON         | LEVEL    | CARRIED
          # a Catalyst who earned 800 falls to Advocate, or by one level
          SHIPPED        | 2023-04-12 | 2023-06-12 +15000; 2024-06-12 800 | 2025-04-11 | CATALYST | CATALYST
          SHIPPED        | 2023-04-12 | 2023-06-12 +15000; 2024-06-12 800 | 2025-04-12 | ADVOCATE | ADVOCATE
          OTHER_READINGS | 2023-04-12 | 2023-06-12 +15000; 2024-06-12 800 | 2025-04-12 | ENABLER  | ENABLER
          # who earned nothing loses all, or one level a year
          SHIPPED        | 2023-04-12 | 2023-06-12 +15000                 | 2025-04-12 | MEMBER   | MEMBER
          OTHER_READINGS | 2023-04-12 | 2023-06-12 +15000                 | 2024-04-12 | CATALYST | CATALYST
          OTHER_READINGS | 2023-04-12 | 2023-06-12 +15000                 | 2025-04-12 | ENABLER  | ENABLER
          OTHER_READINGS | 2023-04-12 | 2023-06-12 +15000                 | 2026-04-12 | ADVOCATE | ADVOCATE
          OTHER_READINGS | 2023-04-12 | 2023-06-12 +15000                 | 2027-04-12 | MEMBER   | MEMBER
          OTHER_READINGS | 2023-04-12 | 2023-06-12 +15000                 | 2029-04-12 | MEMBER   | MEMBER
          # 15,000 make a Catalyst in 2023, not in 2024, and again from 2025 on
          LATER_CHANGES  | 2023-04-12 | 2023-06-12 +15000                 | 2023-12-31 | CATALYST | MEMBER
          LATER_CHANGES  | 2023-04-12 | 2023-06-12 +15000                 | 2024-01-01 | ENABLER  | MEMBER
          # carried is what the thresholds of the year's last day make of its points
          LATER_CHANGES  | 2023-04-12 | 2023-06-12 +15000                 | 2024-04-12 | ENABLER  | ENABLER
          LATER_CHANGES  | 2023-04-12 | 2024-06-12 +15000                 | 2024-12-31 | ENABLER  | MEMBER
          LATER_CHANGES  | 2023-04-12 | 2024-06-12 +15000                 | 2025-01-01 | CATALYST | MEMBER
          LATER_CHANGES  | 2023-04-12 | 2024-06-12 +15000                 | 2025-04-12 | CATALYST | CATALYST
          # a level carried does not ask for the new threshold in mid-year
          LATER_CHANGES  | 2022-06-01 | 2023-05-01 +15000                 | 2023-12-31 | CATALYST | CATALYST
          LATER_CHANGES  | 2022-06-01 | 2023-05-01 +15000                 | 2024-01-01 | CATALYST | CATALYST
          LATER_CHANGES  | 2022-06-01 | 2023-05-01 +15000                 | 2024-06-01 | MEMBER   | MEMBER
          """)
  void policies(
      Books rules, LocalDate signedUpOn, String points, LocalDate on, Level level, Level carried) {
    Standing standing = standing(rules, signedUpOn, points, noon(on, BRUSSELS));

    assertThat(standing.level()).isEqualTo(level);
    assertThat(standing.carried()).isEqualTo(carried);
  }

  @Test
  @DisplayName("has no level above Catalyst")
  void nothingAboveCatalyst() {
    Standing standing =
        standing(
            Books.SHIPPED,
            LocalDate.parse("2023-04-12"),
            "2023-06-12 +15000",
            Instant.parse("2023-06-12T10:00:00Z"));

    assertThat(standing.level()).isEqualTo(Level.CATALYST);
    assertThat(standing.next()).isEqualTo(Optional.empty());
  }

  @Test
  @DisplayName("before the sign-up is none")
  void beforeTheSignUp() {
    assertThatThrownBy(
            () ->
                standing(
                    Books.SHIPPED,
                    LocalDate.parse("2023-04-12"),
                    "2023-04-01 +750",
                    Instant.parse("2023-04-11T21:59:59Z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2023-04-11 is before the sign-up on 2023-04-12");
  }

  private static Standing standing(Books rules, LocalDate signedUpOn, String points, Instant at) {
    return EarnedPoints.standing(at, signedUpOn, earnings(points), BRUSSELS, rules.rules());
  }

  private static List<EarnedPoints> earnings(String points) {
    return Arrays.stream(points.split(";")).map(String::strip).map(StandingTest::earning).toList();
  }

  private static EarnedPoints earning(String text) {
    String[] words = text.split(" ");
    LocalDate day = LocalDate.parse(words[0]);
    long points = Long.parseLong(words[words.length - 1]);
    Instant at =
        words.length == 2
            ? noon(day, BRUSSELS)
            : LocalDateTime.of(day, LocalTime.of(23, 59, 59))
                .atZone(ZoneId.of(words[2]))
                .toInstant();
    return new EarnedPoints(at, day, points);
  }

  private static Instant noon(LocalDate day, ZoneId zone) {
    return LocalDateTime.of(day, LocalTime.NOON).atZone(zone).toInstant();
  }
}
