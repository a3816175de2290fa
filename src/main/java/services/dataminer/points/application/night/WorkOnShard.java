package services.dataminer.points.application.night;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.ledger.night.DividedNight;
import services.dataminer.points.ledger.night.DividedNights;

/// Works on a shard of a night, and reports the night if no other shard is left. A shard that is
/// finished is not worked on again; one that is not may be, by several and any number of times.
@Singleton
public class WorkOnShard {

  private static final Logger LOG = Logger.getLogger(WorkOnShard.class);

  /// A worker that sends to itself more than sixteen times in a row is stopped by Lambda.
  static final int MOST_ATTEMPTS = 3;

  private static final int MOST_NAMED = 20;

  private final DividedNights nights;
  private final MessageQueues queues;

  public WorkOnShard(DividedNights nights, MessageQueues queues) {
    this.nights = nights;
    this.queues = queues;
  }

  /// @param kind what such a night does
  /// @throws IllegalStateException if something went wrong with some members each time; the shard
  ///   is finished nevertheless, and coming again changes nothing
  public void work(ShardMessage message, ShardedWork kind, TimeBudget time) {
    DividedNight night = nights.find(message.due().kind(), message.due().scheduledAt());
    if (!night.awaits(message.plan(), message.shard())) {
      LOG.infof("%s is finished already", message);
      if (night.isToBeReportedBy(message.plan(), message.shard())) {
        report(night, kind);
      }
      return;
    }
    ShardOutcome outcome = night.stopped() ? allLeft(message) : kind.work(message.due(), time);
    Set<String> again = again(message, outcome);
    if (again.isEmpty()) {
      finish(message, night, outcome, kind);
    } else {
      // In this order: ended in between, the whole message comes again.
      nights.add(night, message.shard(), outcome.sums());
      queues.send(QueueName.NIGHT_WORKER, message.again(again));
      LOG.infof("%s goes on with %d members", message, again.size());
    }
  }

  private static ShardOutcome allLeft(ShardMessage message) {
    return new ShardOutcome(Map.of(), message.due().everyone(), false, Set.of(), false);
  }

  /// The members to be worked on once more this night.
  private static Set<String> again(ShardMessage message, ShardOutcome outcome) {
    var again = new HashSet<String>();
    if (!outcome.stops() && message.attempt() < MOST_ATTEMPTS) {
      again.addAll(outcome.failed());
      if (outcome.outOfTime()) {
        again.addAll(outcome.left());
      }
    }
    return again;
  }

  private void finish(
      ShardMessage message, DividedNight night, ShardOutcome outcome, ShardedWork kind) {
    var sums = new HashMap<>(outcome.sums());
    sums.merge(ShardOutcome.LEFT, (long) outcome.left().size(), Long::sum);
    sums.merge(ShardOutcome.FAILED, (long) outcome.failed().size(), Long::sum);
    nights
        .finish(night, message.shard(), sums, outcome.stops())
        .filter(now -> now.isToBeReportedBy(message.plan(), message.shard()))
        .ifPresent(now -> report(now, kind));
    if (!outcome.failed().isEmpty()) {
      throw new IllegalStateException(
          "%s: failed, see the log: %s"
              .formatted(message, outcome.failed().stream().sorted().limit(MOST_NAMED).toList()));
    }
  }

  private void report(DividedNight night, ShardedWork kind) {
    boolean late =
        nights.latest(night.kind(), 1).stream()
            .anyMatch(other -> other.scheduledAt().isAfter(night.scheduledAt()));
    LOG.infof(
        "%s of %s is done, in %d shards%s",
        night.kind(),
        night.scheduledAt(),
        night.shards(),
        late ? ": late, as a later night was divided before" : "");
    kind.report(night.scheduledAt(), night.sums());
    nights.markReported(night);
  }
}
