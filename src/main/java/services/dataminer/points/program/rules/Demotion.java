package services.dataminer.points.program.rules;

/// What is left on the anniversary of a level that was not earned again.
public enum Demotion {
  /// The level of the points of the year just ended.
  TO_LEVEL_OF_POINTS,
  /// The level below, if that is higher: nobody falls by more than one level a year.
  ONE_LEVEL
}
