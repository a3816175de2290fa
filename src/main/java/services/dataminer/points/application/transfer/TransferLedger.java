package services.dataminer.points.application.transfer;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.reconciliation.BalanceCheck;
import services.dataminer.points.ledger.reconciliation.CheckedBalance;
import services.dataminer.points.ledger.reconciliation.ReconciliationScope;
import services.dataminer.points.ledger.reconciliation.StoredBalance;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.program.award.Arithmetic;
import services.dataminer.points.program.membership.MembershipYear;
import services.dataminer.points.program.rules.RuleBook;

/// What a night does in the ledger about one member's transfers.
@Singleton
public class TransferLedger {

  private final Table table;
  private final BalanceCheck examination;
  private final Transfers transfers;
  private final RuleBook rules;

  public TransferLedger(
      Table table, BalanceCheck examination, Transfers transfers, RuleBook rules) {
    this.table = table;
    this.examination = examination;
    this.transfers = transfers;
    this.rules = rules;
  }

  /// Whether a member is ready to be paid.
  sealed interface Ready {

    /// The balance is what the entries add up to.
    ///
    /// @param points what is transferable but for what DOJO has rejected this night, which goes
    ///   again the next
    record Yes(StoredBalance stored, Member member, String email, long points) implements Ready {}

    /// Nothing of it can be paid until something else changes.
    ///
    /// @param why for the log
    record NotNow(String why) implements Ready {}

    /// The balance is not what the entries add up to.
    record Differs(String why) implements Ready {}
  }

  StoredBalance stored(String memberId) {
    return examination.stored(memberId);
  }

  Transfers transfers() {
    return transfers;
  }

  /// Proves the balance, so that no one is paid wrongly.
  ///
  /// @throws services.dataminer.points.ledger.table.Conflict if it changed while its entries were
  ///   read
  Ready ready(StoredBalance stored, LocalDate on) {
    Optional<String> email = stored.member().flatMap(member -> first(member.emails()));
    if (email.isEmpty()) {
      return new Ready.NotNow("has no address by which DOJO could know the person");
    }
    CheckedBalance examined = examination.examine(stored, on, ReconciliationScope.CHANGES);
    if (examined.isRight() && examined.faultyTransfers().isEmpty()) {
      long points = stored.balance().transferable() - examined.rejectedOn(on);
      return new Ready.Yes(stored, stored.member().get(), email.get(), points);
    }
    return new Ready.Differs(
        examined.isRight()
            ? "transfers took other points than they say"
            : "the balance is not what the entries add up to");
  }

  private static Optional<String> first(List<String> emails) {
    return emails.stream().findFirst();
  }

  /// Reserves the points that a night takes by itself.
  ///
  /// @return the transfer; empty if there is nothing to take, or this night has made one already:
  ///   what came after it goes the next night
  /// @throws services.dataminer.points.ledger.table.Conflict if the balance changed
  Optional<Transfer> reserve(Ready.Yes ready, Instant at, LocalDate on) {
    String id = on.toString();
    long points = ready.points();
    if (points <= 0 || transfers.find(ready.member().id(), id).isPresent()) {
      return Optional.empty();
    }
    Transfer transfer =
        Transfer.of(
            ready.member().id(),
            id,
            points,
            Math.multiplyExact(points, rules.dojoOn(on).rate()),
            at,
            on,
            MembershipYear.of(ready.member().signedUpOn(), on).from());
    transfers.reserve(
        transfer,
        ready.stored().unchanged(),
        "%s that were transferable, for DOJO".formatted(Arithmetic.points(points)),
        at);
    return Optional.of(transfer);
  }

  /// Is through with a balance for tonight: it goes on to be proved if it changed since it was.
  void done(StoredBalance stored) {
    if (!stored.isDue(Due.TRANSFER)) {
      return;
    }
    var change = new Change();
    if (stored.isProved()) {
      change.remove("due").remove("dueAt");
    } else {
      Due.PROVE.of(stored.memberId(), change);
    }
    // Whoever was quicker has given it other work to wait for, or is through with it.
    table.change(Keys.balance(stored.memberId()), change.onlyIf(stored.unchanged()));
  }

  /// Decides by the ledger as it is, again if it changed meanwhile.
  <R> R retryOnConflict(Supplier<R> attempt) {
    return table.retryOnConflict(attempt);
  }
}
