package services.dataminer.points.application.balance;

/// What a run of the recalculation did.
///
/// @param members members whose balance it reconciled
/// @param repaired those of them of whom something was set right
/// @param unfinished whether its time was up before it was through; the same call goes on
/// @param shards into how many those who changed were divided, if workers do them; they log what
///   they did
public record Recalculated(int members, int repaired, boolean unfinished, int shards) {

  /// What one call did.
  public Recalculated(int members, int repaired, boolean unfinished) {
    this(members, repaired, unfinished, 0);
  }
}
