package services.dataminer.points.functions.calendar;

import java.time.Duration;
import java.time.Instant;

/// What surrounds the body of a Cal.com webhook.
///
/// @param digest SHA-256 of the body as it was sent, in hex
/// @param receivedAt when API Gateway took the request
/// @param countsCalVideo whether those count as no-shows whom Cal Video did not see
record CalcomDelivery(String digest, Instant receivedAt, boolean countsCalVideo) {

  /// How far a sender's clock may be ahead.
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  /// Whether an instant is later than any clock difference explains.
  static boolean isFuture(Instant instant, Instant receivedAt) {
    return instant.isAfter(receivedAt.plus(TOLERANCE));
  }

  /// Whether an end has not come yet.
  boolean isFuture(Instant instant) {
    return isFuture(instant, receivedAt);
  }
}
