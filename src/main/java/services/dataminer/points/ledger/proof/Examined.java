package services.dataminer.points.ledger.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import services.dataminer.points.ledger.entry.Balance;

/// A member's balance held against the entries.
///
/// @param years the sums of every year, by the entries read and the proof before
/// @param read those of them that were read
/// @param activities what the entries read say of each activity
/// @param faultyTransfers transfers that moved other points than they say
/// @param closedYear the closed year read in its turn
/// @param whole whether all entries were read
public record Examined(
    Stored stored,
    SortedMap<LocalDate, YearSums> years,
    SortedMap<LocalDate, YearSums> read,
    Account account,
    List<String> faultyTransfers,
    Optional<LocalDate> closedYear,
    boolean whole) {

  /// The balance as it should be.
  public Balance expected() {
    var earned = new TreeMap<LocalDate, Long>();
    years.forEach((year, sums) -> earned.put(year, sums.earned()));
    long transferable = years.values().stream().mapToLong(y -> y.earned() + y.moved()).sum();
    long transferred = years.values().stream().mapToLong(YearSums::posted).sum();
    return new Balance(stored.balance().version(), earned, transferable, transferred);
  }

  /// Whether the balance is what the entries add up to.
  public boolean isRight() {
    Balance is = stored.balance();
    Balance should = expected();
    var all = new TreeMap<>(is.earned());
    all.putAll(should.earned());
    return is.transferable() == should.transferable()
        && is.transferred() == should.transferred()
        && all.keySet().stream()
            .allMatch(year -> is.earnedInYearFrom(year) == should.earnedInYearFrom(year));
  }
}
