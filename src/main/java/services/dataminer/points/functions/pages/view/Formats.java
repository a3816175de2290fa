package services.dataminer.points.functions.pages.view;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import services.dataminer.points.platform.http.Request;

/// Numbers and dates as the reader's region writes them, in the English that the pages are in.
///
/// @param zone the program's, in which a day is a day, or that of the place that a page is about
public record Formats(Locale locale, ZoneId zone) {

  private static final char MINUS = '\u2212';

  /// The reader's, by the first region among the languages that the browser accepts.
  public static Formats of(Request request, ZoneId zone) {
    String region = request.header("accept-language").flatMap(Formats::region).orElse("GB");
    return new Formats(Locale.of("en", region), zone);
  }

  private static Optional<String> region(String accepted) {
    try {
      return LanguageRange.parse(accepted).stream()
          .map(range -> Locale.forLanguageTag(range.getRange()).getCountry())
          .filter(country -> !country.isEmpty())
          .findFirst();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The same for times of another zone.
  public Formats in(ZoneId other) {
    return new Formats(locale, other);
  }

  /// Whole points, such as `1,250`.
  public String points(long points) {
    String digits = NumberFormat.getIntegerInstance(locale).format(Math.abs(points));
    return points < 0 ? MINUS + digits : digits;
  }

  /// Points that came or went, such as `+500`.
  public String signed(long points) {
    return points > 0 ? "+" + points(points) : points(points);
  }

  /// A day, such as `11 Sept 2026`.
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  /// The day of a moment.
  public String day(Instant moment) {
    return day(LocalDate.ofInstant(moment, zone));
  }

  /// A moment in the zone, such as `11 Sept 2026, 10:00:00`.
  public String moment(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
        .withLocale(locale)
        .format(moment.atZone(zone));
  }

  /// The time of a moment in the zone, such as `03:30`.
  public String time(Instant moment) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(locale)
        .format(moment.atZone(zone));
  }

  /// A code, such as `AWAITING_SHOW` or `virtual-meeting`, as a phrase.
  public static String phrase(String code) {
    String words = code.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
