package services.dataminer.points.ledger.proof;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.program.activity.ActivityId;

/// What some of a member's entries add up to.
final class Account {

  private final SortedMap<LocalDate, YearSums> years = new TreeMap<>();
  private final Map<ActivityId, Total> activities = new HashMap<>();

  /// What one activity or transfer moved.
  ///
  /// @param sample one of its entries, which all count in the same place
  /// @param lastRevision the highest number among its entries
  record Total(Entry sample, long points, long lastRevision) {

    static Total of(Entry entry) {
      return new Total(entry, entry.points(), entry.revision());
    }

    Total plus(Total other) {
      return new Total(sample, points + other.points, Math.max(lastRevision, other.lastRevision));
    }
  }

  /// @param year a year that is read, whether it has entries or not
  void open(LocalDate year) {
    years.putIfAbsent(year, YearSums.NONE);
  }

  void add(Entry entry) {
    long earned = entry.kind().earns() ? entry.points() : 0;
    add(entry.year(), earned, entry.points() - earned, 0);
    activities.merge(entry.activityId(), Total.of(entry), Total::plus);
  }

  private void add(LocalDate year, long earned, long moved, long posted) {
    years.merge(
        year,
        YearSums.NONE.plus(earned, moved, posted),
        (was, more) -> was.plus(more.earned(), more.moved(), more.posted()));
  }

  SortedMap<LocalDate, YearSums> years() {
    return years;
  }

  /// The activities that earned points, with what the entries say.
  Map<ActivityId, Total> activities() {
    var earning = new HashMap<>(activities);
    earning.keySet().removeIf(id -> id.transfer().isPresent());
    return earning;
  }

  /// The ids of the transfers that moved points.
  Collection<String> transfers() {
    return activities.keySet().stream().flatMap(id -> id.transfer().stream()).toList();
  }

  /// Adds what DOJO has of the transfers.
  ///
  /// @param known finds a transfer by its id
  /// @return the transfers that moved other points than they say
  List<String> settle(Function<String, Optional<Transfer>> known) {
    return activities.entrySet().stream()
        .filter(moved -> moved.getKey().transfer().isPresent())
        .filter(moved -> !settles(moved.getValue(), known.apply(id(moved.getKey()))))
        .map(moved -> id(moved.getKey()))
        .sorted()
        .toList();
  }

  private static String id(ActivityId transfer) {
    return transfer.transfer().orElseThrow();
  }

  private boolean settles(Total moved, Optional<Transfer> transfer) {
    transfer
        .filter(known -> known.state() == Transfer.State.POSTED)
        .ifPresent(known -> add(moved.sample().year(), 0, 0, known.points()));
    return transfer.filter(known -> known.taken() == -moved.points()).isPresent();
  }
}
