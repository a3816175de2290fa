package services.dataminer.points.platform.http;

import java.util.regex.Pattern;

/// A text that people read, such as a name.
final class VisibleText {

  /// Where people see nothing: controls, format characters such as the zero-width ones, blanks,
  /// selectors of a variant, and the letters and symbols that are drawn empty. Between letters,
  /// Persian and the languages of India need the zero-width joiner and non-joiner.
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}\\uFE00-\\uFE0F\\u115F\\u1160\\u2800\\u3164\\uFFA0]+");

  private VisibleText() {}

  /// Reads it; noted as invalid is also what nobody can see.
  ///
  /// @param longest how many characters it may have
  static String in(Value value, int longest) {
    String text = value.text(longest);
    if (INVISIBLE.matcher(text).matches()) {
      value.addViolation("must have a visible character");
    }
    return text;
  }
}
