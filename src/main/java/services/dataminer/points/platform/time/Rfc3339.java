package services.dataminer.points.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the dates and times of other systems.
public final class Rfc3339 {

  /// The years taken seriously. What lies outside is a sender's mistake (zero, seconds read as
  /// milliseconds), and would upset sums and indexes if believed.
  public static final int FIRST_YEAR = 2000;

  public static final int LAST_YEAR = 2200;

  private static final Pattern INSTANT =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})(:[0-9]{2})?(?:[.,]([0-9]+))?"
              + "(Z|[+-][0-9]{2}(?::?[0-9]{2})?)");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int LONGEST = 200;
  private static final int NANO_DIGITS = 9;

  private Rfc3339() {}

  /// The instant that a date and time with an offset names, as RFC 3339 or ISO 8601 write it.
  /// Fractions of a second may have any length; what is finer than a nanosecond is dropped.
  ///
  /// @return empty where the text is no such time, or its year is out of range
  public static Optional<Instant> instant(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher parts = INSTANT.matcher(text.toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    String seconds = parts.group(3) == null ? ":00" : parts.group(3);
    String fraction = parts.group(4) == null ? "0" : parts.group(4);
    String shortened = fraction.substring(0, Math.min(NANO_DIGITS, fraction.length()));
    try {
      ZoneOffset offset = ZoneOffset.of(parts.group(5));
      String local = parts.group(1) + "T" + parts.group(2) + seconds + "." + shortened;
      Instant instant = OffsetDateTime.parse(local + offset).toInstant();
      return inRange(instant.atOffset(ZoneOffset.UTC).getYear())
          ? Optional.of(instant)
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
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
