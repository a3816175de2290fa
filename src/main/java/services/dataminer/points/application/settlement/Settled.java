package services.dataminer.points.application.settlement;

/// What a run of the settlement changed.
///
/// @param shows shows of which something was settled
/// @param meetings meetings settled, for the first time or again
/// @param points by how much the awards of shows grew; negative where late facts lowered them
/// @param left partners' stands for which there was no time; they are still due
/// @param shards into how many workers settle all of it instead; 0 if this run did
public record Settled(int shows, int meetings, long points, int left, int shards) {

  /// All that was due.
  public Settled(int shows, int meetings, long points) {
    this(shows, meetings, points, 0, 0);
  }

  /// Nothing, as workers do it.
  static Settled inShards(int shards) {
    return new Settled(0, 0, 0, 0, shards);
  }
}
