package services.dataminer.points.localcloud;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// A function with its processes: one per invocation that runs at the same time, started on first
/// use and kept for the next. More than the cap wait for a free one.
final class LambdaFunction implements AutoCloseable {
  private final FunctionDefinition definition;
  private final FunctionRuntime runtime;
  private final Consumer<String> log;
  private final Semaphore slots;
  private final Deque<FunctionProcess> idle = new ConcurrentLinkedDeque<>();
  private final Set<FunctionProcess> all = ConcurrentHashMap.newKeySet();
  private boolean closed;

  LambdaFunction(
      FunctionDefinition definition, FunctionRuntime runtime, int cap, Consumer<String> log) {
    this.definition = definition;
    this.runtime = runtime;
    this.log = line -> log.accept(definition.name() + " | " + line);
    int reserved = definition.reservedConcurrency().orElse(cap);
    this.slots = new Semaphore(Math.min(cap, reserved), true);
  }

  FunctionDefinition definition() {
    return definition;
  }

  /// Invokes the function and waits for what comes of it.
  InvocationResult invoke(byte[] event) {
    return invoke(new Invocation(event));
  }

  /// The same with an event that a message brought.
  InvocationResult invoke(byte[] event, TraceHeader trace) {
    return invoke(new Invocation(event, trace));
  }

  /// Starts a process that waits for its first event.
  void start() {
    release(started());
  }

  /// Runs the invocation to its end, whichever that is.
  InvocationResult invoke(Invocation invocation) {
    slots.acquireUninterruptibly();
    try {
      FunctionProcess process = idleOrNew();
      InvocationResult result = process.invoke(invocation);
      release(process);
      return result;
    } catch (IllegalStateException | UncheckedIOException e) {
      invocation.end(InvocationResult.Failed.because("Sandbox.Failure", e.getMessage()));
      return invocation.result().resultNow();
    } finally {
      slots.release();
    }
  }

  /// Kills every process of the function; what they work on fails, as when Lambda loses a host.
  ///
  /// @return how many were killed
  int kill() {
    List<FunctionProcess> processes = new ArrayList<>(all);
    processes.forEach(FunctionProcess::close);
    all.removeAll(processes);
    return processes.size();
  }

  /// The ids of its processes.
  List<Long> pids() {
    return all.stream().map(FunctionProcess::pid).toList();
  }

  boolean isReady() {
    return all.stream().allMatch(FunctionProcess::isReady);
  }

  /// Kills one process that is at work, if there is one.
  ///
  /// @return whether there was
  boolean killOneAtWork() {
    return all.stream()
        .filter(FunctionProcess::isAtWork)
        .findAny()
        .map(
            process -> {
              process.close();
              all.remove(process);
              return true;
            })
        .orElse(false);
  }

  /// How many processes are there, at work or idle.
  int processes() {
    return (int) all.stream().filter(FunctionProcess::isAlive).count();
  }

  @Override
  public void close() {
    synchronized (all) {
      closed = true;
    }
    kill();
  }

  private FunctionProcess idleOrNew() {
    for (FunctionProcess next = idle.poll(); next != null; next = idle.poll()) {
      if (next.isAlive()) {
        return next;
      }
      all.remove(next);
    }
    return started();
  }

  private FunctionProcess started() {
    synchronized (all) {
      if (closed) {
        throw new IllegalStateException("the local cloud is closed");
      }
      FunctionProcess started = new FunctionProcess(definition, runtime, log);
      all.add(started);
      return started;
    }
  }

  private void release(FunctionProcess process) {
    if (process.isAlive()) {
      idle.push(process);
    } else {
      all.remove(process);
    }
  }
}
