package services.dataminer.points.application.night;

import java.util.Map;
import java.util.Set;

/// What came of a shard, or of a part of it.
///
/// @param sums what was done, by name
/// @param left members not looked at
/// @param outOfTime whether that is for want of time, so that they can be worked on at once
/// @param failed members with whom something went wrong; the log says what
/// @param stops whether the rest of the night had better wait for the next one
public record ShardOutcome(
    Map<String, Long> sums,
    Set<String> left,
    boolean outOfTime,
    Set<String> failed,
    boolean stops) {

  /// The sum of members who were left to the next night.
  public static final String LEFT = "left";

  /// The sum of members with whom something went wrong each time.
  public static final String FAILED = "failed";
}
