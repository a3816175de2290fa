package services.dataminer.points.application.settlement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import services.dataminer.points.application.run.FailureLog;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.run.WorkerPool;
import services.dataminer.points.ledger.show.Stand;

/// One run over stands, some at a time, and what came of it so far.
final class SettlementPass {

  /// What settling one stand changed.
  record Change(int meetings, long points) {

    private boolean isNothing() {
      return meetings == 0 && points == 0;
    }
  }

  private final WorkerPool workers;
  private final TimeBudget time;
  private final FailureLog failures;
  private final Map<Stand, Change> changes = new ConcurrentSkipListMap<>();
  private final Set<Stand> failed = new ConcurrentSkipListSet<>();
  private final List<Stand> left = new ArrayList<>();

  SettlementPass(WorkerPool workers, TimeBudget time, FailureLog failures) {
    this.workers = workers;
    this.time = time;
    this.failures = failures;
  }

  /// Settles stands, of each show one first: that fixes the days of the show, which several at once
  /// would each try to.
  void over(Collection<Stand> stands, Function<Stand, Change> settle) {
    var shows = new HashSet<String>();
    var byTurn =
        stands.stream().collect(Collectors.partitioningBy(stand -> shows.add(stand.showId())));
    each(byTurn.get(true), settle);
    each(byTurn.get(false), settle);
  }

  private void each(List<Stand> stands, Function<Stand, Change> settle) {
    int notBegun = workers.each(stands, time::isUp, stand -> one(stand, settle));
    left.addAll(stands.subList(stands.size() - notBegun, stands.size()));
  }

  private void one(Stand stand, Function<Stand, Change> settle) {
    try {
      Change change = settle.apply(stand);
      if (!change.isNothing()) {
        changes.put(stand, change);
      }
    } catch (RuntimeException e) {
      failures.failed(
          "show %s, partner %s not settled".formatted(stand.showId(), stand.partnerId()), e);
      failed.add(stand);
    }
  }

  Settled done() {
    return new Settled(
        (int) changes.keySet().stream().map(Stand::showId).distinct().count(),
        meetings(),
        points(),
        left.size(),
        0);
  }

  /// What was done, by name, to be added up over shards.
  Map<String, Long> sums() {
    return Map.of(
        "stands", (long) changes.size(), "meetings", (long) meetings(), "points", points());
  }

  /// Those with whom something went wrong, in their order.
  List<Stand> failed() {
    return List.copyOf(failed);
  }

  /// Those for whom there was no time.
  List<Stand> left() {
    return List.copyOf(left);
  }

  private int meetings() {
    return changes.values().stream().mapToInt(Change::meetings).sum();
  }

  private long points() {
    return changes.values().stream().mapToLong(Change::points).sum();
  }
}
