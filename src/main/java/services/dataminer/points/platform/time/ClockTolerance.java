package services.dataminer.points.platform.time;

import java.time.Duration;
import java.time.Instant;

/// How far a sender's clock may differ from API Gateway's: five minutes, as the Standard Webhooks
/// scheme has it.
public final class ClockTolerance {

  private static final Duration MOST = Duration.ofMinutes(5);

  private ClockTolerance() {}

  /// Whether an instant is later than any clock difference explains.
  ///
  /// @param receivedAt when API Gateway took the request
  public static boolean isFuture(Instant instant, Instant receivedAt) {
    return instant.isAfter(receivedAt.plus(MOST));
  }

  /// Whether an instant is so close to a request that clocks may show both at one moment.
  ///
  /// @param receivedAt when API Gateway took the request
  public static boolean isNow(Instant instant, Instant receivedAt) {
    return Duration.between(instant, receivedAt).abs().compareTo(MOST) <= 0;
  }
}
