package services.dataminer.points.application.message;

import java.util.List;
import services.dataminer.points.platform.outage.Unavailable;

/// Puts messages on queues. When a call returns, the queue has them.
@FunctionalInterface
public interface MessageQueues {

  /// Puts messages on a queue, each as JSON. They may be delivered in any order, and more than
  /// once.
  ///
  /// @throws Unavailable if not all are on the queue; some may be, so the sender must be able to
  ///   send all of them again
  void sendAll(QueueName queue, List<?> messages);

  /// Puts a message on a queue.
  ///
  /// @throws Unavailable if it is not known to be on the queue
  default void send(QueueName queue, Object message) {
    sendAll(queue, List.of(message));
  }
}
