package services.dataminer.points.program.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.program.fixture.Recordings.adjustment;
import static services.dataminer.points.program.fixture.Recordings.assessed;
import static services.dataminer.points.program.fixture.Recordings.assessedBy;
import static services.dataminer.points.program.fixture.Recordings.contribution;
import static services.dataminer.points.program.fixture.Recordings.event;
import static services.dataminer.points.program.fixture.Recordings.retraction;
import static services.dataminer.points.program.fixture.Recordings.useCase;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.program.activity.HostedEvent.Series;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.award.Decision.Refused;
import services.dataminer.points.program.fixture.Outcome;
import services.dataminer.points.program.fixture.Rules;
import services.dataminer.points.program.rules.RuleBook;

class RecordedAwardRulesTest {

  @Nested
  @DisplayName("A hosted event")
  class HostedEvents {

    @Test
    @DisplayName("pays the sum of its days, divided once among the people selected")
    void divided() {
      Decision decision =
          assessed(event(List.of("2026-10-01 1000", "2026-10-02 801"), "ada ben cleo dan"));

      assertThat(decision.reason())
          .isEqualTo("Inspire, Ghent: 1,801 points for 2 days, divided among 4 people");
      assertThat(pays(decision).total()).isEqualTo(1_801);
      assertThat(pays(decision).shares()).extracting(Share::points).containsOnly(450L, 451L);
      assertThat(pays(decision).shares()).extracting(Share::exact).containsOnly(exact(1_801, 4));
      assertThat(pays(decision).shares().stream().mapToLong(Share::points).sum()).isEqualTo(1_801);
    }

    @Test
    @DisplayName("is dated to the first instant of its last day, in the program's time zone")
    void lastDay() {
      Decision decision = assessed(event(List.of("2026-10-02 1", "2026-10-01 1"), "ada"));

      assertThat(pays(decision).earnedOn()).isEqualTo("2026-10-02");
      assertThat(pays(decision).at()).isEqualTo("2026-10-01T22:00:00Z");
      assertThat(decision.reason())
          .isEqualTo("Inspire, Ghent: 2 points for 2 days, for the only person named");
    }

    @Test
    @DisplayName("pays nothing if a day has more points than the rules allow")
    void range() {
      assertThat(Outcome.of(assessed(event(List.of("2026-10-01 1001", "2026-10-02 1"), "ada"))))
          .isEqualTo("refused: 2026-10-01 needs a decision of 1 to 1,000 points; 1,001 were given");
      assertThat(Outcome.of(assessed(event(List.of("2026-10-01 1000"), "ada"))))
          .isEqualTo("granted: ada 1000");
    }

    @Test
    @DisplayName("pays nothing if its series does not count")
    void series() {
      RuleBook inspireOnly = Rules.changed("series: [inspire, empower]", "series: [inspire]");

      Recorded event = event(Series.EMPOWER, List.of("2026-10-01 1000"), "ada");
      assertThat(Outcome.of(assessedBy(inspireOnly, 0, event)))
          .isEqualTo("refused: events of the series EMPOWER earn nothing");
      assertThat(Outcome.of(assessed(event))).isEqualTo("granted: ada 1000");
    }

    @Test
    @DisplayName("pays nothing if someone named is no member")
    void nobody() {
      assertThat(Outcome.of(assessed(event(List.of("2026-10-01 1000"), "ada nemo"))))
          .isEqualTo("refused: there is no member nemo");
    }
  }

  @Nested
  @DisplayName("A use case")
  class UseCases {

    @ParameterizedTest
    @DisplayName("pays 250 to 1,000 points, divided among its authors")
    @CsvSource(
        useHeadersInDisplayName = true,
        delimiter = '|',
        textBlock =
            """
            POINTS | AUTHORS | OUTCOME
            249    | ada     | refused: a use case needs a decision of 250 to 1,000 points; 249 were given
            250    | ada     | granted: ada 250
            1000   | ada     | granted: ada 1000
            1001   | ada     | refused: a use case needs a decision of 250 to 1,000 points; 1,001 were given
            750    | ben ada | granted: ada 375, ben 375
            """)
    void divided(long points, String authors, String outcome) {
      assertThat(Outcome.of(assessed(useCase(points, "2026-10-05", authors)))).isEqualTo(outcome);
    }

