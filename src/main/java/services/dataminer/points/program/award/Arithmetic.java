package services.dataminer.points.program.award;

import java.util.Locale;

/// How figures are worded in reasons.
public final class Arithmetic {

  private Arithmetic() {}

  /// `1 point`, `2,500 points`.
  public static String points(long points) {
    return count(points, "point", "points");
  }

  /// `500 points divided among 2 people attending`.
  static String divided(long points, int people) {
    return points(points)
        + (people == 1
            ? " for the 1 person attending"
            : " divided among " + people + " people attending");
  }

  /// `divided among 2 authors`; of one, `for 1 author`.
  static String among(long number, String one, String many) {
    return (number == 1 ? "for " : "divided among ") + count(number, one, many);
  }

  /// `1 meeting`, `5 meetings`.
  static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, Math.abs(number) == 1 ? one : many);
  }
}
