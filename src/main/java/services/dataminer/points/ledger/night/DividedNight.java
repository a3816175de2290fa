package services.dataminer.points.ledger.night;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A night that was too large for one call: which of its shards are not finished, and what came of
/// the others.
///
/// @param scheduledAt the night's time
/// @param version counts the writes; 0 before the first
/// @param plan counts how often the night was divided anew, after all of it was finished
/// @param shards into how many parts it was divided; they count from 0
/// @param open the shards that are not finished
/// @param sent whether each shard was put on the queue
/// @param stopped whether a shard found that the rest had better wait for the next night
/// @param lastShard the one that was finished last of all; empty while others are open
/// @param reported whether the whole was reported
/// @param sums what came of it so far, by name
public record DividedNight(
    NightKind kind,
    Instant scheduledAt,
    long version,
    int plan,
    int shards,
    Set<Integer> open,
    boolean sent,
    boolean stopped,
    Optional<Integer> lastShard,
    boolean reported,
    Map<String, Long> sums) {

  /// Before it is divided.
  static DividedNight none(NightKind kind, Instant scheduledAt) {
    return new DividedNight(
        kind, scheduledAt, 0, 0, 0, Set.of(), false, false, Optional.empty(), false, Map.of());
  }

  /// Whether a shard of a plan is still to be finished.
  public boolean awaits(int wantedPlan, int shard) {
    return plan == wantedPlan && open.contains(shard);
  }

  /// Whether a shard of a plan was finished last, and whoever finished it has not reported the
  /// whole.
  public boolean isToBeReportedBy(int wantedPlan, int shard) {
    return plan == wantedPlan && !reported && lastShard.equals(Optional.of(shard));
  }

  /// A new plan.
  ///
  /// @param already what the night did before it was divided
  DividedNight dividedInto(int parts, Map<String, Long> already) {
    Set<Integer> all = IntStream.range(0, parts).boxed().collect(Collectors.toSet());
    return new DividedNight(
        kind,
        scheduledAt,
        version + 1,
        plan + 1,
        parts,
        all,
        false,
        false,
        Optional.empty(),
        false,
        already);
  }

  DividedNight withSent() {
    return next(open, true, stopped, lastShard, reported, sums);
  }

  /// Some of a shard, or of the whole, is done.
  DividedNight plus(Map<String, Long> done) {
    return next(open, sent, stopped, lastShard, reported, added(done));
  }

  /// A shard is finished.
  DividedNight without(int shard, Map<String, Long> done, boolean stops) {
    var left = new TreeSet<>(open);
    left.remove(shard);
    Optional<Integer> last = left.isEmpty() ? Optional.of(shard) : Optional.empty();
    return next(left, sent, stopped || stops, last, reported, added(done));
  }

  DividedNight withReport() {
    return next(open, sent, stopped, lastShard, true, sums);
  }

  private Map<String, Long> added(Map<String, Long> done) {
    BinaryOperator<Long> sum = Long::sum;
    return Stream.of(sums, done)
        .flatMap(some -> some.entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, sum, HashMap::new));
  }

  private DividedNight next(
      Set<Integer> openNow,
      boolean sentNow,
      boolean stoppedNow,
      Optional<Integer> lastNow,
      boolean reportedNow,
      Map<String, Long> sumsNow) {
    return new DividedNight(
        kind,
        scheduledAt,
        version + 1,
        plan,
        shards,
        openNow,
        sentNow,
        stoppedNow,
        lastNow,
        reportedNow,
        sumsNow);
  }
}
