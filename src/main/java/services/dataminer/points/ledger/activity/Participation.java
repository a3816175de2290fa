package services.dataminer.points.ledger.activity;

import java.time.Instant;
import java.util.Optional;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Show;

/// A member's pointer to an activity without an entry.
///
/// @param kind what it was when it was recorded
/// @param occurredAt when it takes place, where that is known
/// @param showId the show at which it is a meeting
/// @param partnerId the partner with whose meetings it is settled
public record Participation(
    ActivityId activityId,
    ActivityKind kind,
    Optional<Instant> occurredAt,
    Optional<String> showId,
    Optional<String> partnerId) {

  static Participation of(ActivityRecord record) {
    return new Participation(
        record.id(),
        record.kind(),
        record.occurredAt(),
        record.show().map(Show::id),
        record.show().flatMap(_ -> record.partnerId()));
  }
}
