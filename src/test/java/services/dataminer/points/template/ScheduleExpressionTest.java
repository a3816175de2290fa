package services.dataminer.points.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(15 minutes)",
        "rate(1 hour)",
        "rate(7 days)",
        "cron(0 1 * * ? *)",
        "cron(0/15 8-18 ? * MON-FRI *)",
        "cron(0 10 L * ? 2027)",
        "cron(0 0 1,15 JAN,JUL ? *)"
      })
  void takesWhatTheSchedulerTakes(String expression) {
    assertThat(ScheduleExpression.fault(expression)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "15 minutes",
        "rate(15 minute)",
        "rate(1 hours)",
        "rate(0 minutes)",
        "rate(90 seconds)",
        "cron(0 1 * * *)",
        "cron(0 1 * * * *)",
        "cron(0 1 ? * ? *)",
        "cron(60 1 * * ? *)",
        "cron(0 24 * * ? *)",
        "cron(0 1 0 * ? *)",
        "cron(0 1 * 13 ? *)",
        "cron(0 1 ? * FRIDAY *)",
        "cron(0 ? * * ? *)",
        "cron(5-1 1 * * ? *)",
        "cron(0  1 * * ? *)"
      })
  void refusesWhatTheSchedulerRefuses(String expression) {
    assertThat(ScheduleExpression.fault(expression)).isPresent();
  }
}
