package services.dataminer.points.ledger.activity;

import java.time.Instant;
import java.util.Optional;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Show;

/// A member's pointer to an activity without an entry.
///
/// @param occurredAt when it takes place, where that is known
/// @param showId the show at which it is a meeting
/// @param partnerId the partner with whose meetings it is settled
public record Part(
    ActivityId activityId,
    Optional<Instant> occurredAt,
    Optional<String> showId,
    Optional<String> partnerId) {

  static Part of(ActivityRecord record) {
    return new Part(
        record.id(),
        record.meeting().booking().map(Booking::endsAt),
        record.show().map(Show::id),
        record.show().flatMap(_ -> record.partnerId()));
  }
}
