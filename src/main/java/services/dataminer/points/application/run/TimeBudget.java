package services.dataminer.points.application.run;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The time that a scheduled function has. It is counted from the call, since Funqy does not hand
/// on the Lambda context that knows the deadline, and ends well before the function's timeout, so
/// that a run stops by itself between two pieces of work and says what is left.
public final class TimeBudget {

  /// Of a nightly function's 15 minutes: more than two are left for the work begun before.
  public static final Duration NIGHTLY = Duration.ofSeconds(750);

  /// Of the five minutes of `night-worker`.
  public static final Duration SHARD = Duration.ofSeconds(240);

  private final LongSupplier nanoTime;
  private final long endsAtNanos;

  /// Begins now.
  public TimeBudget(Duration limit) {
    this(limit, System::nanoTime);
  }

  /// @param nanoTime as [System#nanoTime]
  public TimeBudget(Duration limit, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.endsAtNanos = nanoTime.getAsLong() + limit.toNanos();
  }

  /// Whether no more work may begin.
  public boolean isUp() {
    return left().isZero();
  }

  /// How long work may still begin.
  public Duration left() {
    return Duration.ofNanos(Math.max(0, endsAtNanos - nanoTime.getAsLong()));
  }
}
