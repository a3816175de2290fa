package services.dataminer.points.ledger.entry;

/// What caused an entry, whatever its sign.
public enum EntryKind {
  /// A first grant, or a later correction upwards.
  AWARD,
  /// A correction downwards.
  REVERSAL,
  /// An administrator's decision about a figure.
  ADJUSTMENT,
  /// Points on their way to DOJO (negative), or back because DOJO rejected them.
  TRANSFER;

  /// Whether points of this kind count for the level.
  public boolean earns() {
    return this != TRANSFER;
  }
}
