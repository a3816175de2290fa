package services.dataminer.points.application.balance;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import services.dataminer.points.application.night.DivideNight;
import services.dataminer.points.application.night.DueTonight;
import services.dataminer.points.application.night.ShardOutcome;
import services.dataminer.points.application.night.ShardedWork;
import services.dataminer.points.application.run.FailureLog;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.run.WorkerPool;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.night.NightKind;
import services.dataminer.points.ledger.reconciliation.BalanceReconciliation;
import services.dataminer.points.ledger.reconciliation.ReconciliationOutcome;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;
import services.dataminer.points.ledger.reconciliation.ReconciliationScope;
import services.dataminer.points.ledger.reconciliation.Roster;

/// Reconciles the balances of everyone who changed since the last night and of a thirtieth of all
/// others, and sets right what differs. Right in any order, twice, overlapping and late; a run that
/// stopped is gone on with.
@Singleton
public class ReconcileBalances implements ShardedWork {

  private static final Logger LOG = Logger.getLogger(ReconcileBalances.class);

  /// How many members are worked on at a time.
  public static final int AT_A_TIME = 24;

  private final DueWork due;
  private final Roster roster;
  private final BalanceReconciliation reconciliation;
  private final DivideNight divide;
  private final Metrics metrics;
  private final FailureLog failures;
  private final ZoneId timeZone;
  private final WorkerPool workers = new WorkerPool(AT_A_TIME);

  public ReconcileBalances(
      DueWork due,
      Roster roster,
      BalanceReconciliation reconciliation,
      DivideNight divide,
      Metrics metrics,
      FailureLog failures,
      ZoneId timeZone) {
    this.due = due;
    this.roster = roster;
    this.reconciliation = reconciliation;
    this.divide = divide;
    this.metrics = metrics;
    this.failures = failures;
    this.timeZone = timeZone;
  }

  /// A night: its part of the roster, then who changed. The latter are divided among workers if
  /// they are many.
  ///
  /// @return what this run reconciled
  /// @throws IllegalStateException if some could not be reconciled; all others are
  public Recalculated night(ReconciliationRun run, TimeBudget time) {
    var count = new Count(run, time);
    boolean through =
        roster.ofNight(
            run.on(),
            members ->
                count.reconcile(members, ReconciliationScope.CHANGES_AND_A_CLOSED_YEAR).isEmpty());
    List<String> changed = due.changedBalances();
    var tonight = new DueTonight(NightKind.BALANCES, run.at(), changed, List.of());
    OptionalInt shards = divide.divide(tonight, count.sums());
    if (shards.isPresent()) {
      return count.result(through, shards.getAsInt());
    }
    boolean all = count.reconcile(changed, ReconciliationScope.CHANGES).isEmpty();
    return count.result(through && all, 0);
  }

  @Override
  public ShardOutcome work(DueTonight shard, TimeBudget time) {
    var count = new Count(ReconciliationRun.night(shard.scheduledAt(), timeZone), time);
    Set<String> left = count.reconcile(shard.members(), ReconciliationScope.CHANGES);
    return new ShardOutcome(count.sums(), left, true, Set.copyOf(count.failed), false);
  }

  @Override
  public void report(Instant scheduledAt, Map<String, Long> sums) {
    LOG.infof("reconciled %s in all", new TreeMap<>(sums));
  }

  /// Everyone, and everything of each; of a run that is called again, whoever is left.
  public Recalculated everyone(ReconciliationRun run, TimeBudget time) {
    var count = new Count(run, time);
    return count.result(
        roster.ofEveryone(
            members ->
                count
                    .reconcile(reconciliation.leftOf(members, run), ReconciliationScope.EVERYTHING)
                    .isEmpty()),
        0);
  }

  /// One run, and what came of it so far.
  private final class Count {
    private final ReconciliationRun run;
    private final TimeBudget time;
    private final AtomicInteger members = new AtomicInteger();
    private final AtomicInteger repaired = new AtomicInteger();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();

    Count(ReconciliationRun run, TimeBudget time) {
      this.run = run;
      this.time = time;
    }

    /// @return those for whom there was no time
    Set<String> reconcile(List<String> memberIds, ReconciliationScope scope) {
      int left = workers.each(memberIds, time::isUp, member -> reconcile(member, scope));
      return Set.copyOf(memberIds.subList(memberIds.size() - left, memberIds.size()));
    }

    Map<String, Long> sums() {
      return Map.of("members", (long) members.get(), "repaired", (long) repaired.get());
    }

    private void reconcile(String memberId, ReconciliationScope scope) {
      try {
        switch (reconciliation.reconcile(memberId, run, scope)) {
          case ReconciliationOutcome.Known _ -> {}
          case ReconciliationOutcome.Right _ -> members.incrementAndGet();
          case ReconciliationOutcome.SetRight set -> {
            members.incrementAndGet();
            repaired.incrementAndGet();
            report(memberId, set);
          }
          case ReconciliationOutcome.Unexplained unexplained -> {
            LOG.errorf(
                "member %s: transfers %s and their entries differ; correct them by hand",
                memberId, unexplained.transfers());
            metrics.count(Metric.ENTRIES_DIFFERED, 1, Map.of("memberId", memberId));
          }
        }
      } catch (RuntimeException e) {
        failures.failed("member " + memberId + " not reconciled", e);
        failed.add(memberId);
      }
    }

    private void report(String memberId, ReconciliationOutcome.SetRight set) {
      LOG.errorf("member %s corrected: %s", memberId, set.what());
      var about = Map.of("memberId", memberId, "what", set.what());
      if (set.balance()) {
        metrics.count(Metric.BALANCES_DIFFERED, 1, about);
      }
      if (set.entries() > 0) {
        metrics.count(Metric.ENTRIES_DIFFERED, 1, about);
      }
    }

    /// @param shards into how many workers do the rest; 0 if there is none
    Recalculated result(boolean finished, int shards) {
      var result = new Recalculated(members.get(), repaired.get(), !finished, shards);
      if (!failed.isEmpty()) {
        throw new IllegalStateException(
            "reconciled %s; not reconciled, see the log: %s"
                .formatted(result, failed.stream().sorted().limit(20).toList()));
      }
      return result;
    }
  }
}
