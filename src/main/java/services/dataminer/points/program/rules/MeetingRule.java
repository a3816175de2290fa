package services.dataminer.points.program.rules;

import java.util.Objects;

/// What a meeting pays.
///
/// @param points whole points per meeting, positive
/// @param divided among whom
public record MeetingRule(long points, Division divided) {
  public MeetingRule {
    Objects.requireNonNull(divided, "divided");
    if (points <= 0) {
      throw new IllegalArgumentException("a meeting pays at least 1 point, not " + points);
    }
  }
}