    @Test
    @DisplayName("is dated to the first instant of its acceptance's day")
    void dated() {
      Decision decision = assessed(useCase(750, "2026-10-05", "ada"));

      assertThat(pays(decision).earnedOn()).isEqualTo("2026-10-05");
      assertThat(pays(decision).at()).isEqualTo("2026-10-04T22:00:00Z");
      assertThat(decision.reason())
          .isEqualTo("use case Cloud playout: 750 points for the only author");
      assertThat(assessed(useCase(750, "2026-10-05", "ada ben")).reason())
          .isEqualTo("use case Cloud playout: 750 points divided among 2 authors");
    }
  }

  @Nested
  @DisplayName("An adjustment")
  class Adjustments {

    @ParameterizedTest
    @DisplayName("moves points up or down, whatever the rules pay for anything")
    @CsvSource({"-50", "1", "100000"})
    void moves(long points) {
      Recorded adjustment = adjustment(points, "booked twice", "2026-10-05T22:30:00Z");

      assertThat(Outcome.of(assessed(adjustment))).isEqualTo("granted: ada " + points);
      assertThat(pays(assessed(adjustment)).earnedOn()).isEqualTo("2026-10-06");
      assertThat(pays(assessed(adjustment)).at()).isEqualTo("2026-10-05T22:30:00Z");
    }

    @Test
    @DisplayName("is explained by the administrator's reason")
    void explained() {
      assertThat(assessed(adjustment(-50, "booked twice", "2026-10-05T10:00:00Z")).reason())
          .isEqualTo("adjusted by -50 points: booked twice");
    }
  }

  @Test
  @DisplayName("Whatever is earned before the program began is refused")
  void tooEarly() {
    List<Recorded> early =
        List.of(
            event(List.of("2023-03-26 1000", "2023-03-27 1000"), "ada"),
            useCase(750, "2023-03-27", "ada"),
            contribution("upvote", "2023-03-27T21:59:59Z"),
            adjustment(1, "gift", "2023-03-27T21:59:59Z"));

    assertThat(early)
        .allSatisfy(
            recorded ->
                assertThat(assessed(recorded))
                    .isEqualTo(
                        new Refused(
                            Optional.empty(),
                            "earned on 2023-03-27, before the program began on 2023-03-28")));
    assertThat(Outcome.of(assessed(contribution("upvote", "2023-03-27T22:00:00Z"))))
        .isEqualTo("granted: ada 1");
  }

  @Test
  @DisplayName("The edition in force on the day of earning decides")
  void edition() {
    RuleBook rules = Rules.changedFrom("2026-10-06", "250 to 1000", "250 to 2000");

    assertThat(Outcome.of(assessedBy(rules, 0, useCase(1_500, "2026-10-05", "ada"))))
        .isEqualTo("refused: a use case needs a decision of 250 to 1,000 points; 1,500 were given");
    Decision later = assessedBy(rules, 0, useCase(1_500, "2026-10-06", "ada"));
    assertThat(Outcome.of(later)).isEqualTo("granted: ada 1500");
    assertThat(pays(later).edition()).isEqualTo("changed");
  }

  @Test
  @DisplayName("What is taken back pays nothing, and says why")
  void takenBack() {
    assertThat(Outcome.of(assessed(useCase(750, "2026-10-05", "ada"), retraction("a copy"))))
        .isEqualTo("retracted: retracted: a copy");
  }

  private static Award pays(Decision decision) {
    return decision.pays().orElseThrow();
  }

  private static Fraction exact(long numerator, long denominator) {
    return Fraction.of(numerator, denominator);
  }
}
