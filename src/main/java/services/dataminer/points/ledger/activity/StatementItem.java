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
/// @param at when it happened, which is part of its key among the [further ones][FurtherStatements]
/// @param voidedAt when it was voided
/// @param expiresAt when it is forgotten, in seconds since 1970; empty where it is kept for ever
public record StatementItem(
    long version,
    Optional<String> digest,
    Optional<String> lms,
    Optional<ActivityId> activityId,
    Optional<Instant> at,
    Optional<Instant> voidedAt,
    Optional<Long> expiresAt) {

  /// One of which nothing is known.
  public static final StatementItem UNKNOWN =
      new StatementItem(
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

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
  public StatementItem arrived(String content, String sender) {
    return new StatementItem(
        version, Optional.of(content), Optional.of(sender), activityId, at, voidedAt, expiresAt);
  }

  /// The statement, counting in an activity and kept as long as that.
  ///
  /// @param when it happened
  public StatementItem counting(ActivityRecord in, Instant when) {
    return new StatementItem(
        version,
        digest,
        lms,
        Optional.of(in.id()),
        Optional.of(when),
        voidedAt,
        Expiry.of(in).map(Instant::getEpochSecond));
  }

  /// The statement, kept as long as the one that it voids.
  public StatementItem keptLike(StatementItem other) {
    return new StatementItem(version, digest, lms, activityId, at, voidedAt, other.expiresAt);
  }

  /// The statement, voided; of two times, the earlier.
  public StatementItem voided(Instant when) {
    Instant first = voidedAt.filter(when::isAfter).orElse(when);
    return new StatementItem(version, digest, lms, activityId, at, Optional.of(first), expiresAt);
  }

  StatementItem written() {
    return new StatementItem(version + 1, digest, lms, activityId, at, voidedAt, expiresAt);
  }
}
