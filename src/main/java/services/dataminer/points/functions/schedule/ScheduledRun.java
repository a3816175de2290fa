package services.dataminer.points.functions.schedule;

import java.time.Instant;
import java.util.function.Function;
import services.dataminer.points.platform.time.Rfc3339;

/// What a schedule calls a function with.
///
/// @param scheduledTime the time for which the run was scheduled, its only clock, in RFC 3339
public record ScheduledRun(String scheduledTime) {

  /// The time of the call by which a deployment tries whether the function starts.
  private static final String CANARY = "CANARY";

  /// What the work of this run answers; a canary gets null, and nothing is done.
  ///
  /// @param work does what is due at the run's time
  /// @throws IllegalArgumentException if the time is absent or none; nothing is done then
  public static <T> T answer(ScheduledRun run, Function<Instant, T> work) {
    if (run == null || run.scheduledTime() == null) {
      throw new IllegalArgumentException(
          "nothing done: the call has no scheduledTime; send {\"scheduledTime\":\"2026-09-15T01:00:00Z\"}");
    }
    return run.scheduledTime().equals(CANARY) ? null : work.apply(run.at());
  }

  private Instant at() {
    return Rfc3339.instant(scheduledTime)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "nothing done: scheduledTime is not an instant such as 2026-09-15T01:00:00Z"));
  }
}
