package services.dataminer.points.localcloud;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// One process of a function, which handles one event at a time.
final class FunctionProcess implements AutoCloseable {
  /// How long a process may take to ask for its first event. Lambda allows 10 s; a busy laptop
  /// more.
  private static final Duration START = Duration.ofSeconds(60);

  private final FunctionDefinition function;
  private final RuntimeApi runtimeApi;
  private final Process process;
  private final Set<Invocation> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  FunctionProcess(FunctionDefinition function, FunctionRuntime runtime, Consumer<String> log) {
    this.function = function;
    runtimeApi = new RuntimeApi(function, () -> runtime.start().noteSnapshot(function.name()));
    process = runtime.start(function, runtimeApi.address());
    Thread.ofVirtual().start(() -> copyLog(log));
    process.onExit().thenRun(this::ended);
  }

  /// Whether it can take another event. A process that was killed cannot, even while it is still
  /// dying.
  boolean isAlive() {
    return !closed && process.isAlive();
  }

  /// Whether it has started and can take an event at once.
  boolean isReady() {
    return runtimeApi.isReady();
  }

  /// Whether it is alive and handles an event that it has taken.
  boolean isAtWork() {
    return isAlive()
        && running.stream().anyMatch(one -> one.taken().isDone() && !one.result().isDone());
  }

  long pid() {
    return process.pid();
  }

  /// Runs one event to its end. A process that takes too long is killed.
  InvocationResult invoke(Invocation invocation) {
    running.add(invocation);
    runtimeApi.offer(invocation);
    if (!process.isAlive()) {
      ended();
    }
    try {
      return await(invocation);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      close();
      invocation.end(
          InvocationResult.Failed.because("Sandbox.Stopped", "The local cloud is closing"));
      return invocation.result().resultNow();
    } finally {
      running.remove(invocation);
    }
  }

  private InvocationResult await(Invocation invocation) throws InterruptedException {
    try {
      Instant deadline = invocation.taken().get(START.toMillis(), TimeUnit.MILLISECONDS);
      long left = Duration.between(Instant.now(), deadline).toMillis();
      return invocation.result().get(Math.max(1, left), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      close();
      Duration limit = invocation.taken().isDone() ? function.timeout() : START;
      invocation.end(
          InvocationResult.Failed.because(
              "Sandbox.Timedout",
              "RequestId: %s Error: Task timed out after %.2f seconds"
                  .formatted(invocation.id(), limit.toMillis() / 1000.0)));
      return invocation.result().resultNow();
    } catch (ExecutionException _) {
      // The process ended before it took the event.
      return invocation.result().resultNow();
    }
  }

  /// Lets the process end by itself.
  ///
  /// @return whether it has, in as long as it may take to start
  boolean end() throws InterruptedException {
    closed = true;
    // Unlike the process's own method, this leaves open the output that its last work writes to.
    process.toHandle().destroy();
    return process.waitFor(START.toSeconds(), TimeUnit.SECONDS);
  }

  /// Kills the process and whatever it started. What it was working on fails.
  @Override
  public void close() {
    closed = true;
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void ended() {
    runtimeApi.close();
    for (Invocation invocation : running) {
      invocation.end(
          runtimeApi
              .initError()
              .orElseGet(
                  () ->
                      InvocationResult.Failed.because(
                          "Runtime.ExitError",
                          "RequestId: %s Error: Runtime exited with status %d"
                              .formatted(invocation.id(), process.exitValue()))));
      invocation.taken().completeExceptionally(new IllegalStateException("process ended"));
    }
  }

  private void copyLog(Consumer<String> log) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.accept(line);
      }
    } catch (IOException _) {
      // The pipe breaks when the process is killed; there is nothing more to read.
    }
  }
}
