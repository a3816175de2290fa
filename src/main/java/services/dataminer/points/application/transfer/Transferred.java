package services.dataminer.points.application.transfer;

/// What a run of the transfer changed.
///
/// @param posted transfers that DOJO has now
/// @param points the points of those
/// @param rejected transfers that DOJO refused
/// @param pending transfers that were taken up, of which DOJO has not said what became
/// @param skipped members passed over, for a reason that the log says
/// @param left members not looked at, as the time was up or DOJO did not answer
/// @param shards into how many it was divided, if workers do all of it; they log what they did
public record Transferred(
    int posted, long points, int rejected, int pending, int skipped, int left, int shards) {

  /// What one call did.
  public Transferred(int posted, long points, int rejected, int pending, int skipped, int left) {
    this(posted, points, rejected, pending, skipped, left, 0);
  }

  /// Nothing yet.
  static Transferred inShards(int shards) {
    return new Transferred(0, 0, 0, 0, 0, 0, shards);
  }
}
