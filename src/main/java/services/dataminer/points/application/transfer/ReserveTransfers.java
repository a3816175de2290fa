package services.dataminer.points.application.transfer;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import services.dataminer.points.ledger.conflict.ConflictRetry;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.reconciliation.BalanceCheck;
import services.dataminer.points.ledger.reconciliation.CheckedBalance;
import services.dataminer.points.ledger.reconciliation.CheckedTransfers;
import services.dataminer.points.ledger.reconciliation.ReconciliationScope;
import services.dataminer.points.ledger.reconciliation.StoredBalance;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.program.award.Reasons;
import services.dataminer.points.program.rules.RuleBook;

/// Decides whether a member can be paid, and reserves what a night transfers by itself. Every
/// decision is made anew if the balance changed meanwhile.
@Singleton
public class ReserveTransfers {

  private final ConflictRetry conflicts;
  private final BalanceCheck check;
  private final CheckedTransfers checked;
  private final RuleBook rules;

  public ReserveTransfers(
      ConflictRetry conflicts, BalanceCheck check, CheckedTransfers checked, RuleBook rules) {
    this.conflicts = conflicts;
    this.check = check;
    this.checked = checked;
    this.rules = rules;
  }

  /// Whether a member is ready to be paid.
  sealed interface Readiness {}

  /// What became of a member's automatic transfer.
  sealed interface Reservation {}

  /// The balance is what the entries add up to.
  ///
  /// @param points what is transferable but for what DOJO has rejected this night, which goes again
  ///   the next
  record Ready(StoredBalance stored, Member member, String email, long points)
      implements Readiness {}

  /// The points are reserved.
  record Reserved(Transfer transfer, String email) implements Reservation {}

  /// The member transfers nothing, or nothing more this night.
  record Nothing() implements Reservation {}

  /// Nothing can be paid until something else changes.
  ///
  /// @param why for the log
  record NotNow(String why) implements Readiness, Reservation {}

  /// Nothing is paid: what the ledger says contradicts itself.
  record Differs(String why) implements Readiness, Reservation {}

  /// Checks the balance, so that no one is paid wrongly.
  Readiness readiness(String memberId, LocalDate on) {
    return conflicts.retryOnConflict(() -> readiness(check.stored(memberId), on));
  }

  private Readiness readiness(StoredBalance stored, LocalDate on) {
    Optional<String> email =
        stored.member().flatMap(member -> member.emails().stream().findFirst());
    if (email.isEmpty()) {
      return new NotNow("has no address by which DOJO could identify the person");
    }
    CheckedBalance checked = check.check(stored, on, ReconciliationScope.CHANGES);
    if (checked.isRight() && checked.unexplainedTransfers().isEmpty()) {
      long points = stored.balance().transferable() - checked.rejectedOn(on);
      return new Ready(stored, stored.member().get(), email.get(), points);
    }
    return new Differs(
        checked.isRight()
            ? "transfers and their entries differ"
            : "the balance differs from the sum of the entries");
  }

  /// Reserves all that is transferable of a member who transfers automatically, but for what DOJO
  /// has rejected this night.
  Reservation reserve(String memberId, Instant at, LocalDate on) {
    return conflicts.retryOnConflict(() -> attempt(check.stored(memberId), at, on));
  }

  private Reservation attempt(StoredBalance stored, Instant at, LocalDate on) {
    boolean wanted = stored.member().filter(Member::autoTransfer).isPresent();
    if (!wanted || stored.balance().transferable() <= 0) {
      checked.done(stored);
      return new Nothing();
    }
    return switch (readiness(stored, on)) {
      case NotNow notNow -> notNow;
      case Differs differs -> differs;
      case Ready ready -> reserve(ready, at, on);
    };
  }

  /// A night makes one transfer of a member: what comes after it goes the next night.
  private Reservation reserve(Ready ready, Instant at, LocalDate on) {
    Member member = ready.member();
    long points = ready.points();
    if (points <= 0) {
      return new Nothing();
    }
    Transfer transfer = NewTransfer.of(member, on.toString(), points, rules, at, on);
    boolean isNew =
        checked.reserve(transfer, ready.stored(), Reasons.transferAutomatic(points), at);
    return isNew ? new Reserved(transfer, ready.email()) : new Nothing();
  }

  /// Is through with a member for tonight, if nothing is left to transfer.
  void done(String memberId) {
    checked.done(memberId);
  }
}
