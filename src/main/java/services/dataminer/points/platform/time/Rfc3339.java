package services.dataminer.points.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the dates and times of other systems.
public final class Rfc3339 {

  /// The years taken seriously. What lies outside is a sender's mistake (zero, seconds read as
  /// milliseconds), and would upset sums and indexes if believed.
  public static final int FIRST_YEAR = 2000;

  public static final int LAST_YEAR = 2200;

  /// Of ISO 8601 the calendar's dates in the extended format, without the end of a day as 24:00 and
  /// leap seconds.
  private static final Pattern INSTANT =
      Pattern.compile(
          "(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ]"
              + "(?<hour>[01][0-9]|2[0-3]):(?<minute>[0-9]{2})(?::(?<second>[0-5][0-9]))?"
              + "(?:[.,](?<fraction>[0-9]+))?(?<offset>Z|[+-][0-9]{2}(?::?[0-9]{2})?)");

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private Rfc3339() {}

  /// The instant that a date and time with an offset names, as RFC 3339 or ISO 8601 write it.
  /// Fractions of a second may have any length; what is finer than a nanosecond is dropped.
  ///
  /// @return empty where the text is no such time, or its year is out of range
  public static Optional<Instant> instant(String text) {
    return Iso8601.instant(INSTANT, text)
        .filter(instant -> inRange(instant.atOffset(ZoneOffset.UTC).getYear()));
  }

  /// The date that a text such as `2026-09-11` names.
  ///
  /// @return empty where the text is no date, or its year is out of range
  public static Optional<LocalDate> date(String text) {
    if (!DATE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text)).filter(date -> inRange(date.getYear()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static boolean inRange(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }
}
