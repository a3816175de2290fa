package services.dataminer.points.functions.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import services.dataminer.points.program.rules.Range;

/// A single value of a YAML file and what it can mean; empty where it cannot mean that.
///
/// @param text as written, without quotes
/// @param number whether it is a whole number to YAML, which a quoted one is not
/// @param nothing whether it is left out or `null`
public record YamlScalar(String text, boolean number, boolean nothing) {

  private static final Pattern RANGE = Pattern.compile("(-?[0-9]{1,9}) to (-?[0-9]{1,9})");

  /// Far more than anything pays, and so little that no sum of it exceeds what a number can hold.
  private static final long LARGEST = 999_999_999;

  Optional<String> filled() {
    return Optional.of(text).filter(t -> !nothing && !t.isBlank());
  }

  Optional<Long> whole() {
    try {
      return number
          ? Optional.of(Long.parseLong(text)).filter(value -> Math.abs(value) <= LARGEST)
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// A fixed figure (`25`) or two bounds (`10 to 50`).
  Optional<Range> range() {
    if (number) {
      return whole().filter(points -> points != 0).map(Range::fixed);
    }
    Matcher bounds = RANGE.matcher(text);
    if (!bounds.matches()) {
      return Optional.empty();
    }
    long least = Long.parseLong(bounds.group(1));
    long most = Long.parseLong(bounds.group(2));
    return Range.isValid(least, most) ? Optional.of(new Range(least, most)) : Optional.empty();
  }

  Optional<LocalDate> date() {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  <E extends Enum<E>> Optional<E> word(Class<E> type) {
    int at = words(type).indexOf(text);
    return at < 0 ? Optional.empty() : Optional.of(type.getEnumConstants()[at]);
  }

  /// The constants of a type as they are written in a file.
  static List<String> words(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(YamlScalar::word).toList();
  }

  /// A constant as it is written in a file: in lower case, with hyphens.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
