package services.dataminer.points.program.award;

import java.util.Objects;

/// How much of a cap is used up.
///
/// @param used points that a member's other contributions by the action have brought in the period
public record CapUse(CapPeriod period, long used) {

  public CapUse {
    Objects.requireNonNull(period, "period");
    if (used < 0) {
      throw new IllegalArgumentException("a cap is used by at least 0 points, not " + used);
    }
  }

  /// Points that the action can still bring; 0 if the cap is used up, or was lowered since.
  long left() {
    return Math.max(0, period.most() - used);
  }
}
