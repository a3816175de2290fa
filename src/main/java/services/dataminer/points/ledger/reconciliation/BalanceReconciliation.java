package services.dataminer.points.ledger.reconciliation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reconciles members' balances: by the entries, and those by what the activities granted. What
/// differs is set right. All of it is written under the version of the balance that was read, so
/// awards may be written meanwhile, and two runs may reconcile the same member.
@Singleton
public class BalanceReconciliation {

  private final Table table;
  private final BalanceCheck check;
  private final GrantComparison grants;

  public BalanceReconciliation(Table table, BalanceCheck check) {
    this.table = table;
    this.check = check;
    this.grants = new GrantComparison(new Activities(table));
  }

  /// What was seen of a balance: beside the entries, and these beside what their activities
  /// granted.
  private record Look(CheckedBalance checked, List<Correction> corrections) {

    boolean isRight() {
      return checked.isRight() && checked.unexplainedTransfers().isEmpty() && corrections.isEmpty();
    }

    boolean sees(Look other) {
      return other != null
          && checked.stored().item().equals(other.checked.stored().item())
          && checked.years().equals(other.checked.years())
          && checked.unexplainedTransfers().equals(other.checked.unexplainedTransfers())
          && corrections.equals(other.corrections);
    }
  }

  /// Those members whom a run has not reconciled yet, or whose balance has changed since. A run
  /// that is gone on with passes the others at the price of a batch read.
  public List<String> leftOf(List<String> memberIds, ReconciliationRun run) {
    var balances = table.read(memberIds.stream().map(Keys::balance).toList());
    return memberIds.stream()
        .filter(memberId -> !isDone(StoredBalance.among(balances, memberId), run))
        .toList();
  }

  private static boolean isDone(StoredBalance stored, ReconciliationRun run) {
    return stored.isReconciled() && stored.reconciled().by().equals(run.name());
  }

  /// Reconciles one member's balance.
  ///
  /// @throws services.dataminer.points.platform.outage.Unavailable if it changed each time that it
  ///   was to be written; nothing was
  public ReconciliationOutcome reconcile(
      String memberId, ReconciliationRun run, ReconciliationScope scope) {
    var before = new AtomicReference<Look>();
    return table.retryOnConflict(
        () ->
            scope == ReconciliationScope.EVERYTHING
                ? everything(memberId, run, before)
                : part(memberId, run, scope, before));
  }

  private ReconciliationOutcome everything(
      String memberId, ReconciliationRun run, AtomicReference<Look> before) {
    MemberHistory history = check.history(memberId);
    if (isDone(history.stored(), run)) {
      return known(history.stored());
    }
    return conclude(look(check.check(history), history.activities(), run), before, run);
  }

  private ReconciliationOutcome part(
      String memberId,
      ReconciliationRun run,
      ReconciliationScope scope,
      AtomicReference<Look> before) {
    StoredBalance stored = check.stored(memberId);
    boolean known = stored.isReconciled() && scope == ReconciliationScope.CHANGES;
    if (known || isDone(stored, run)) {
      return known(stored);
    }
    return conclude(look(check.check(stored, run.on(), scope), Set.of(), run), before, run);
  }

  private Look look(CheckedBalance checked, Set<ActivityId> activities, ReconciliationRun run) {
    return new Look(checked, grants.compare(checked, activities, run.at()));
  }

  /// What does not agree is looked at again: a read amid a transaction may see a part of it.
  private ReconciliationOutcome conclude(
      Look look, AtomicReference<Look> before, ReconciliationRun run) {
    CheckedBalance checked = look.checked();
    String memberId = checked.stored().memberId();
    if (checked.stored().item().isEmpty() && checked.years().isEmpty()) {
      return new ReconciliationOutcome.Known();
    }
    if (look.isRight()) {
      markReconciled(checked, run);
      return new ReconciliationOutcome.Right();
    }
    if (!look.sees(before.getAndSet(look))) {
      throw new Conflict("the balance of " + memberId + " may have been written while it was read");
    }
    List<String> unexplained = checked.unexplainedTransfers();
    if (!unexplained.isEmpty()) {
      Transaction transaction = table.transaction();
      Drift.left(memberId, run.at(), unexplained).writeTo(transaction);
      table.write(transaction);
      return new ReconciliationOutcome.Unexplained(unexplained);
    }
    return setRight(checked, look.corrections(), run);
  }

