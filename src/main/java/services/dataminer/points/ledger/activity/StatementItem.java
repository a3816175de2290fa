package services.dataminer.points.ledger.activity;

import java.time.Instant;
import java.util.Optional;
import services.dataminer.points.program.activity.ActivityId;

/// What is kept of a statement beside the activity it counts in. Its content is not.
///
/// @param version counts the writes; 0 where nothing is known
/// @param digest a hash of its content; empty as long as only a void of it has arrived
/// @param lms the name of the credentials by which it was sent
/// @param activityId where it counted first; empty for a statement that itself voids another
/// @param voidedAt when it was taken back
public record StatementItem(
    long version,
    Optional<String> digest,
    Optional<String> lms,
    Optional<ActivityId> activityId,
    Optional<Instant> voidedAt) {

  static final StatementItem UNKNOWN =
      new StatementItem(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Whether the statement itself has arrived and was worked on.
  public boolean isKnown() {
    return digest.isPresent();
  }

  /// Whether it is known with other content, so that this one is another statement.
  public boolean contradicts(String content) {
    return isKnown() && !digest.get().equals(content);
  }

  /// Whether it is itself a statement that voids another; such a statement cannot be voided.
  public boolean isVoiding() {
    return isKnown() && activityId.isEmpty();
  }

  /// The statement, once it has arrived.
  public StatementItem arrived(String content, String sender, Optional<ActivityId> counted) {
    return new StatementItem(version, Optional.of(content), Optional.of(sender), counted, voidedAt);
  }

  /// The statement, taken back; of two times, the earlier.
  public StatementItem voided(Instant at) {
    Instant first = voidedAt.filter(at::isAfter).orElse(at);
    return new StatementItem(version, digest, lms, activityId, Optional.of(first));
  }

  StatementItem written() {
    return new StatementItem(version + 1, digest, lms, activityId, voidedAt);
  }
}
