package services.dataminer.points.template;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The expressions that EventBridge Scheduler takes: `rate(15 minutes)` and `cron(0 1 * * ? *)`.
final class ScheduleExpression {

  private static final Pattern RATE =
      Pattern.compile("rate\\(([1-9][0-9]*) (minute|hour|day)(s?)\\)");
  private static final Pattern CRON = Pattern.compile("cron\\((.*)\\)");
  private static final Pattern PART = Pattern.compile("(\\*|\\w+)(?:-(\\w+))?(?:/([1-9][0-9]*))?");
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> WEEK_DAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final int DAY_OF_MONTH = 2;
  private static final int DAY_OF_WEEK = 4;

  private record Field(String name, int first, int last, List<String> words) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("minute", 0, 59, List.of()),
          new Field("hour", 0, 23, List.of()),
          new Field("day of month", 1, 31, List.of()),
          new Field("month", 1, 12, MONTHS),
          new Field("day of week", 1, 7, WEEK_DAYS),
          new Field("year", 1970, 2199, List.of()));

  /// What is wrong with an expression; empty if the scheduler takes it.
  static Optional<String> fault(String expression) {
    Matcher rate = RATE.matcher(expression);
    if (rate.matches()) {
      boolean plural = !rate.group(1).equals("1");
      return plural == rate.group(3).equals("s")
          ? Optional.empty()
          : Optional.of(expression + ": one has no s, more have one");
    }
    Matcher cron = CRON.matcher(expression);
    return cron.matches()
        ? cronFault(cron.group(1).split(" ", -1)).map(fault -> expression + ": " + fault)
        : Optional.of("'" + expression + "' is neither a rate nor a cron expression");
  }

  private static Optional<String> cronFault(String[] fields) {
    if (fields.length != FIELDS.size()) {
      return Optional.of("has " + fields.length + " fields, not six");
    }
    if (fields[DAY_OF_MONTH].equals("?") == fields[DAY_OF_WEEK].equals("?")) {
      return Optional.of("either the day of month or the day of week is ?");
    }
    return IntStream.range(0, fields.length)
        .filter(i -> !isValid(fields[i], i))
        .mapToObj(i -> FIELDS.get(i).name() + " cannot be " + fields[i])
        .findFirst();
  }

  private static boolean isValid(String text, int index) {
    if (text.equals("?")) {
      return index == DAY_OF_MONTH || index == DAY_OF_WEEK;
    }
    if (text.equals("L") && index == DAY_OF_MONTH) {
      return true;
    }
    Field field = FIELDS.get(index);
    return List.of(text.split(",", -1)).stream().allMatch(part -> isPart(part, field));
  }

  private static boolean isPart(String text, Field field) {
    Matcher part = PART.matcher(text);
    if (!part.matches()) {
      return false;
    }
    boolean every = part.group(1).equals("*");
    int from = every ? field.first() : value(part.group(1), field);
    int to = part.group(2) == null ? from : value(part.group(2), field);
    return field.first() <= from
        && from <= to
        && to <= field.last()
        && !(every && part.group(2) != null);
  }

  private static int value(String text, Field field) {
    if (field.words().contains(text)) {
      return field.words().indexOf(text) + 1;
    }
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
  }

  private ScheduleExpression() {}
}
