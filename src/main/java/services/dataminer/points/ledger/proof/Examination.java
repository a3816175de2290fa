package services.dataminer.points.ledger.proof;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.program.membership.MembershipYear;

/// Holds members' balances against their entries. It only reads; what it finds holds as long as the
/// balance has the version it had, since whoever writes an entry changes that.
@Singleton
public class Examination {

  private static final int PAGE = 500;

  private final Table table;
  private final Entries entries;
  private final Transfers transfers;

  public Examination(Table table, Entries entries, Transfers transfers) {
    this.table = table;
    this.entries = entries;
    this.transfers = transfers;
  }

  /// A balance as it is stored.
  public Stored stored(String memberId) {
    var balance = Keys.balance(memberId);
    var items = table.read(List.of(balance, Keys.member(memberId)));
    return new Stored(
        memberId,
        Members.among(items, memberId),
        Optional.ofNullable(items.get(balance)).orElse(Map.of()));
  }

  /// Reads the entries that tell whether a balance is right. If those of a narrow scope do not
  /// agree, all are read before it is said to be wrong.
  ///
  /// @param on the day of the run, which tells the year under way
  public Examined examine(Stored stored, LocalDate on, Scope scope) {
    if (scope == Scope.EVERYTHING || stored.member().isEmpty() || stored.item().isEmpty()) {
      return whole(stored);
    }
    LocalDate signedUpOn = stored.member().get().signedUpOn();
    SortedSet<LocalDate> open = open(stored, MembershipYear.of(signedUpOn, on).from());
    Optional<LocalDate> closed =
        scope == Scope.CHANGES ? Optional.empty() : nextClosed(stored.proved(), open);
    closed.ifPresent(open::add);
    Examined narrow = of(stored, signedUpOn, open, closed);
    return narrow.isRight() && narrow.faultyTransfers().isEmpty() ? narrow : whole(stored);
  }

  /// The year under way and those of which the points are not those proved.
  private static SortedSet<LocalDate> open(Stored stored, LocalDate underWay) {
    Balance balance = stored.balance();
    SortedMap<LocalDate, YearSums> proved = stored.proved().years();
    var open = new TreeSet<>(Set.of(underWay));
    balance.earned().keySet().stream()
        .filter(
            year ->
                !proved.containsKey(year)
                    || proved.get(year).earned() != balance.earnedInYearFrom(year))
        .forEach(open::add);
    return open;
  }

  /// The closed year after the one whose turn it was last.
  private static Optional<LocalDate> nextClosed(Proved proved, Set<LocalDate> open) {
    List<LocalDate> closed =
        proved.years().keySet().stream().filter(year -> !open.contains(year)).toList();
    return closed.stream()
        .filter(year -> proved.closedYear().map(year::isAfter).orElse(true))
        .findFirst()
        .or(() -> closed.stream().findFirst());
  }

  private Examined of(
      Stored stored, LocalDate signedUpOn, Set<LocalDate> open, Optional<LocalDate> closed) {
    var account = new Account();
    for (LocalDate from : open) {
      account.open(from);
      MembershipYear year = MembershipYear.of(signedUpOn, from);
      // What was earned before the sign-up counts in the first year.
      Optional<LocalDate> first =
          from.equals(signedUpOn) ? Optional.empty() : Optional.of(year.from());
      each(stored.memberId(), first, Optional.of(year.to().minusDays(1))).forEach(account::add);
    }
    return settled(stored, account, closed, false);
  }

  private Examined whole(Stored stored) {
    var account = new Account();
    each(stored.memberId(), Optional.empty(), Optional.empty()).forEach(account::add);
    return settled(stored, account, Optional.empty(), true);
  }

  private Examined settled(
      Stored stored, Account account, Optional<LocalDate> closed, boolean whole) {
    var known = transfers.find(stored.memberId(), account.transfers());
    List<String> faulty = account.settle(id -> Optional.ofNullable(known.get(id)));
    var years = whole ? new TreeMap<LocalDate, YearSums>() : new TreeMap<>(stored.proved().years());
    years.putAll(account.years());
    return new Examined(stored, years, account.years(), account, faulty, closed, whole);
  }

  private List<Entry> each(String memberId, Optional<LocalDate> from, Optional<LocalDate> to) {
    var all = new ArrayList<Entry>();
    Optional<String> after = Optional.empty();
    do {
      Entries.Page page = entries.page(memberId, new Entries.Days(from, to), after, PAGE);
      all.addAll(page.entries());
      after = page.next();
    } while (after.isPresent());
    return all;
  }
}
