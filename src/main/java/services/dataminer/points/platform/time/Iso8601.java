package services.dataminer.points.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads moments as ISO 8601 writes them, in all its forms: in the basic format or the extended
/// one, with a date of the calendar, the week or the year, a time to the hour, the minute or any
/// fraction of a second, and any offset. A time without an offset is taken for UTC. The offset
/// -00:00 names none, and is refused.
public final class Iso8601 {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<date>[0-9]{4}(?:-[0-9]{2}-[0-9]{2}|-W[0-9]{2}-[0-9]|-[0-9]{3}|[0-9]{4}|W[0-9]{3}|[0-9]{3}))"
              + "[T ](?<hour>[0-9]{2})(?::?(?<minute>[0-9]{2})(?::?(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]+))?)?)?"
              + "(?<offset>Z|(?!-00(?::?00)?$)[+-][0-9]{2}(?::?[0-9]{2})?)?");
  private static final int LONGEST = 200;
  private static final int NANO_DIGITS = 9;
  private static final int LEAP_SECOND = 60;
  private static final int END_OF_DAY = 24;

  private Iso8601() {}

  /// The instant that a text names; empty where it names none.
  public static Optional<Instant> instant(String text) {
    return instant(FORM, text);
  }

  /// The instant that a text of one form names. Fractions of a second may have any length; what is
  /// finer than a nanosecond is dropped.
  ///
  /// @param form in capitals, with the groups `date`, `hour`, `minute`, `second`, `fraction` and
  ///   `offset`, some of which may be missing from a text
  static Optional<Instant> instant(Pattern form, String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher parts = form.matcher(text.toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      ZoneOffset offset =
          parts.group("offset") == null ? ZoneOffset.UTC : ZoneOffset.of(parts.group("offset"));
      return Optional.of(instant(parts, offset));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Instant instant(Matcher parts, ZoneOffset offset) {
    LocalDate date = date(parts.group("date").replace("-", ""));
    int hour = number(parts.group("hour"));
    int minute = number(parts.group("minute"));
    int second = number(parts.group("second"));
    int nanos = nanos(parts.group("fraction"));
    if (hour == END_OF_DAY && minute == 0 && second == 0 && nanos == 0) {
      return date.plusDays(1).atStartOfDay(offset).toInstant();
    }
    // A leap second is the moment at which the next minute begins.
    boolean leap = second == LEAP_SECOND;
    LocalTime time = LocalTime.of(hour, minute, leap ? LEAP_SECOND - 1 : second, leap ? 0 : nanos);
    Instant instant = date.atTime(time).toInstant(offset);
    return leap ? instant.plusSeconds(1) : instant;
  }

  private static LocalDate date(String compact) {
    if (compact.contains("W")) {
      String week = compact.substring(0, 7) + "-" + compact.substring(7);
      return LocalDate.parse(
          week.substring(0, 4) + "-" + week.substring(4), DateTimeFormatter.ISO_WEEK_DATE);
    }
    return compact.length() == 7
        ? LocalDate.ofYearDay(number(compact.substring(0, 4)), number(compact.substring(4)))
        : LocalDate.parse(compact, DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static int nanos(String fraction) {
    if (fraction == null) {
      return 0;
    }
    String digits = fraction.substring(0, Math.min(NANO_DIGITS, fraction.length()));
    return number(digits + "0".repeat(NANO_DIGITS - digits.length()));
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
