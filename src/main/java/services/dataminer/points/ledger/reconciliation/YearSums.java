package services.dataminer.points.ledger.reconciliation;

import services.dataminer.points.ledger.entry.Entry;

/// What a member's entries of one membership year add up to.
///
/// @param earned points that count for the level
/// @param moved points that transfers took, negative, less what came back
/// @param posted those of them that DOJO has
public record YearSums(long earned, long moved, long posted) {

  static final YearSums NONE = new YearSums(0, 0, 0);

  static YearSums of(Entry entry) {
    return entry.kind().earns()
        ? new YearSums(entry.points(), 0, 0)
        : new YearSums(0, entry.points(), 0);
  }

  static YearSums posted(long points) {
    return new YearSums(0, 0, points);
  }

  YearSums plus(YearSums more) {
    return new YearSums(earned + more.earned, moved + more.moved, posted + more.posted);
  }
}
