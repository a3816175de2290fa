package services.dataminer.points.application.balance;

/// What a run of the recalculation did.
///
/// @param members members whose balance it reconciled
/// @param repaired those of them of whom something was set right
/// @param unfinished whether its time was up before it was through; the same call goes on
public record Recalculated(int members, int repaired, boolean unfinished) {}
