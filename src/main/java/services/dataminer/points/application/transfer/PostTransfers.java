package services.dataminer.points.application.transfer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import services.dataminer.points.application.night.DivideNight;
import services.dataminer.points.application.night.DueTonight;
import services.dataminer.points.application.night.ShardOutcome;
import services.dataminer.points.application.night.ShardedWork;
import services.dataminer.points.application.run.FailureLog;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.run.RetryPauses;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.run.WorkerPool;
import services.dataminer.points.ledger.night.NightKind;
import services.dataminer.points.ledger.transfer.DueTransfers;
import services.dataminer.points.ledger.transfer.Transfers;

/// Takes to DOJO all that members asked for, and all that is transferable of members who transfer
/// automatically. Reserves, posts under the transfer's own key, records: killed in between, the
/// next run goes on there, and DOJO has it once. Right in any order, twice, overlapping and late.
@Singleton
public class PostTransfers implements ShardedWork {

  private static final Logger LOG = Logger.getLogger(PostTransfers.class);

  /// How many credits DOJO is asked for at a time.
  public static final int AT_A_TIME = 8;

  /// How many members are worked on at a time, more than DOJO is asked for: its answer is only a
  /// part of what a transfer waits for.
  public static final int MEMBERS_AT_A_TIME = 24;

  /// How many workers may do so together: `MaximumConcurrency` of the queue of `night-worker`.
  public static final int WORKERS = 2;

  private final Transfers transfers;
  private final ReserveTransfers reservations;
  private final Dojo dojo;
  private final DivideNight divide;
  private final Metrics metrics;
  private final FailureLog failures;
  private final ZoneId timeZone;
  private final Hands ofNight;
  private final Hands ofShard;
  private final RetryPauses.Rest rest;

  @Inject
  public PostTransfers(
      Transfers transfers,
      ReserveTransfers reservations,
      Dojo dojo,
      DivideNight divide,
      Metrics metrics,
      FailureLog failures,
      ZoneId timeZone) {
    this(
        transfers,
        reservations,
        dojo,
        divide,
        metrics,
        failures,
        timeZone,
        new Hands(AT_A_TIME, MEMBERS_AT_A_TIME),
        RetryPauses::sleep);
  }

  /// How much is done at a time.
  ///
  /// @param credits of DOJO
  /// @param members worked on
  record Hands(int credits, int members) {

    Hands ofShard() {
      return new Hands(Math.ceilDiv(credits, WORKERS), Math.ceilDiv(members, WORKERS));
    }
  }

  /// @param hands of a whole night; the workers of a divided one share them
  PostTransfers(
      Transfers transfers,
      ReserveTransfers reservations,
      Dojo dojo,
      DivideNight divide,
      Metrics metrics,
      FailureLog failures,
      ZoneId timeZone,
      Hands hands,
      RetryPauses.Rest rest) {
    this.transfers = transfers;
    this.reservations = reservations;
    this.dojo = dojo;
    this.divide = divide;
    this.metrics = metrics;
    this.failures = failures;
    this.timeZone = timeZone;
    this.ofNight = hands;
    this.ofShard = hands.ofShard();
    this.rest = rest;
  }

  /// A night, worked on here or, if it is large, divided among workers.
  ///
  /// @param scheduledAt names the night, and selects nothing
  /// @return what this run changed
  /// @throws IllegalStateException if something went wrong with some members; all others are done
  public Transferred night(Instant scheduledAt, TimeBudget time) {
    DueTransfers due = transfers.due();
    var tonight = new DueTonight(NightKind.TRANSFERS, scheduledAt, due.changed(), due.open());
    OptionalInt shards = divide.divide(tonight, Map.of());
    if (shards.isPresent()) {
      return Transferred.inShards(shards.getAsInt());
    }
    TransferPass pass = pass(due, scheduledAt, time, ofNight);
    count(pass.overdue().size(), Map.of("references", pass.someOverdue()));
    if (!pass.failed().isEmpty()) {
      throw new IllegalStateException(
          "transferred %s; failed, see the log: %s"
              .formatted(pass.done(), pass.failed().stream().sorted().limit(20).toList()));
    }
    return pass.done();
  }

  @Override
  public ShardOutcome work(DueTonight shard, TimeBudget time) {
    var due = new DueTransfers(shard.members(), shard.transfers());
    return pass(due, shard.scheduledAt(), time, ofShard).outcome();
  }

  @Override
  public void report(Instant scheduledAt, Map<String, Long> sums) {
    LOG.infof("transferred %s in all", TransferPass.transferred(sums));
    count(TransferPass.overdue(sums), Map.of("night", scheduledAt.toString()));
  }

  private void count(long overdue, Map<String, String> about) {
    if (overdue > 0) {
      metrics.count(Metric.TRANSFERS_OVERDUE, overdue, about);
    }
  }

  private TransferPass pass(DueTransfers due, Instant scheduledAt, TimeBudget time, Hands hands) {
    var sender = new CreditSender(dojo, time, rest, hands.credits());
    var run =
        new TransferRun(
            reservations,
            transfers,
            sender,
            metrics,
            failures,
            scheduledAt,
            LocalDate.ofInstant(scheduledAt, timeZone));
    TransferPass pass =
        TransferPass.over(
            transfers.backlog(due), run, sender, new WorkerPool(hands.members()), time);
    pass.warn();
    return pass;
  }
}
