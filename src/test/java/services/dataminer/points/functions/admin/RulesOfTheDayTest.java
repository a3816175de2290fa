package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.program.fixture.Rules;
import services.dataminer.points.program.rules.RuleBook;

/// What is recorded is held against the rules of its own day, whenever it is recorded.
@WholeSuite
class RulesOfTheDayTest {

  private static final String DAY = "2026-09-01";

  private static List<String> faults(
      RuleBook rules, BiFunction<Fields, Recording, Submission> reader, String body) {
    var call =
        new Recording(
            rules, Program.BRUSSELS, new Editor("grace", Instant.parse("2026-10-20T09:00:00Z")));
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                Fields.strict((ObjectNode) HttpAnswer.json(body))
                    .read(fields -> reader.apply(fields, call)));
    return Optional.ofNullable(refused).stream()
        .flatMap(it -> it.problem().errors().stream())
        .map(fault -> fault.field() + ": " + fault.message())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-08-30 | 2026-08-31 |
          2026-08-30 | 2026-09-01 | days[0].points: must be a whole number from 1 to 500
          2026-09-01 | 2026-08-31 | days[0].points: must be a whole number from 1 to 500
          """)
  void An_event_is_held_against_the_rules_of_its_last_day(
      String first, String second, String fault) {
    RuleBook rules =
        Rules.changedFrom(DAY, "points-per-day: 1 to 1000", "points-per-day: 1 to 500");

    assertThat(
            faults(
                rules,
                HostedEventBody::read,
                """
                {"id":"e","title":"E","series":"INSPIRE","people":["ada"],
                 "days":[{"date":"%s","points":501},{"date":"%s","points":500}]}
                """
                    .formatted(first, second)))
        .isEqualTo(Optional.ofNullable(fault).stream().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-08-31 |
          2026-09-01 | series: does not count under the rules of changed
          """)
  void A_series_counts_while_the_rules_say_so(String day, String fault) {
    RuleBook rules = Rules.changedFrom(DAY, "series: [inspire, empower]", "series: [inspire]");

    assertThat(
            faults(
                rules,
                HostedEventBody::read,
                """
                {"id":"e","title":"E","series":"EMPOWER","people":["ada"],
                 "days":[{"date":"%s","points":500}]}
                """
                    .formatted(day)))
        .isEqualTo(Optional.ofNullable(fault).stream().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          2026-08-31T21:59:59Z | null | -
          2026-08-31T21:59:59Z | 30   | points: must be omitted: answer-question earns 25 under the rules of 2023-03-28
          2026-08-31T22:00:00Z | 30   | -
          2026-08-31T22:00:00Z | 31   | points: must be a whole number from 25 to 30
          2026-08-31T22:00:00Z | null | points: is missing
          """)
  void The_points_of_an_action_are_left_out_until_the_rules_leave_them_to_the_approver(
      String occurredAt, String points, String fault) {
    RuleBook rules = Rules.changedFrom(DAY, "answer-question: 25", "answer-question: 25 to 30");

    assertThat(
            faults(
                rules,
                ContributionBody::read,
                """
                {"id":"c","memberId":"ada","action":"answer-question","occurredAt":"%s","points":%s}
                """
                    .formatted(occurredAt, points)))
        .isEqualTo(Optional.ofNullable(fault).stream().toList());
  }
}
