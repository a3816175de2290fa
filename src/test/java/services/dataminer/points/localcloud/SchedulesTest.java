package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;

@DisplayName("A schedule")
@WholeSuite
class SchedulesTest {
  @ParameterizedTest(name = "{0} at {1}: {2}")
  @DisplayName("is due in the minutes that its expression names, in its own time zone")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cron(0 1 * * ? *)          | 2026-09-14T23:00:00Z | true
          cron(0 1 * * ? *)          | 2026-09-15T01:00:00Z | false
          cron(0 1 * * ? *)          | 2026-12-15T00:00:00Z | true
          cron(0/15 * * * ? *)       | 2026-09-15T10:45:00Z | true
          cron(0/15 * * * ? *)       | 2026-09-15T10:46:00Z | false
          cron(*/15 * * * ? *)       | 2026-09-15T10:30:00Z | true
          cron(0 2 ? * MON-FRI *)    | 2026-09-14T00:00:00Z | true
          cron(0 2 ? * MON-FRI *)    | 2026-09-13T00:00:00Z | false
          cron(0 2 1,15 SEP ? 2026)  | 2026-09-15T00:00:00Z | true
          cron(0 2 1,15 SEP ? 2025)  | 2026-09-15T00:00:00Z | false
          rate(15 minutes)           | 2026-09-15T10:45:00Z | true
          rate(15 minutes)           | 2026-09-15T10:50:00Z | false
          rate(1 hour)               | 2026-09-15T10:00:00Z | true
          """)
  void isDueInItsMinutes(String expression, Instant minute, boolean due) {
    ScheduleDefinition schedule =
        new ScheduleDefinition("night", expression, ZoneId.of("Europe/Brussels"), "{}");

    assertThat(Schedules.isDue(schedule, minute)).isEqualTo(due);
  }

  @ParameterizedTest
  @DisplayName("with an expression that is not known here is refused")
  @ValueSource(
      strings = {
        "cron(0 1 * *)",
        "cron(0 1 L * ? *)",
        "at(2026-01-01T00:00:00)",
        "rate(fortnight)",
        ""
      })
  void unknownExpressionsAreRefused(String expression) {
    assertThatThrownBy(() -> new ScheduleDefinition("night", expression, ZoneId.of("UTC"), "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
