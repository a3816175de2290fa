package services.dataminer.points.program.rules;

/// How points become DOJO points.
///
/// @param rate DOJO points for each point transferred, whole and positive
public record DojoRule(long rate) {
  public DojoRule {
    if (rate <= 0) {
      throw new IllegalArgumentException("a point is worth at least 1 DOJO point, not " + rate);
    }
  }
}
