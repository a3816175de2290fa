package services.dataminer.points.application.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// The pauses of one run before it repeats a call of another system: what that system asks for or,
/// if it asks for nothing, twice as long each time, with jitter. None is longer than the run bears.
public final class RetryPauses {

  /// Waits.
  @FunctionalInterface
  public interface Rest {
    void of(Duration duration);
  }

  private final Duration first;
  private final Duration longest;
  private final TimeBudget time;
  private final Rest rest;

  /// @param first half of the longest pause after the first attempt
  /// @param longest no pause is longer
  /// @param time no pause outlasts it
  public RetryPauses(Duration first, Duration longest, TimeBudget time, Rest rest) {
    this.first = first;
    this.longest = longest;
    this.time = time;
    this.rest = rest;
  }

  /// The pause after an attempt where nobody asked for one. Its longest doubles with each attempt;
  /// chance takes up to half of that off, so that those who failed together do not return together.
  ///
  /// @param attempt the number of attempts made, from 1
  public Duration growing(int attempt) {
    long most = first.toMillis() << attempt;
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
  }

  /// Whether the run does not bear a pause of this length now.
  public boolean isTooLong(Duration pause) {
    return pause.compareTo(limit()) > 0;
  }

  /// Waits, and no longer than the run bears now.
  public void rest(Duration pause) {
    rest.of(isTooLong(pause) ? limit() : pause);
  }

  private Duration limit() {
    Duration left = time.left();
    return left.compareTo(longest) < 0 ? left : longest;
  }

  /// Waits in earnest.
  ///
  /// @throws IllegalStateException if it is interrupted
  public static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to try again", e);
    }
  }
}
