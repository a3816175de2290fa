package services.dataminer.points.application.night;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.ledger.night.DividedNight;
import services.dataminer.points.ledger.night.DividedNights;

/// Puts a night that is too large for one call on the queue of `night-worker`, in shards. A small
/// one is left to whoever asks, unless workers are still busy with an earlier night of its kind:
/// their limit would not hold for both.
@Singleton
public class DivideNight {

  private static final Logger LOG = Logger.getLogger(DivideNight.class);

  /// What one call gets through even if DOJO takes a second for each credit.
  private static final int MOST_IN_PLACE = 5_000;

  /// Small enough for one call of the worker, and for one message.
  private static final int SHARD_SIZE = 1_000;

  /// How many earlier nights may be unfinished before one is forgotten.
  private static final int EARLIER_NIGHTS = 5;

  private final DividedNights nights;
  private final MessageQueues queues;
  private final int mostInPlace;
  private final int shardSize;

  @Inject
  public DivideNight(DividedNights nights, MessageQueues queues) {
    this(nights, queues, MOST_IN_PLACE, SHARD_SIZE);
  }

  /// @param mostInPlace how much is worked on in one call
  /// @param shardSize how much a shard has, about
  public DivideNight(DividedNights nights, MessageQueues queues, int mostInPlace, int shardSize) {
    this.nights = nights;
    this.queues = queues;
    this.mostInPlace = mostInPlace;
    this.shardSize = shardSize;
  }

  /// Divides a night of which each piece is as much work as any other.
  ///
  /// @param already what the night did before
  /// @return into how many shards; empty if the caller is to work on all of it
  public OptionalInt divide(DueTonight due, Map<String, Long> already) {
    return divide(due, due.size(), already);
  }

  /// Divides a night, once however often it is called: who comes again while it is worked on puts
  /// on the queue what may not be there.
  ///
  /// @param work how much there is to do, at least as much as there are pieces
  /// @param already what the night did before
  /// @return into how many shards; empty if the caller is to work on all of it
  public OptionalInt divide(DueTonight due, int work, Map<String, Long> already) {
    if (due.size() == 0 || work <= mostInPlace && !areWorkersBusy(due)) {
      return OptionalInt.empty();
    }
    int shards = Math.min(due.size(), Math.ceilDiv(work, shardSize));
    DividedNight night = nights.divide(due.kind(), due.scheduledAt(), shards, already);
    if (!night.sent()) {
      queues.sendAll(QueueName.NIGHT_WORKER, messages(due, night));
      nights.markSent(night);
      LOG.infof("%s is on the queue: %d in %d shards", due, due.size(), night.shards());
    }
    return OptionalInt.of(night.shards());
  }

  private boolean areWorkersBusy(DueTonight due) {
    return nights.latest(due.kind(), EARLIER_NIGHTS).stream()
        .anyMatch(night -> !night.open().isEmpty());
  }

  /// A shard in which nothing is due any more is sent as well, so that it ends.
  private static List<ShardMessage> messages(DueTonight due, DividedNight night) {
    List<DueTonight> shards = due.shards(night.shards());
    return IntStream.range(0, night.shards())
        .filter(night.open()::contains)
        .mapToObj(shard -> ShardMessage.of(night.plan(), shard, shards.get(shard)))
        .toList();
  }
}
