package services.dataminer.points.ledger.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.program.activity.ActivityId;

/// What some of a member's entries add up to: by year, and by what moved the points.
final class EntryTotals {

  private final SortedMap<LocalDate, YearSums> years = new TreeMap<>();
  private final Map<ActivityId, SortedMap<LocalDate, Moved>> moved = new HashMap<>();
  private final List<Transfer> rejected = new ArrayList<>();

  /// What one activity or transfer moved in one year. Most have entries in one year only; what was
  /// reversed whole and earned anew later has them in two.
  ///
  /// @param latest the entry with the highest number
  record Moved(Entry latest, long points) {

    Moved plus(Moved other) {
      Entry later = latest.revision() > other.latest.revision() ? latest : other.latest;
      return new Moved(later, points + other.points);
    }
  }

  /// @param year a year that is read, whether it has entries or not
  void open(LocalDate year) {
    years.putIfAbsent(year, YearSums.NONE);
  }

  void add(Entry entry) {
    years.merge(entry.year(), YearSums.of(entry), YearSums::plus);
    moved
        .computeIfAbsent(entry.activityId(), _ -> new TreeMap<>())
        .merge(entry.year(), new Moved(entry, entry.points()), Moved::plus);
  }

  SortedMap<LocalDate, YearSums> years() {
    return years;
  }

  /// What the entries say of an activity, by year.
  SortedMap<LocalDate, Moved> of(ActivityId activity) {
    return moved.getOrDefault(activity, new TreeMap<>());
  }

  /// The activities that earned points.
  Set<ActivityId> activities() {
    var earning = new TreeSet<>(moved.keySet());
    earning.removeIf(id -> id.transfer().isPresent());
    return earning;
  }

  /// The ids of the transfers that moved points.
  Set<String> transfers() {
    var ids = new TreeSet<String>();
    moved.keySet().forEach(id -> id.transfer().ifPresent(ids::add));
    return ids;
  }

  /// Adds what DOJO has of transfers.
  ///
  /// @param known at least those that moved points, as far as there are any
  /// @return the transfers that moved other points than they say
  List<String> settle(Collection<Transfer> known) {
    var unexplained = new TreeSet<>(transfers());
    for (Transfer transfer : known) {
      if (transfer.state() == Transfer.State.POSTED) {
        years.merge(transfer.year(), YearSums.posted(transfer.points()), YearSums::plus);
      } else if (transfer.state() == Transfer.State.REJECTED) {
        rejected.add(transfer);
      }
      if (transfer.taken() == -movedBy(transfer)) {
        unexplained.remove(transfer.id());
      } else {
        unexplained.add(transfer.id());
      }
    }
    return List.copyOf(unexplained);
  }

  /// The points of transfers that DOJO rejected in a night.
  long rejectedOn(LocalDate night) {
    return rejected.stream()
        .filter(transfer -> transfer.triedOn().filter(night::equals).isPresent())
        .mapToLong(Transfer::points)
        .sum();
  }

  private long movedBy(Transfer transfer) {
    return of(ActivityId.transfer(transfer.id())).values().stream().mapToLong(Moved::points).sum();
  }
}
