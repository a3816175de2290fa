package services.dataminer.points.application.settlement;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import services.dataminer.points.application.night.DivideNight;
import services.dataminer.points.application.night.DueTonight;
import services.dataminer.points.application.night.ShardOutcome;
import services.dataminer.points.application.night.ShardedWork;
import services.dataminer.points.application.run.FailureLog;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.run.WorkerPool;
import services.dataminer.points.application.settlement.SettlementPass.Change;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.StoredDecision.StoredAward;
import services.dataminer.points.ledger.conflict.ConflictRetry;
import services.dataminer.points.ledger.directory.ShowItem;
import services.dataminer.points.ledger.directory.Shows;
import services.dataminer.points.ledger.night.NightKind;
import services.dataminer.points.ledger.show.Settlements;
import services.dataminer.points.ledger.show.ShowMeeting;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.show.Stand;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.award.ShowSettlement;

/// Settles every partner's meetings at every show that is over: divides them once and grants the
/// difference to what was granted before. Right in any order, twice, overlapping and late.
@Singleton
public class SettleShows implements ShardedWork {

  private static final Logger LOG = Logger.getLogger(SettleShows.class);

  /// How many stands are settled at a time, and of each, how many meetings are marked.
  private static final int AT_A_TIME = 8;

  private final WorkerPool workers = new WorkerPool(AT_A_TIME);
  private final Settlements settlements;
  private final Shows shows;
  private final ShowMeetings meetings;
  private final ConflictRetry conflicts;
  private final ShowSettlement settlement;
  private final DivideNight divide;
  private final FailureLog failures;

  public SettleShows(
      Settlements settlements,
      Shows shows,
      ShowMeetings meetings,
      ConflictRetry conflicts,
      ShowSettlement settlement,
      DivideNight divide,
      FailureLog failures) {
    this.settlements = settlements;
    this.shows = shows;
    this.meetings = meetings;
    this.conflicts = conflicts;
    this.settlement = settlement;
    this.divide = divide;
    this.failures = failures;
  }

  /// A night, worked on here or, if it is large, divided among workers.
  ///
  /// @param scheduledAt the night's own time, the only clock
  /// @return what this run changed
  /// @throws IllegalStateException if some stands could not be settled; all others are
  public Settled night(Instant scheduledAt, TimeBudget time) {
    SortedMap<Stand, Integer> due = settlements.due(scheduledAt);
    int dueMeetings = due.values().stream().mapToInt(Integer::intValue).sum();
    OptionalInt shards =
        divide.divide(
            new DueTonight(NightKind.SHOWS, scheduledAt, names(due.keySet()), List.of()),
            dueMeetings,
            Map.of());
    if (shards.isPresent()) {
      return Settled.inShards(shards.getAsInt());
    }
    SettlementPass pass = pass(due.keySet(), scheduledAt, time);
    if (!pass.failed().isEmpty()) {
      throw new IllegalStateException(
          "settled %s; not settled, and still due: %s".formatted(pass.done(), pass.failed()));
    }
    return pass.done();
  }

  @Override
  public ShardOutcome work(DueTonight shard, TimeBudget time) {
    List<Stand> stands =
        shard.members().stream()
            .map(name -> Stand.of(new ActivityId(name)).orElseThrow())
            .sorted()
            .toList();
    SettlementPass pass = pass(stands, shard.scheduledAt(), time);
    return new ShardOutcome(
        pass.sums(), Set.copyOf(names(pass.left())), true, Set.copyOf(names(pass.failed())), false);
  }

  @Override
  public void report(Instant scheduledAt, Map<String, Long> sums) {
    LOG.infof("settled %s in all", new TreeMap<>(sums));
  }

  private static List<String> names(Collection<Stand> stands) {
    return stands.stream().map(stand -> stand.settlement().value()).toList();
  }

  private SettlementPass pass(Collection<Stand> stands, Instant scheduledAt, TimeBudget time) {
    var pass = new SettlementPass(workers, time, failures);
    pass.over(stands, stand -> conflicts.retryOnConflict(() -> settle(stand, scheduledAt)));
    return pass;
  }

  /// Reads the settlement before its meetings: were it the other way round, a slower run could
  /// write an older division over a newer one.
  private Change settle(Stand stand, Instant scheduledAt) {
    ActivityRecord before = settlements.find(stand);
    ShowItem item =
        shows
            .find(stand.showId())
            .orElseThrow(
                () -> new IllegalStateException("show " + stand.showId() + " is not there"));
    Show show = item.show();
    if (show.closesAt().isAfter(scheduledAt)) {
      return new Change(0, 0);
    }
    List<ShowMeeting> all = meetings.of(stand);
    List<ShowMeeting> counting = all.stream().filter(ShowMeeting::counts).toList();
    ActivityRecord decided = StandSettlement.decided(settlement, show, stand, before, counting);
    settlements.write(before, decided, item, !counting.isEmpty(), scheduledAt);
    var marked = new AtomicInteger();
    workers.each(
        all,
        () -> false,
        meeting -> {
          if (meetings.markSettled(show, meeting)) {
            marked.incrementAndGet();
          }
        });
    return new Change(marked.get(), total(decided) - total(before));
  }

  private static long total(ActivityRecord record) {
    return record.decision().flatMap(d -> d.award()).map(StoredAward::total).orElse(0L);
  }
}
