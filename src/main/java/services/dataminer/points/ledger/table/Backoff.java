package services.dataminer.points.ledger.table;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import services.dataminer.points.platform.outage.Unavailable;

/// Bounded waiting between attempts: twice as long each time, with full jitter, so that those who
/// collided do not collide again.
final class Backoff {

  /// Enough for a burst on one item, and short of a function's timeout: the pauses between them
  /// take 1.3 s at the most in all.
  static final int ATTEMPTS = 8;

  private static final long FIRST_MILLISECONDS = 10;

  private Backoff() {}

  /// @param attempt the number of attempts made, from 1
  static void pauseAfter(int attempt) {
    long bound = FIRST_MILLISECONDS << (attempt - 1);
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(bound + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while waiting to try again", e);
    }
  }
}
