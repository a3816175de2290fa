package services.dataminer.points.functions.calendar;

import java.time.Instant;
import services.dataminer.points.platform.time.ClockTolerance;

/// What surrounds the body of a Cal.com webhook.
///
/// @param digest SHA-256 of the body as it was sent, in hex
/// @param receivedAt when API Gateway took the request
/// @param countsCalVideo whether those count as no-shows whom Cal Video did not see
record CalcomDelivery(String digest, Instant receivedAt, boolean countsCalVideo) {

  /// Whether an end has not come yet.
  boolean isFuture(Instant end) {
    return ClockTolerance.isFuture(end, receivedAt);
  }
}
