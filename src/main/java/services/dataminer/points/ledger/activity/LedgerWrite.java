package services.dataminer.points.ledger.activity;

import java.util.Collection;
import services.dataminer.points.ledger.table.Transaction;

/// Something to write together with an activity, or not at all. Whatever keeps it in the ledger
/// makes it; a use case only says what goes together.
@FunctionalInterface
public interface LedgerWrite {

  LedgerWrite NOTHING = _ -> {};

  /// Adds its items. It is asked again, and must add the same, where the ledger tries again.
  void addTo(Transaction transaction);

  /// All of them.
  static LedgerWrite all(Collection<LedgerWrite> writes) {
    return transaction -> writes.forEach(write -> write.addTo(transaction));
  }

  /// This and something else.
  default LedgerWrite and(LedgerWrite other) {
    return transaction -> {
      addTo(transaction);
      other.addTo(transaction);
    };
  }
}
