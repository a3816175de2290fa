package services.dataminer.points.functions.pages.session;

import java.time.Duration;
import java.time.Instant;
import services.dataminer.points.functions.pages.view.Visitor;

/// What the cookie of a session holds.
///
/// @param administrator whether the token had the administrators' scope
/// @param formToken what every form of this session carries
record Session(
    String memberId,
    boolean administrator,
    String formToken,
    Instant signedInAt,
    Instant expiresAt) {

  /// How long a session lives that nobody uses.
  static final Duration IDLE = Duration.ofHours(1);

  /// How long after signing in a session ends, used or not.
  static final Duration LONGEST = Duration.ofHours(12);

  Session {
    if (memberId == null || formToken == null || signedInAt == null || expiresAt == null) {
      throw new IllegalArgumentException("a session that lacks something");
    }
  }

  static Session begun(String memberId, boolean administrator, String formToken, Instant now) {
    return new Session(memberId, administrator, formToken, now, now.plus(IDLE));
  }

  boolean isCurrent(Instant now) {
    return now.isBefore(expiresAt);
  }

  /// This session with its whole life before it, as far as it may have one.
  Session prolonged(Instant now) {
    Instant end = signedInAt.plus(LONGEST);
    Instant wanted = now.plus(IDLE);
    return new Session(
        memberId, administrator, formToken, signedInAt, wanted.isBefore(end) ? wanted : end);
  }

  /// Whether half of its life is gone, and there is more to have.
  boolean isWorthProlonging(Instant now) {
    boolean halfGone = Duration.between(now, expiresAt).compareTo(IDLE.dividedBy(2)) < 0;
    return halfGone && prolonged(now).expiresAt().isAfter(expiresAt);
  }

  Visitor visitor() {
    return new Visitor(memberId, administrator, formToken);
  }
}
