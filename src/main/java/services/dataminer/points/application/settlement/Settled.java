package services.dataminer.points.application.settlement;

/// What a run of the settlement changed.
///
/// @param shows shows of which something was settled
/// @param meetings meetings settled, for the first time or again
/// @param points by how much the awards of shows grew; negative where late facts lowered them
public record Settled(int shows, int meetings, long points) {}
