package services.dataminer.points.ledger.reconciliation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entry;

/// A member's balance held against the entries.
///
/// @param years the sums of every year, by the entries read and, for other years, the
///   reconciliation before
/// @param account what the entries read add up to
/// @param unexplainedTransfers transfers that moved other points than they say
/// @param closedYear the closed year that was read last in its turn
/// @param whole whether all entries were read
public record CheckedBalance(
    StoredBalance stored,
    SortedMap<LocalDate, YearSums> years,
    EntryTotals account,
    List<String> unexplainedTransfers,
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

  /// Whether the balance is what the entries add up to, and counted its changes.
  public boolean isRight() {
    Balance is = stored.balance();
    Balance should = expected();
    var all = new TreeSet<>(is.earned().keySet());
    all.addAll(should.earned().keySet());
    return (is.version() > 0 || years.isEmpty())
        && is.transferable() == should.transferable()
        && is.transferred() == should.transferred()
        && all.stream()
            .allMatch(year -> is.earnedInYearFrom(year) == should.earnedInYearFrom(year));
  }

  /// The points that DOJO rejected in a night, of transfers of the years that were read.
  public long rejectedOn(LocalDate night) {
    return account.rejectedOn(night);
  }

  /// Whether the entries of a year were read.
  boolean hasRead(LocalDate year) {
    return whole || account.years().containsKey(year);
  }

  /// The same with entries more, of years that were read.
  CheckedBalance plus(Collection<Entry> more) {
    var sums = new TreeMap<>(years);
    more.forEach(entry -> sums.merge(entry.year(), YearSums.of(entry), YearSums::plus));
    return new CheckedBalance(stored, sums, account, unexplainedTransfers, closedYear, whole);
  }

  /// What is reconciled by it.
  ///
  /// @param version the balance's, with all that follows from the check
  BalanceSnapshot reconciled(long version, ReconciliationRun run) {
    return new BalanceSnapshot(version, run.name(), closedYear, years);
  }
}
