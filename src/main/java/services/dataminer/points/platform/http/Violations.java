package services.dataminer.points.platform.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is wrong with a body, collected while it is read: the first violation of each field, since
/// later ones mostly follow from it.
final class Violations {

  private static final int MOST = 50;
  private static final int LONGEST_PATH = 200;

  private final Map<String, String> messages = new LinkedHashMap<>();
  private final boolean strict;

  /// @param strict whether unknown fields are violations
  Violations(boolean strict) {
    this.strict = strict;
  }

  /// Whether unknown fields are violations.
  boolean strict() {
    return strict;
  }

  /// Adds a violation. Beyond a reasonable number, further ones are dropped.
  void add(String path, String message) {
    if (messages.size() < MOST) {
      messages.putIfAbsent(printable(path), message);
    }
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  /// Whether a field, or something below it, has a violation.
  boolean concern(String path) {
    String printable = printable(path);
    return messages.keySet().stream()
        .anyMatch(
            at ->
                at.equals(printable)
                    || at.startsWith(printable + ".")
                    || at.startsWith(printable + "["));
  }

  List<FieldViolation> all() {
    return messages.entrySet().stream()
        .map(entry -> new FieldViolation(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// Names of unknown fields are the sender's and may be anything.
  private static String printable(String path) {
    String line = path.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    return line.substring(0, Math.min(LONGEST_PATH, line.length()));
  }
}
