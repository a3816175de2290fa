package services.dataminer.points.ledger.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// A run that reconciles balances. The same run may be called several times.
///
/// @param name the night's date; the instant of a run that reconciles everyone
/// @param at its scheduled time
/// @param on the day of it, in the program's time zone
public record ReconciliationRun(String name, Instant at, LocalDate on) {

  /// A night's.
  public static ReconciliationRun night(Instant at, ZoneId timeZone) {
    LocalDate on = LocalDate.ofInstant(at, timeZone);
    return new ReconciliationRun(on.toString(), at, on);
  }

  /// One that reconciles everyone, and everything of each.
  public static ReconciliationRun ofEveryone(Instant at, ZoneId timeZone) {
    return new ReconciliationRun(at.toString(), at, LocalDate.ofInstant(at, timeZone));
  }
}
