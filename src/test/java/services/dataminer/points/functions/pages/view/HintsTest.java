package services.dataminer.points.functions.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.program.rules.Tariff;

@DisplayName("Hints at how to earn what is missing")
class HintsTest {

  private static final Tariff TARIFF =
      RuleBookYaml.shipped().inForceOrFirst(LocalDate.parse("2026-09-13")).tariff();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3750 | true  | 8 meetings at Skyline's booth, 38 virtual meetings with Skyline and a customer, 15 use cases
          250  | true  | 3 virtual meetings with Skyline and a customer, 1 use case, 4 katas
          30   | true  | 2 answers to questions, 3 questions, 1 kata
          1    | true  | 1 question, 1 answer, 1 kata
          760  | false | 4 use cases, 2 certifications, 11 katas
          80   | false | 2 katas, 4 answers to questions, 8 questions
          """)
  @DisplayName("are those that fit, and of meetings only for a partner's people")
  void fitting(long toGo, boolean ofPartner, String hints) {
    assertThat(
            Hints.of(toGo, ofPartner, TARIFF).stream()
                .map(hint -> hint.times() + " " + hint.what())
                .collect(Collectors.joining(", ")))
        .isEqualTo(hints);
  }
}
