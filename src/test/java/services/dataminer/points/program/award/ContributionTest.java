package services.dataminer.points.program.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.program.fixture.Recordings.assessed;
import static services.dataminer.points.program.fixture.Recordings.assessedBy;
import static services.dataminer.points.program.fixture.Recordings.contribution;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.program.fixture.Outcome;
import services.dataminer.points.program.fixture.Rules;
import services.dataminer.points.program.rules.RuleBook;

@DisplayName("A general contribution")
class ContributionTest {

  private static final RuleBook SHIPPED = RuleBookYaml.shipped();
  private static final String DAY = "2026-10-05T10:00:00Z";

  @ParameterizedTest
  @DisplayName("pays what the rules say, or what the approver decided within their range")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          ACTION            | DECIDED | OUTCOME
          answer-question   |         | granted: ada 25
          receive-downvote  |         | granted: ada -10
          certification     | 500     | granted: ada 500
          certification     | 750     | granted: ada 750
          certification     | 751     | refused: certification needs a decision of 500 to 750 points; 751 were given
          certification     | 0       | refused: certification needs a decision of 500 to 750 points; 0 were given
          certification     |         | refused: certification needs a decision of 500 to 750 points; none was given
          add-documentation | 5000    | granted: ada 5000
          applaud           |         | refused: applaud is not a contribution under these rules
          """)
  void pays(String action, Long decided, String outcome) {
    var contribution =
        decided == null ? contribution(action, DAY) : contribution(action, decided, DAY);

    assertThat(Outcome.of(assessed(contribution))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @DisplayName("is granted as far as it fits under the cap; what does not fit at all is refused")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          ACTION            | USED | OUTCOME
          feedback          | 0    | granted: ada 50
          feedback          | 50   | granted: ada 50
          feedback          | 80   | granted: ada 20
          feedback          | 100  | refused: the 100-point cap for feedback in October 2026 is used up
          feedback          | 150  | refused: the 100-point cap for feedback in October 2026 is used up
          linkedin-headline | 0    | granted: ada 250
          linkedin-headline | 250  | refused: the 250-point cap for linkedin-headline in the membership year from 2026-04-12 is used up
          share-attestation | 100  | refused: the 100-point cap for share-attestation in the membership year from 2026-04-12 is used up
          """)
  void capped(String action, long used, String outcome) {
    assertThat(Outcome.of(assessedBy(SHIPPED, used, contribution(action, DAY)))).isEqualTo(outcome);
  }

  @Test
  @DisplayName("says what it pays, and how much of it did not fit")
  void explained() {
    assertThat(assessed(contribution("answer-question", DAY)).reason())
        .isEqualTo("25 points for answer-question");
    assertThat(assessedBy(SHIPPED, 80, contribution("feedback", DAY)).reason())
        .isEqualTo("20 points of 50 for feedback: at most 100 count in October 2026");
  }

  @ParameterizedTest
  @DisplayName("counts in the month or membership year of its day in the program's time zone")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          ACTION            | OCCURRED AT          | PERIOD
          feedback          | 2026-10-31T22:59:59Z | 2026-10
          feedback          | 2026-10-31T23:00:00Z | 2026-11
          linkedin-headline | 2026-04-11T21:59:59Z | 2025-04-12
          linkedin-headline | 2026-04-11T22:00:00Z | 2026-04-12
          linkedin-headline | 2023-04-01T00:00:00Z | 2023-04-12
          """)
  void period(String action, String occurredAt, String period) {
    var assess = new RecordedAwardRules(SHIPPED, ZoneId.of("Europe/Brussels"));
    var signedUpOn = Optional.of(LocalDate.parse("2023-04-12"));

    assertThat(assess.cap(contribution(action, occurredAt), signedUpOn).map(CapPeriod::key))
        .contains(period);
  }

  @Test
  @DisplayName("has no cap where the rules have none, or as long as the member's year is not known")
  void noPeriod() {
    var assess = new RecordedAwardRules(SHIPPED, ZoneId.of("Europe/Brussels"));
    var signedUpOn = Optional.of(LocalDate.parse("2023-04-12"));

    assertThat(assess.cap(contribution("upvote", DAY), signedUpOn)).isEmpty();
    assertThat(assess.cap(contribution("job-title", DAY), Optional.empty())).isEmpty();
    assertThat(assess.cap(contribution("feedback", DAY), Optional.empty())).isPresent();
  }

  @Test
  @DisplayName("is capped by the edition in force on its day, whatever was granted under another")
  void loweredCap() {
    RuleBook rules = Rules.changedFrom("2026-10-15", "at-most: 100", "at-most: 60");

    assertThat(Outcome.of(assessedBy(rules, 50, contribution("feedback", "2026-10-14T10:00:00Z"))))
        .isEqualTo("granted: ada 50");
    assertThat(Outcome.of(assessedBy(rules, 50, contribution("feedback", "2026-10-15T10:00:00Z"))))
        .isEqualTo("granted: ada 10");
  }
}
