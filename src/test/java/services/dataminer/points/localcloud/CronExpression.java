package services.dataminer.points.localcloud;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/// A `cron(minute hour day-of-month month day-of-week year)` of EventBridge Scheduler, as far as
/// plain schedules need it: `*`, `?`, numbers, names, lists, ranges and steps.
///
/// @throws IllegalArgumentException for anything else (`L`, `W`, `#`)
final class CronExpression {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  private final String[] fields;

  CronExpression(String expression) {
    if (!expression.startsWith("cron(") || !expression.endsWith(")")) {
      throw new IllegalArgumentException("not a cron expression: " + expression);
    }
    fields = expression.substring(5, expression.length() - 1).trim().split("\\s+");
    if (fields.length != 6) {
      throw new IllegalArgumentException("a cron expression has six fields: " + expression);
    }
    // Tried once, so that a fault shows at the start and not in the night.
    matches(ZonedDateTime.parse("2026-01-01T00:00:00Z"));
    for (int i = 0; i < fields.length; i++) {
      matches(fields[i], -1, i);
    }
  }

  /// Whether the schedule is due in this minute of its own time zone.
  boolean matches(ZonedDateTime minute) {
    return matches(fields[0], minute.getMinute(), 0)
        && matches(fields[1], minute.getHour(), 1)
        && matches(fields[2], minute.getDayOfMonth(), 2)
        && matches(fields[3], minute.getMonthValue(), 3)
        && matches(fields[4], minute.getDayOfWeek().getValue() % 7 + 1, 4)
        && matches(fields[5], minute.getYear(), 5);
  }

  private static boolean matches(String field, int value, int position) {
    boolean any = false;
    for (String part : field.split(",")) {
      any |= matchesPart(part, value, position);
    }
    return any;
  }

  private static boolean matchesPart(String part, int value, int position) {
    String[] stepped = part.split("/", 2);
    String range = stepped[0];
    int first;
    int last;
    if (range.equals("*") || range.equals("?")) {
      first = position >= 2 && position <= 4 ? 1 : 0;
      last = Integer.MAX_VALUE;
    } else if (range.contains("-")) {
      String[] ends = range.split("-", 2);
      first = number(ends[0], position);
      last = number(ends[1], position);
    } else {
      first = number(range, position);
      last = stepped.length > 1 ? Integer.MAX_VALUE : first;
    }
    int step = stepped.length > 1 ? Integer.parseInt(stepped[1]) : 1;
    return value >= first && value <= last && (value - first) % step == 0;
  }

  private static int number(String text, int position) {
    String name = text.toUpperCase(Locale.ROOT);
    if (position == 3 && MONTHS.contains(name)) {
      return MONTHS.indexOf(name) + 1;
    }
    if (position == 4 && DAYS.contains(name)) {
      return DAYS.indexOf(name) + 1;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("cron field '" + text + "' is not known here", e);
    }
  }
}
