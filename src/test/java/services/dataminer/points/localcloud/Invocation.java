package services.dataminer.points.localcloud;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// One event on its way through a function.
final class Invocation {
  private final String id = UUID.randomUUID().toString();
  private final byte[] event;
  private final CompletableFuture<Instant> taken = new CompletableFuture<>();
  private final CompletableFuture<InvocationResult> result = new CompletableFuture<>();

  Invocation(byte[] event) {
    this.event = event;
  }

  String id() {
    return id;
  }

  byte[] event() {
    return event;
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

  /// The first outcome stands; later ones are ignored.
  void end(InvocationResult outcome) {
    result.complete(outcome);
  }

  /// Completed when the function answered or failed.
  CompletableFuture<InvocationResult> result() {
    return result;
  }
}
