package services.dataminer.points.localcloud;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Tells when all that was put on the queues has been dealt with.
final class IdleWatch {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final LocalQueues queues;
  private final List<QueuePoller> pollers;

  IdleWatch(LocalQueues queues, List<QueuePoller> pollers) {
    this.queues = queues;
    this.pollers = List.copyOf(pollers);
  }

  /// Waits until no queue, dead letters aside, holds or works on a message.
  ///
  /// @return false when that was not so within the limit
  boolean await(Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    while (!isIdle()) {
      if (Instant.now().isAfter(deadline)) {
        return false;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /// Queues are counted one after the other, so a function could move work from a queue not yet
  /// counted to one already counted. Only a batch can do that: the count holds when none ran
  /// meanwhile.
  private boolean isIdle() {
    long before = batches();
    return running() == 0
        && queues.workQueues().stream().allMatch(queue -> queues.messages(queue) == 0)
        && running() == 0
        && batches() == before;
  }

  private int running() {
    return pollers.stream().mapToInt(QueuePoller::running).sum();
  }

  private long batches() {
    return pollers.stream().mapToLong(QueuePoller::batches).sum();
  }
}
