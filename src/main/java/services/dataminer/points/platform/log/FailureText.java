package services.dataminer.points.platform.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// Tells of an exception in one line that may be logged: no addresses, no text that a caller sent,
/// no line breaks.
public final class FailureText {

  private static final int LONGEST_MESSAGE = 500;
  private static final int DEEPEST_CAUSE = 5;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
  private static final String OURS = "services.dataminer.points.";

  private FailureText() {}

  /// The exception and its causes: what each is, what it says, and the place of ours it came from.
  public static String of(Throwable failure) {
    var causes = new StringJoiner("; because of ");
    boolean quotesBody = false;
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      // What a JSON parser says, and what made it say so, quotes what it read: names, addresses.
      quotesBody |= cause instanceof JsonProcessingException;
      causes.add(cause.getClass().getName() + (quotesBody ? "" : message(cause)) + place(cause));
      cause = cause.getCause();
    }
    return causes.toString();
  }

  private static String message(Throwable failure) {
    if (failure.getMessage() == null) {
      return "";
    }
    String harmless = Addresses.hidden(failure.getMessage(), LONGEST_MESSAGE);
    return ": " + CONTROL.matcher(harmless).replaceAll(" ");
  }

  private static String place(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(OURS))
        .findFirst()
        .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
        .orElse("");
  }
}
