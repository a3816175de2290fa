package services.dataminer.points.functions.balance;

import services.dataminer.points.functions.schedule.ScheduledRun;

/// What `balance-recalculation` is called with.
///
/// @param scheduledTime the time for which the run was scheduled, its only clock, in RFC 3339
/// @param all whether to reconcile everyone now, and everything of each; the schedule does not say
///   so
public record Recalculation(String scheduledTime, boolean all) {

  ScheduledRun run() {
    return new ScheduledRun(scheduledTime);
  }
}
