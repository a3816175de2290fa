package services.dataminer.points.application.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordingMessageQueues;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.night.DividedNights;
import services.dataminer.points.ledger.night.NightKind;

/// Nights of members who are only counted, in shards of ten, on a table and a queue of a test's
/// own.
final class CountedNights implements ShardedWork {

  static final Instant AT = Instant.parse("2026-09-15T01:30:00Z");
  static final Instant NEXT = Instant.parse("2026-09-16T01:30:00Z");

  final DividedNights nights = new DividedNights(LocalTable.fresh().table());
  final RecordingMessageQueues queue = new RecordingMessageQueues();
  final DivideNight divide = new DivideNight(nights, queue, 10, 10);
  final List<String> workedOn = new CopyOnWriteArrayList<>();
  final List<Map<String, Long>> reports = new CopyOnWriteArrayList<>();

  /// What comes of a shard; it may throw.
  Function<DueTonight, ShardOutcome> outcome = CountedNights::done;

  /// Whether the process ends while it reports.
  boolean killedInReport;

  private final WorkOnShard workers = new WorkOnShard(nights, queue);

  /// The end of a function's process, wherever it is.
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /// All of a shard done.
  static ShardOutcome done(DueTonight shard) {
    return outcome(shard, Set.of(), false, Set.of(), false);
  }

  static ShardOutcome outcome(
      DueTonight shard, Set<String> left, boolean outOfTime, Set<String> failed, boolean stops) {
    long done = shard.everyone().size() - left.size() - failed.size();
    return new ShardOutcome(Map.of("members", done), left, outOfTime, failed, stops);
  }

  static List<String> members(int many) {
    return IntStream.range(0, many).mapToObj(i -> "m" + i).toList();
  }

  static DueTonight due(Instant at, List<String> members) {
    return new DueTonight(NightKind.TRANSFERS, at, members, List.of());
  }

  static Map<String, Long> sums(long members, long left, long failed) {
    return Map.of("members", members, "left", left, "failed", failed);
  }

  /// The messages of a night in which so many members are due.
  List<ShardMessage> divided(Instant at, int many) {
    assertThat(divide.divide(due(at, members(many)), Map.of())).hasValue(Math.ceilDiv(many, 10));
    return taken();
  }

  /// The messages put on the queue since.
  List<ShardMessage> taken() {
    return queue.take().stream()
        .peek(sent -> assertThat(sent.queue()).isEqualTo(QueueName.NIGHT_WORKER))
        .map(sent -> (ShardMessage) sent.message())
        .toList();
  }

  void deliver(ShardMessage message) {
    workers.work(message, this, ObjectGraph.time());
  }

  @Override
  public ShardOutcome work(DueTonight shard, TimeBudget time) {
    workedOn.addAll(shard.everyone());
    return outcome.apply(shard);
  }

  @Override
  public void report(Instant scheduledAt, Map<String, Long> sums) {
    if (killedInReport) {
      throw new Killed();
    }
    reports.add(sums);
  }
}
