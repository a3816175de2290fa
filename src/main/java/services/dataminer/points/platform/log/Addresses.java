package services.dataminer.points.platform.log;

import java.util.regex.Pattern;

/// Hides e-mail addresses in texts that others wrote.
public final class Addresses {

  /// A word with an `@` in it that has something on both sides. The whole word goes, since nearly
  /// any character may be part of an address. Each word is looked at once, from its beginning:
  /// possessive quantifiers never give back, so the time is linear whatever the text.
  private static final Pattern ADDRESS = Pattern.compile("(?<!\\S)@*+[^\\s@]++@\\S+");

  private Addresses() {}

  /// The text with `<address>` in place of each word that may be or hold an address.
  public static String hidden(CharSequence text) {
    return ADDRESS.matcher(text).replaceAll("<address>");
  }
}
