package services.dataminer.points.ledger.reconciliation;

/// How much of a member's past a reconciliation reads again. What it does not read, it takes from
/// the reconciliation before, so that it costs the same however many years there are.
public enum ReconciliationScope {
  /// The year under way, and years whose points changed since they were reconciled.
  CHANGES,
  /// The same, and one closed year more, each in its turn.
  CHANGES_AND_A_CLOSED_YEAR,
  /// All years, and every activity that the member has a pointer to.
  EVERYTHING
}
