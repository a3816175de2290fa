package services.dataminer.points.application.night;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.ledger.night.DividedNights;
import services.dataminer.points.ledger.table.Table;

/// The queue of `night-worker`, and the worker, which works when a test says so.
public final class ShardQueue implements MessageQueues {

  private final Queue<ShardMessage> waiting = new ArrayDeque<>();
  private final DividedNights nights;
  private final WorkOnShard worker;

  public ShardQueue(Table table) {
    nights = new DividedNights(table);
    worker = new WorkOnShard(nights, this);
  }

  @Override
  public synchronized void sendAll(QueueName queue, List<?> messages) {
    messages.forEach(message -> waiting.add((ShardMessage) message));
  }

  /// Divides every night in which anything is due, into shards of about so much.
  public DivideNight divide(int shardSize) {
    return new DivideNight(nights, this, 0, shardSize);
  }

  public DividedNights nights() {
    return nights;
  }

  /// Works on one message; one that fails comes again, after the others.
  ///
  /// @return whether there was one
  public boolean deliverOne(ShardedWork work) {
    ShardMessage next = next();
    if (next == null) {
      return false;
    }
    try {
      worker.work(next, work, ObjectGraph.time());
    } catch (RuntimeException | Error _) {
      sendAll(QueueName.NIGHT_WORKER, List.of(next));
    }
    return true;
  }

  /// Works on messages until there are none.
  public void deliverAll(ShardedWork work) {
    boolean more = true;
    while (more) {
      more = deliverOne(work);
    }
  }

  private synchronized ShardMessage next() {
    return waiting.poll();
  }
}
