package services.dataminer.points.functions.schedule;

import java.time.Instant;
import services.dataminer.points.platform.time.Rfc3339;

/// What a schedule calls a function with.
///
/// @param scheduledTime the time for which the run was scheduled, its only clock, in RFC 3339
public record ScheduledRun(String scheduledTime) {

  /// @throws IllegalArgumentException if the time is absent or none; nothing may be done then
  public static Instant scheduledAt(ScheduledRun run) {
    if (run == null || run.scheduledTime() == null) {
      throw new IllegalArgumentException(
          "nothing done: the call has no scheduledTime; send {\"scheduledTime\":\"2026-09-15T01:00:00Z\"}");
    }
    return Rfc3339.instant(run.scheduledTime())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "nothing done: scheduledTime is not an instant such as 2026-09-15T01:00:00Z"));
  }
}
