package services.dataminer.points.localcloud;

import java.time.ZoneId;

/// A schedule as the template describes it.
///
/// @param expression `cron(...)` or `rate(...)`
/// @param input the JSON that the function is invoked with, context attributes not yet filled in
///
/// @throws IllegalArgumentException for an expression that the local cloud does not know
record ScheduleDefinition(String function, String expression, ZoneId timeZone, String input) {
  ScheduleDefinition {
    if (!Schedules.isRate(expression)) {
      new CronExpression(expression);
    }
  }
}
