package services.dataminer.points.ledger.night;

/// The nights that can be divided into shards.
public enum NightKind {
  /// Balances that changed are reconciled.
  BALANCES("balance-recalculation"),
  /// Points are transferred to DOJO.
  TRANSFERS("dojo-transfer"),
  /// Shows that are over are settled.
  SHOWS("show-settlement");

  private final String function;

  NightKind(String function) {
    this.function = function;
  }

  /// The function whose night it is, for people; what is stored has the constant's name.
  @Override
  public String toString() {
    return function;
  }
}
