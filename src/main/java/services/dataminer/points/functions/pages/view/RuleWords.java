package services.dataminer.points.functions.pages.view;

import java.time.ZoneOffset;
import java.util.Locale;
import services.dataminer.points.program.rules.Cap;
import services.dataminer.points.program.rules.Range;

/// What the rules say of points, in words.
public final class RuleWords {

  private static final Formats ENGLISH = new Formats(Locale.UK, ZoneOffset.UTC);

  private RuleWords() {}

  /// Points with their unit, such as `1,000 points`.
  public static String points(long points) {
    return ENGLISH.points(points) + (Math.abs(points) == 1 ? " point" : " points");
  }

  /// The points that a rule allows, such as `10 to 100 points`.
  public static String points(Range range) {
    boolean isOne = range.isFixed() && Math.abs(range.least()) == 1;
    return points(range, ENGLISH) + (isOne ? " point" : " points");
  }

  /// The same without the unit, as the reader's region writes numbers.
  static String points(Range range, Formats formats) {
    return range.isFixed()
        ? formats.points(range.least())
        : formats.points(range.least()) + " to " + formats.points(range.most());
  }

  /// A cap, such as `at most 100 points per calendar month`.
  public static String cap(Cap cap) {
    return cap(cap, ENGLISH);
  }

  static String cap(Cap cap, Formats formats) {
    return "at most "
        + formats.points(cap.points())
        + " points per "
        + switch (cap.per()) {
          case CALENDAR_MONTH -> "calendar month";
          case MEMBERSHIP_YEAR -> "membership year";
        };
  }
}
