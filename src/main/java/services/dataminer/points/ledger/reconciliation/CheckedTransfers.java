package services.dataminer.points.ledger.reconciliation;

import jakarta.inject.Singleton;
import java.time.Instant;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.Transfers;

/// What a transfer run writes about balances that it has checked. Each write rests on the balance
/// as it was checked.
@Singleton
public class CheckedTransfers {

  private final Table table;
  private final Transfers transfers;

  public CheckedTransfers(Table table, Transfers transfers) {
    this.table = table;
    this.transfers = transfers;
  }

  /// Takes a transfer's points out of what is transferable, unless there is a transfer of its id.
  ///
  /// @param checked the member's balance as it was checked
  /// @param why the entry's reason
  /// @return whether it did
  /// @throws services.dataminer.points.ledger.table.Conflict if the balance changed since it was
  ///   checked
  public boolean reserve(Transfer transfer, StoredBalance checked, String why, Instant recordedAt) {
    try {
      transfers.reserve(transfer, checked.unchanged(), why, recordedAt);
      return true;
    } catch (Conflict e) {
      if (transfers.find(transfer.memberId(), transfer.id()).isPresent()) {
        return false;
      }
      throw e;
    }
  }

  /// Takes a balance off the list of those that wait for a transfer run: it goes on to be
  /// reconciled if it changed since it was. Nothing happens if someone else was quicker: they gave
  /// it other work to wait for, or have done the same.
  public void done(StoredBalance stored) {
    if (!stored.isDue(Due.TRANSFER)) {
      return;
    }
    var change = new Change();
    if (stored.isReconciled()) {
      Due.takeOff(change);
    } else {
      Due.PROVE.of(stored.memberId(), change);
    }
    table.change(Keys.balance(stored.memberId()), change.onlyIf(stored.unchanged()));
  }

  /// The same, of a balance of which a run has just reserved all that was transferable, unless
  /// there is something again.
  public void done(String memberId) {
    table.change(
        Keys.balance(memberId),
        Due.PROVE
            .of(memberId, new Change())
            .onlyIf(Due.TRANSFER.isMarked())
            .onlyIf(Balance.NOTHING_TRANSFERABLE));
  }
}
