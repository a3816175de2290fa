package services.dataminer.points.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.operations.Script.Result;

@DisplayName("Operators' scripts")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "they need a POSIX shell")
class ScriptsTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "redrive",
        "replay",
        "restore-check",
        "rollback",
        "prune-versions",
        "deploy",
        "costs",
        "recalculate"
      })
  @DisplayName("say how they are called, with the options that all of them share")
  void help(String script) {
    Result result = new Script(script).run("--help");

    assertThat(result.status()).isZero();
    assertThat(result.output()).contains("scripts/" + script, "--stage").doesNotContain("set -eu");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          redrive        |                                             | Say where: --stage STAGE or --local [URL].
          redrive        | --stage test --local                        | Choose --stage or --local, not both.
          redrive        | --local --queue                             | --queue needs a value.
          redrive        | --loud                                      | There is no option --loud.
          redrive        | --stage                                     | --stage needs a value.
          replay         | --local --from 2026-09-01                   | Say which days: --from DATE --to DATE.
          replay         | --local --from September --to 2026-09-02    | --from needs a date such as 2026-09-01, not September.
          replay         | --from 2026-09-01 --to 2026-09-02           | Say where: --stage STAGE or --local [URL].
          restore-check  | --local --time yesterday                    | --time needs a time in UTC such as 2026-09-14T22:00:00Z, not yesterday.
          restore-check  | --table t                                   | Say where: --stage STAGE or --local [URL].
          recalculate    | --local                                     | Say whose balances: --all.
          recalculate    | --all                                       | Say where: --stage STAGE or --local [URL].
          rollback       | --local                                     | This works on a deployed stack only
          rollback       | --stage test --to latest                    | --to needs a version number, not latest.
          prune-versions | --stage test --keep 0                       | --keep needs a number from 1 on, not 0.
          prune-versions |                                             | Say where: --stage STAGE.
          deploy         | --local                                     | This works on a deployed stack only
          deploy         | test                                        | There is no option test.
          costs          | --facts many                                | --facts needs a number, not many.
          costs          |                                             | Say where: --stage STAGE, or give numbers.
          """)
  @DisplayName("name what is wrong with a call, and do nothing")
  void wrongCalls(String script, String arguments, String complaint) {
    String[] words = arguments == null ? new String[0] : arguments.split(" ");

    Result result = new Script(script).run(words);

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.output()).contains(complaint, "scripts/" + script);
  }
}
