package services.dataminer.points.functions.calendar.calcom;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import services.dataminer.points.application.run.RetryPauses;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.calendar.calcom.CalcomApi.Response;

/// Asks Cal.com for as long as a run may. It comes again, a few times, where Cal.com asks to or has
/// trouble, after the pause that Cal.com asks for. Once Cal.com does not answer at all, or does not
/// let us in, nothing more is asked in this run.
final class CalcomReader {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private final CalcomApi api;
  private final TimeBudget time;
  private final int attempts;
  private final RetryPauses pauses;
  private final AtomicReference<String> closed = new AtomicReference<>();
  private final AtomicBoolean refused = new AtomicBoolean();

  /// How much a run bears.
  ///
  /// @param attempts how often a question is asked
  /// @param longestPause a run does not wait longer than this for anything
  /// @param rest waits
  record Patience(int attempts, Duration longestPause, RetryPauses.Rest rest) {

    /// A night waits out a whole minute's rate limit.
    static final Patience NIGHTLY = new Patience(6, Duration.ofSeconds(61), RetryPauses::sleep);

    /// What a sweep does not learn in a few seconds, the night finds.
    static final Patience SWEEPING = new Patience(2, Duration.ofSeconds(5), RetryPauses::sleep);
  }

  CalcomReader(CalcomApi api, TimeBudget time, Patience patience) {
    this.api = api;
    this.time = time;
    this.attempts = patience.attempts();
    this.pauses = new RetryPauses(FIRST_PAUSE, patience.longestPause(), time, patience.rest());
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
          if (attempt == attempts) {
            closed.compareAndSet(null, "Cal.com: " + absent.what());
            return answer;
          }
          pauses.rest(pauses.growing(attempt));
        }
        case Response.Busy busy -> {
          Duration pause = busy.pause().orElse(pauses.growing(attempt));
          if (attempt == attempts || pauses.isTooLong(pause)) {
            closed.compareAndSet(null, "Cal.com " + busy.what() + " on the last attempt");
            return answer;
          }
          pauses.rest(pause);
        }
      }
    }
  }
}
