package services.dataminer.points.localcloud;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One event on its way through a function.
final class Invocation {
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final String id = UUID.randomUUID().toString();
  private final byte[] event;
  private final TraceHeader trace;
  private final CompletableFuture<Instant> taken = new CompletableFuture<>();
  private final CompletableFuture<InvocationResult> result = new CompletableFuture<>();

  /// An event that no function caused.
  Invocation(byte[] event) {
    this(event, TraceHeader.start());
  }

  /// @param trace the header that came with the event
  Invocation(byte[] event, TraceHeader trace) {
    this.event = event;
    this.trace = trace;
  }

  String id() {
    return id;
  }

  byte[] event() {
    return event;
  }

  TraceHeader trace() {
    return trace;
  }

  /// The runtime took the event: its time runs from here, not from the start of the process.
  ///
  /// @return when it must be done
  Instant take(Duration timeout) {
    Instant deadline = Instant.now().plus(timeout);
    taken.complete(deadline);
    return deadline;
  }

  /// Completed when the runtime took the event.
  CompletableFuture<Instant> taken() {
    return taken;
  }

  /// Waits for the outcome.
  ///
  /// @param limit counted from when the runtime took the event: on a busy machine a process takes
  ///   long to start, which Lambda does not do
  /// @throws TimeoutException when there is none within the limit
  InvocationResult resultWithin(Duration limit) throws InterruptedException, TimeoutException {
    try {
      CompletableFuture.anyOf(taken, result).get(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException _) {
      // The process ended before it took the event, and the outcome says so.
    }
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The first outcome stands; later ones are ignored.
  void end(InvocationResult outcome) {
    result.complete(outcome);
  }

  /// Completed when the function answered or failed.
  CompletableFuture<InvocationResult> result() {
    return result;
  }
}
