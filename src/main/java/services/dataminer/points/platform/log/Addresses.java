package services.dataminer.points.platform.log;

import java.util.regex.Pattern;

/// Hides e-mail addresses in texts that others wrote.
public final class Addresses {

  /// A word with an `@` in it that has something on both sides. The whole word goes, since nearly
  /// any character may be part of an address. Each word is looked at once, from its beginning:
  /// possessive quantifiers never give back, so the time is linear whatever the text.
  private static final Pattern ADDRESS = Pattern.compile("(?<!\\S)@*+[^\\s@]++@\\S+");

  /// An address has at most 254 characters, so one that begins within the limit ends within this.
  private static final int LONGEST_ADDRESS = 320;

  private Addresses() {}

  /// The beginning of the text, with `<address>` in place of addresses; see
  /// [#hidden(CharSequence)]. However long the text, no more of it is read than may be of use.
  ///
  /// @param limit the most characters to return
  public static String hidden(String text, int limit) {
    int read = Math.min(text.length(), limit + LONGEST_ADDRESS);
    String hidden = hidden(text.substring(0, read));
    if (read < text.length()) {
      // What the cut goes through may be the beginning of an address.
      hidden = hidden.replaceFirst("(?<=\\s)\\S*+$", "");
    }
    return hidden.substring(0, Math.min(limit, hidden.length()));
  }

  /// The text with `<address>` in place of each word that may be or hold an address.
  public static String hidden(CharSequence text) {
    return ADDRESS.matcher(text).replaceAll("<address>");
  }
}
