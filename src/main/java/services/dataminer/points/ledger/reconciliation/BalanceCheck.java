package services.dataminer.points.ledger.reconciliation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.program.membership.MembershipYear;

/// Holds members' balances against their entries. It only reads; what it finds holds as long as the
/// balance has the version it had, since whoever writes an entry changes that.
@Singleton
public class BalanceCheck {

  private final Table table;
  private final Entries entries;
  private final Transfers transfers;

  public BalanceCheck(Table table, Entries entries, Transfers transfers) {
    this.table = table;
    this.entries = entries;
    this.transfers = transfers;
  }

  /// A balance as it is stored.
  public StoredBalance stored(String memberId) {
    var items = table.read(List.of(Keys.balance(memberId), Keys.member(memberId)));
    return StoredBalance.among(items, memberId);
  }

  /// A balance with all that shows whether it is right.
  MemberHistory history(String memberId) {
    return MemberHistory.read(table, memberId);
  }

  /// Reads the entries that show whether a balance is right. If those of a narrow scope do not
  /// agree, all are read before it is said to be wrong.
  ///
  /// @param on the day of the run, which decides the current year
  /// @throws Conflict if something does not agree, and the balance changed while it was read
  public CheckedBalance check(StoredBalance stored, LocalDate on, ReconciliationScope scope) {
    boolean narrow =
        scope != ReconciliationScope.EVERYTHING
            && stored.member().isPresent()
            && !stored.item().isEmpty();
    if (narrow) {
      CheckedBalance checked = narrow(stored, stored.member().get().signedUpOn(), on, scope);
      if (agrees(checked)) {
        return checked;
      }
    }
    return whole(stored, history(stored.memberId()));
  }

  /// Holds a balance against everything.
  ///
  /// @throws Conflict like the check of a scope
  CheckedBalance check(MemberHistory history) {
    return whole(history.stored(), history);
  }

  private CheckedBalance whole(StoredBalance stored, MemberHistory history) {
    CheckedBalance checked = added(stored, history);
    if (!agrees(checked) && !stored(stored.memberId()).item().equals(stored.item())) {
      throw new Conflict("the balance of " + stored.memberId() + " changed during its check");
    }
    return checked;
  }

  private static boolean agrees(CheckedBalance checked) {
    return checked.isRight() && checked.unexplainedTransfers().isEmpty();
  }

  private CheckedBalance narrow(
      StoredBalance stored, LocalDate signedUpOn, LocalDate on, ReconciliationScope scope) {
    SortedSet<LocalDate> read = open(stored, MembershipYear.of(signedUpOn, on).from());
    Optional<LocalDate> closed = stored.reconciled().closedYear();
    if (scope == ReconciliationScope.CHANGES_AND_A_CLOSED_YEAR) {
      closed = nextClosed(stored.reconciled(), read).or(stored.reconciled()::closedYear);
      closed.ifPresent(read::add);
    }
    var account = new EntryTotals();
    for (LocalDate from : read) {
      account.open(from);
      MembershipYear year = MembershipYear.of(signedUpOn, from);
      entries.all(stored.memberId(), Entries.Days.of(year, signedUpOn)).forEach(account::add);
    }
    var known = transfers.find(stored.memberId(), account.transfers()).values();
    List<String> unexplained = account.settle(known);
    var years = new TreeMap<>(stored.reconciled().years());
    years.putAll(account.years());
    return new CheckedBalance(stored, years, account, unexplained, closed, false);
  }

  private static CheckedBalance added(StoredBalance stored, MemberHistory history) {
    var account = new EntryTotals();
    history.entries().forEach(account::add);
    List<String> unexplained = account.settle(history.transfers());
    return new CheckedBalance(
        stored, account.years(), account, unexplained, stored.reconciled().closedYear(), true);
  }

  /// The year under way and those of which the points are not those reconciled.
  private static SortedSet<LocalDate> open(StoredBalance stored, LocalDate underWay) {
    Balance balance = stored.balance();
    SortedMap<LocalDate, YearSums> reconciled = stored.reconciled().years();
    var open = new TreeSet<>(Set.of(underWay));
    balance.earned().keySet().stream()
        .filter(
            year ->
                !reconciled.containsKey(year)
                    || reconciled.get(year).earned() != balance.earnedInYearFrom(year))
        .forEach(open::add);
    return open;
  }

  /// The closed year after the one whose turn it was last.
  private static Optional<LocalDate> nextClosed(BalanceSnapshot reconciled, Set<LocalDate> open) {
    List<LocalDate> closed =
        reconciled.years().keySet().stream().filter(year -> !open.contains(year)).toList();
    return closed.stream()
        .filter(year -> reconciled.closedYear().map(year::isAfter).orElse(true))
        .findFirst()
        .or(() -> closed.stream().findFirst());
  }
}
