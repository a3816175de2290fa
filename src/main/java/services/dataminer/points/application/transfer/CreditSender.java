package services.dataminer.points.application.transfer;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import services.dataminer.points.application.run.RetryPauses;
import services.dataminer.points.application.run.TimeBudget;

/// Sends the credits of one run to DOJO. Retries a few times when DOJO asks for it, and waits as
/// long as DOJO asks before it sends anything else. After several credits in a row without an
/// answer it gives up for this run: a dead DOJO costs seconds. A credit that DOJO cannot decide
/// holds up no other.
final class CreditSender {

  static final int ATTEMPTS = 3;
  static final int FAILURES_IN_A_ROW = 5;

  /// A run does not wait longer than this for anything.
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private final Dojo dojo;
  private final TimeBudget time;
  private final RetryPauses pauses;
  private final Semaphore credits;
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicBoolean turnedAway = new AtomicBoolean();

  /// How long DOJO asked everyone to wait, which one does for all: the others queue up behind.
  private final AtomicReference<Duration> asked = new AtomicReference<>(Duration.ZERO);

  /// @param atATime how many credits DOJO is asked for at a time, however many threads ask here
  CreditSender(Dojo dojo, TimeBudget time, RetryPauses.Rest rest, int atATime) {
    this.dojo = dojo;
    this.time = time;
    this.pauses = new RetryPauses(FIRST_PAUSE, LONGEST_PAUSE, time, rest);
    this.credits = new Semaphore(atATime);
  }

  /// Whether no more is to be brought in this run.
  boolean stops() {
    return time.isUp() || turnedAway.get() || failures.get() >= FAILURES_IN_A_ROW;
  }

  /// Asks for a credit until DOJO says what became of it, or it is time to leave it open.
  Dojo.Response send(Credit credit) {
    for (int attempt = 1; ; attempt++) {
      honour();
      Dojo.Response answer = ask(credit);
      switch (answer) {
        case Dojo.Response.Credited _, Dojo.Response.Rejected _, Dojo.Response.Unclear _ -> {
          failures.set(0);
          return answer;
        }
        case Dojo.Response.Absent _, Dojo.Response.NotAsked _ -> {
          failures.incrementAndGet();
          return answer;
        }
        case Dojo.Response.Busy busy -> {
          if (!pausesBeforeRetry(busy, attempt)) {
            failures.incrementAndGet();
            return answer;
          }
        }
      }
    }
  }

  /// Waits for its turn. A failure of ours, such as an address that is not set, ends the run as
  /// well.
  private Dojo.Response ask(Credit credit) {
    credits.acquireUninterruptibly();
    try {
      if (time.isUp()) {
        return new Dojo.Response.NotAsked("out of time");
      }
      return stops()
          ? new Dojo.Response.NotAsked("DOJO does not respond as it should")
          : dojo.credit(credit);
    } catch (RuntimeException e) {
      failures.incrementAndGet();
      throw e;
    } finally {
      credits.release();
    }
  }

  /// Waits as DOJO asked someone else to.
  private synchronized void honour() {
    Duration pause = asked.getAndSet(Duration.ZERO);
    if (pause.isPositive()) {
      pauses.rest(pause);
    }
  }

  /// @return whether to send the credit again
  private boolean pausesBeforeRetry(Dojo.Response.Busy busy, int attempt) {
    Duration pause = busy.pause().orElseGet(() -> pauses.growing(attempt));
    boolean tooLong = pauses.isTooLong(pause);
    if (tooLong && busy.pause().isPresent()) {
      turnedAway.set(true);
    }
    if (tooLong || attempt == ATTEMPTS) {
      busy.pause().filter(_ -> !tooLong).ifPresent(this::askAll);
      return false;
    }
    if (busy.pause().isPresent()) {
      askAll(pause);
    } else {
      pauses.rest(pause);
    }
    return true;
  }

  private void askAll(Duration pause) {
    asked.accumulateAndGet(pause, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }
}
