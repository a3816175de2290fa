package services.dataminer.points.localcloud;

import java.time.ZoneId;

/// A schedule as the template describes it.
///
/// @param expression `cron(...)` or `rate(...)`
/// @param input the JSON that the function is invoked with, context attributes not yet filled in
record ScheduleDefinition(String function, String expression, ZoneId timeZone, String input) {}
