package services.dataminer.points.functions.calendar.calcom;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.calendar.calcom.CalcomApi.Response;

/// Asks Cal.com for as long as a run may. It comes again, a few times, where Cal.com asks to or has
/// trouble, after the pause that Cal.com asks for. Once Cal.com does not answer at all, or does not
/// let us in, nothing more is asked in this run.
final class CalcomReader {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private final CalcomApi api;
  private final TimeBudget time;
  private final Patience patience;
  private final AtomicReference<String> closed = new AtomicReference<>();
  private final AtomicBoolean refused = new AtomicBoolean();

  /// How much a run bears.
  ///
  /// @param attempts how often a question is asked
  /// @param longestPause a run does not wait longer than this for anything
  /// @param rest waits
  record Patience(int attempts, Duration longestPause, Rest rest) {

    /// A night waits out a whole minute's rate limit.
    static final Patience NIGHTLY = new Patience(6, Duration.ofSeconds(61), CalcomReader::sleep);

    /// What a sweep does not learn in a few seconds, the night finds.
    static final Patience SWEEPING = new Patience(2, Duration.ofSeconds(5), CalcomReader::sleep);
  }

  /// Waits.
  @FunctionalInterface
  interface Rest {
    void of(Duration duration);
  }

  CalcomReader(CalcomApi api, TimeBudget time, Patience patience) {
    this.api = api;
    this.time = time;
    this.patience = patience;
  }

  /// Why nothing more is asked in this run, unless the time is up; empty while it goes on.
  Optional<String> closed() {
    return Optional.ofNullable(closed.get());
  }

  /// Whether Cal.com does not let us in.
  boolean isRefused() {
    return refused.get();
  }

  /// Whether nothing more is to be asked.
  boolean stops() {
    return closed.get() != null || time.isUp();
  }

  /// Asks nothing more in this run, unless it has stopped already.
  ///
  /// @param why to be logged
  void close(String why) {
    if (!time.isUp()) {
      closed.compareAndSet(null, why);
    }
  }

  Response booking(String uid) {
    return ask(() -> api.booking(uid));
  }

  Response page(CalcomApi.Position position) {
    return ask(() -> api.page(position));
  }

  private Response ask(Supplier<Response> question) {
    for (int attempt = 1; ; attempt++) {
      if (stops()) {
        return new Response.Absent("not asked: " + closed().orElse("out of time"));
      }
      Response answer = question.get();
      switch (answer) {
        case Response.Found _, Response.Unknown _, Response.Misunderstood _ -> {
          return answer;
        }
        case Response.Refused by -> {
          refused.set(true);
          closed.compareAndSet(null, "Cal.com refuses the API key with " + by.status());
          return answer;
        }
        case Response.Absent absent -> {
          if (attempt == patience.attempts()) {
            closed.compareAndSet(null, "Cal.com: " + absent.what());
            return answer;
          }
          pause(growing(attempt));
        }
        case Response.Busy busy -> {
          Duration pause = busy.pause().orElse(growing(attempt));
          if (attempt == patience.attempts() || pause.compareTo(longestPause()) > 0) {
            closed.compareAndSet(null, "Cal.com " + busy.what() + " on the last attempt");
            return answer;
          }
          pause(pause);
        }
      }
    }
  }

  private Duration longestPause() {
    Duration left = time.left();
    return left.compareTo(patience.longestPause()) < 0 ? left : patience.longestPause();
  }

  private void pause(Duration pause) {
    Duration longest = longestPause();
    patience.rest().of(pause.compareTo(longest) < 0 ? pause : longest);
  }

  private static Duration growing(int attempt) {
    long most = FIRST_PAUSE.toMillis() << attempt;
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Cal.com", e);
    }
  }
}
