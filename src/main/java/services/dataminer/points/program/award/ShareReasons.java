package services.dataminer.points.program.award;

import java.util.Optional;

/// What an entry says of a person's share, after the reason of the award.
public final class ShareReasons {

  private ShareReasons() {}

  /// What an entry says of an award that is one member's: the award's arithmetic names its points.
  ///
  /// @param edition whose rules applied
  public static String wholeAward(String arithmetic, Optional<String> edition) {
    return arithmetic + rulesOf(edition);
  }

  /// @param why the award's arithmetic, or the decision's reason where there is none
  /// @param exact the share before it was rounded, if it is one
  /// @param edition whose rules applied
  public static String firstShare(
      String why, long points, Optional<Fraction> exact, Optional<String> edition) {
    return why + "; your share is " + share(points, exact) + rulesOf(edition);
  }

  public static String changedShare(
      String why, long before, long after, Optional<Fraction> exact, Optional<String> edition) {
    return "%s; your share changes from %s to %s%s"
        .formatted(why, Arithmetic.points(before), share(after, exact), rulesOf(edition));
  }

  /// Others still have a share, and nothing else in `why` says why this member has none.
  public static String lostShare(String why, long before, Optional<String> edition) {
    return "%s; you no longer count as an attendee: your share drops from %s to 0%s"
        .formatted(why, Arithmetic.points(before), rulesOf(edition));
  }

  private static String share(long points, Optional<Fraction> exact) {
    return Arithmetic.points(points)
        + exact.filter(part -> !part.isWhole()).map(part -> ", exactly " + part).orElse("");
  }

  private static String rulesOf(Optional<String> edition) {
    return edition.map(id -> " (rules of " + id + ")").orElse("");
  }
}
