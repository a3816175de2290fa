package services.dataminer.points.ledger.proof;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.LostRace;
import services.dataminer.points.ledger.table.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Proves members' balances: by the entries, and those by what the activities granted. What differs
/// is set right. All of it is written under the version of the balance that was read, so awards may
/// be written meanwhile, and two runs may prove the same member.
@Singleton
public class Proofs {

  /// An activity and an entry for each, beside the balance.
  private static final int MOST_CORRECTIONS = 40;

  private final Table table;
  private final Examination examination;
  private final Grants grants;

  public Proofs(Table table, Examination examination) {
    this.table = table;
    this.examination = examination;
    this.grants = new Grants(table);
  }

  /// Proves one member's balance.
  ///
  /// @throws services.dataminer.points.platform.outage.Unavailable if it changed each time that it
  ///   was to be written; nothing was
  public Proof prove(String memberId, ProofRun run, Scope scope) {
    return table.untilWon(() -> attempt(memberId, run, scope));
  }

  private Proof attempt(String memberId, ProofRun run, Scope scope) {
    Stored stored = examination.stored(memberId);
    boolean byThisRun = stored.proved().by().equals(run.name());
    if (stored.isProved() && (scope == Scope.CHANGES || byThisRun)) {
      takeOffIndex(stored);
      return new Proof.Known();
    }
    Examined examined = examination.examine(stored, run.on(), scope);
    if (stored.item().isEmpty() && examined.years().isEmpty()) {
      return new Proof.Known();
    }
    if (!examined.faultyTransfers().isEmpty()) {
      return new Proof.Unexplained(examined.faultyTransfers());
    }
    List<Correction> corrections = grants.compare(examined, scope == Scope.EVERYTHING, run.at());
    if (!examined.isRight() || !corrections.isEmpty()) {
      return setRight(examined, corrections, run);
    }
    markProved(examined, run);
    return new Proof.Right();
  }

  private void takeOffIndex(Stored stored) {
    if (stored.isDue(Due.PROVE)) {
      // Whoever was quicker has given it other work to wait for.
      table.change(
          Keys.balance(stored.memberId()),
          new Change().remove("due").remove("dueAt").onlyIf(stored.unchanged()));
    }
  }

  private void markProved(Examined examined, ProofRun run) {
    Stored stored = examined.stored();
    if (stored.item().isEmpty()) {
      return;
    }
    var change = new Change();
    Proved.write(change, stored.balance().version(), run, examined.closedYear(), examined.read());
    if (stored.isDue(Due.PROVE)) {
      change.remove("due").remove("dueAt");
    }
    if (!table.change(Keys.balance(stored.memberId()), change.onlyIf(unproved(stored, run)))) {
      throw new LostRace("the balance of " + stored.memberId() + " changed while it was proved");
    }
  }

  /// Holds as long as the balance is as read and no other call of this run has proved it.
  private static Condition unproved(Stored stored, ProofRun run) {
    Condition unchanged = stored.unchanged();
    var names = new HashMap<>(unchanged.names());
    names.put("#by", "provedBy");
    names.put("#proved", "provedVersion");
    var values = new HashMap<>(unchanged.values());
    values.put(":run", AttributeValue.fromS(run.name()));
    return new Condition(
        unchanged.expression() + " AND NOT (#by = :run AND #proved = :expected)", names, values);
  }

  private Proof setRight(Examined examined, List<Correction> all, ProofRun run) {
    List<Correction> corrections = all.stream().limit(MOST_CORRECTIONS).toList();
    Stored stored = examined.stored();
    Balance is = stored.balance();
    List<Entry> added = corrections.stream().map(Correction::entry).toList();
    Balance should = with(examined.expected(), added);
    var transaction = table.transaction();
    corrections.forEach(correction -> correction.writeTo(transaction));
    Change change = rewritten(is, should);
    if (corrections.size() == all.size()) {
      Proved.write(
          change, is.version() + 1, run, examined.closedYear(), sums(examined.read(), added));
    }
    transaction.update(
        Keys.balance(stored.memberId()),
        Balance.touched(stored.memberId(), change.onlyIf(stored.unchanged())));
    table.write(transaction);
    var figures = new ArrayList<String>();
    figures.add("was " + text(is) + ", is " + text(should));
    added.forEach(entry -> figures.add("%+d for %s".formatted(entry.points(), entry.activityId())));
    return new Proof.SetRight(!examined.isRight(), corrections.size(), String.join("; ", figures));
  }

  private static Balance with(Balance balance, List<Entry> added) {
    var earned = new TreeMap<>(balance.earned());
    added.forEach(entry -> earned.merge(entry.year(), entry.points(), Long::sum));
    long more = added.stream().mapToLong(Entry::points).sum();
    return new Balance(
        balance.version(), earned, balance.transferable() + more, balance.transferred());
  }

  private static SortedMap<LocalDate, YearSums> sums(
      SortedMap<LocalDate, YearSums> read, List<Entry> added) {
    var sums = new TreeMap<>(read);
    added.forEach(
        entry -> sums.computeIfPresent(entry.year(), (_, year) -> year.plus(entry.points(), 0, 0)));
    return sums;
  }

  private static Change rewritten(Balance is, Balance should) {
    var change = new Change();
    should.earned().forEach((year, points) -> change.set(Balance.earnedIn(year), number(points)));
    is.earned().keySet().stream()
        .filter(year -> !should.earned().containsKey(year))
        .forEach(year -> change.remove(Balance.earnedIn(year)));
    return change
        .set("transferable", number(should.transferable()))
        .set("transferred", number(should.transferred()));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static String text(Balance balance) {
    return "%s earned, %d transferable, %d transferred"
        .formatted(balance.earned(), balance.transferable(), balance.transferred());
  }
}
