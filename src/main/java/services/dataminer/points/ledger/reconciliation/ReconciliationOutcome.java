package services.dataminer.points.ledger.reconciliation;

import java.util.List;

/// Outcome of reconciling one member's balance.
public sealed interface ReconciliationOutcome {

  /// Nothing was to be reconciled: there is no balance, or this run or an earlier one reconciled it
  /// as it is.
  record Known() implements ReconciliationOutcome {}

  /// The balance is what the entries say, and the entries are what the activities granted.
  record Right() implements ReconciliationOutcome {}

  /// It was not, and now is.
  ///
  /// @param balance whether the balance differed from the entries
  /// @param entries how many activities had granted other than the entries said
  /// @param what the figures before and after, for people
  record SetRight(boolean balance, int entries, String what) implements ReconciliationOutcome {}

  /// Transfers took other points than they say, and nothing in the ledger tells what would be
  /// right. They are left as they are: a person must look.
  ///
  /// @param transfers their ids
  record Unexplained(List<String> transfers) implements ReconciliationOutcome {}
}
