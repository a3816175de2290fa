package services.dataminer.points.program.award;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import services.dataminer.points.program.rules.Range;

/// How figures are worded in reasons.
public final class Arithmetic {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private Arithmetic() {}

  /// `1 point`, `2,500 points`.
  public static String points(long points) {
    return count(points, "point", "points");
  }

  /// `divided among 2 authors`; of one, `for the only author`.
  static String among(int number, String one, String many) {
    return number == 1 ? "for the only " + one : "divided among " + count(number, one, many);
  }

  /// `2,500`.
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// `1 meeting`, `5 meetings`.
  static String count(long number, String one, String many) {
    return number(number) + " " + (Math.abs(number) == 1 ? one : many);
  }

  /// `October 2026`, `the membership year from 2026-04-12`.
  static String period(CapPeriod period) {
    return switch (period.per()) {
      case CALENDAR_MONTH -> MONTH.format(period.from());
      case MEMBERSHIP_YEAR -> "the membership year from " + period.from();
    };
  }

  /// `a use case needs a decision of 250 to 1,000 points; 249 were given`.
  ///
  /// @param given empty where nothing was
  static String undecided(String what, Range allowed, Optional<Long> given) {
    String needed = allowed.isFixed() ? points(allowed.least()) : allowed.worded() + " points";
    String was = given.map(points -> count(points, "was", "were")).orElse("none was");
    return "%s needs a decision of %s; %s given".formatted(what, needed, was);
  }
}
