package services.dataminer.points.ledger.reconciliation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was reconciled of a member's balance so far, kept with it.
///
/// @param version the balance's version that was reconciled last; 0 if none
/// @param by the run that did
/// @param closedYear the closed year that was read again last, in its turn
/// @param years the sums of each year when it was read last
public record BalanceSnapshot(
    long version, String by, Optional<LocalDate> closedYear, SortedMap<LocalDate, YearSums> years) {

  /// Where it is in the balance.
  static final String ATTRIBUTE = "proved";

  static final BalanceSnapshot NOTHING =
      new BalanceSnapshot(0, "", Optional.empty(), new TreeMap<>());
}