  private ReconciliationOutcome known(StoredBalance stored) {
    takeOffIndex(stored);
    return new ReconciliationOutcome.Known();
  }

  private void takeOffIndex(StoredBalance stored) {
    if (stored.isDue(Due.PROVE)) {
      // Whoever was quicker has given it other work to wait for.
      table.change(
          Keys.balance(stored.memberId()), Due.takeOff(new Change()).onlyIf(stored.unchanged()));
    }
  }

  private void markReconciled(CheckedBalance checked, ReconciliationRun run) {
    StoredBalance stored = checked.stored();
    Change change = keeping(checked.reconciled(stored.balance().version(), run));
    if (stored.isDue(Due.PROVE)) {
      Due.takeOff(change);
    }
    if (!table.change(Keys.balance(stored.memberId()), change.onlyIf(stored.unchanged()))) {
      throw new Conflict(
          "the balance of " + stored.memberId() + " changed during its reconciliation");
    }
  }

  private static Change keeping(BalanceSnapshot reconciled) {
    return new Change()
        .set(BalanceSnapshot.ATTRIBUTE, AttributeValue.fromM(Document.of(reconciled)));
  }

  private ReconciliationOutcome setRight(
      CheckedBalance checked, List<Correction> all, ReconciliationRun run) {
    Transaction transaction = table.transaction();
    var corrections = new ArrayList<Correction>();
    // Two items are left for the balance and for what is told of it. What does not fit is found
    // again: the balance is not reconciled before all of it is written.
    for (Correction correction : all) {
      if (transaction.size() + correction.items() < Transaction.LIMIT - 1) {
        correction.writeTo(transaction);
        corrections.add(correction);
      }
    }
    List<Entry> added = corrections.stream().flatMap(c -> c.entries().stream()).toList();
    CheckedBalance after = checked.plus(added);
    StoredBalance stored = checked.stored();
    long version = stored.balance().version() + 1;
    BalanceSnapshot reconciled =
        corrections.size() == all.size() ? after.reconciled(version, run) : stored.reconciled();
    Change change = rewritten(keeping(reconciled), stored.balance(), after.expected());
    transaction.update(
        Keys.balance(stored.memberId()),
        Balance.touched(stored.memberId(), change.onlyIf(stored.unchanged())));
    List<ActivityId> activities = corrections.stream().map(Correction::activityId).toList();
    Drift.corrected(stored.memberId(), run.at(), stored.balance(), after.expected(), activities)
        .writeTo(transaction);
    table.write(transaction);
    return new ReconciliationOutcome.SetRight(
        !checked.isRight(), corrections.size(), what(stored.balance(), after.expected(), added));
  }

  private static Change rewritten(Change change, Balance is, Balance should) {
    should.earned().forEach((year, points) -> change.set(Balance.earnedIn(year), number(points)));
    for (LocalDate year : is.earned().keySet()) {
      if (!should.earned().containsKey(year)) {
        change.remove(Balance.earnedIn(year));
      }
    }
    return change
        .set("transferable", number(should.transferable()))
        .set("transferred", number(should.transferred()));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static String what(Balance is, Balance should, List<Entry> added) {
    return Stream.concat(
            Stream.of("was " + text(is) + ", is " + text(should)),
            added.stream().map(e -> "%+d for %s".formatted(e.points(), e.activityId())))
        .collect(Collectors.joining("; "));
  }

  private static String text(Balance balance) {
    return "%s earned, %d transferable, %d transferred"
        .formatted(balance.earned(), balance.transferable(), balance.transferred());
  }
}
