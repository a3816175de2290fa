package services.dataminer.points.ledger.proof;

/// What a member's entries of one membership year add up to.
///
/// @param earned points that count for the level
/// @param moved points that transfers took, negative, less what came back
/// @param posted those of them that DOJO has
public record YearSums(long earned, long moved, long posted) {

  static final YearSums NONE = new YearSums(0, 0, 0);

  YearSums plus(long moreEarned, long moreMoved, long morePosted) {
    return new YearSums(earned + moreEarned, moved + moreMoved, posted + morePosted);
  }
}
