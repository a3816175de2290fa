package services.dataminer.points.program.activity;

import java.util.List;
import java.util.Objects;

/// A correction of a figure that no other fact explains.
///
/// @param points whole points, signed, not 0
public record Adjustment(String memberId, long points, String reason) implements AwardBasis {

  public Adjustment {
    Objects.requireNonNull(memberId, "memberId");
    Objects.requireNonNull(reason, "reason");
    if (points == 0) {
      throw new IllegalArgumentException("an adjustment moves points, not 0");
    }
  }

  @Override
  public List<String> people() {
    return List.of(memberId);
  }
}
