package services.dataminer.points.ledger.activity;

import java.time.Instant;
import java.util.Optional;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;

/// An activity that waits, as found under the missing thing.
///
/// @param person who is waiting, where people are counted
/// @param since when we learned of it
public record BlockedActivity(
    ActivityId activityId, ActivityKind kind, Optional<String> person, Optional<Instant> since) {

  public ActivityReference reference() {
    return new ActivityReference(activityId, kind);
  }
}
