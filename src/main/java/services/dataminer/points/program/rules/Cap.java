package services.dataminer.points.program.rules;

import java.util.Objects;

/// How many points a member can get by one action in a period. What fits is granted.
///
/// @param points whole points, positive
public record Cap(long points, Period per) {

  /// What the points are counted by, each by the day of earning.
  public enum Period {
    CALENDAR_MONTH,
    MEMBERSHIP_YEAR
  }

  public Cap {
    Objects.requireNonNull(per, "per");
    if (points <= 0) {
      throw new IllegalArgumentException("a cap must be at least 1 point, not " + points);
    }
  }
}
