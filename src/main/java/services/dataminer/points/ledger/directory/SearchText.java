package services.dataminer.points.ledger.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;

/// What someone looks for in a list: a text that is part of another, whatever the case and
/// whichever way Unicode writes its letters.
public final class SearchText {

  /// How many characters a text may have that someone looks for.
  public static final int LONGEST = 200;

  private final String folded;

  private SearchText(String folded) {
    this.folded = folded;
  }

  /// @param text as typed; spaces around it do not count, and a blank text is part of every other
  public static SearchText of(String text) {
    return new SearchText(folded(text.strip()));
  }

  /// Whether a text has more than [#LONGEST] characters: a letter beyond the first plane of Unicode
  /// is one.
  public static boolean isTooLong(String text) {
    return text.codePointCount(0, text.length()) > LONGEST;
  }

  /// Whether any of these texts contains this one.
  boolean isIn(Stream<String> texts) {
    return texts.anyMatch(text -> folded(text).contains(folded));
  }

  /// In upper case, since lower case has two letters for some that upper case has one for, such as
  /// the Greek sigma.
  private static String folded(String text) {
    return normalised(normalised(text).toUpperCase(Locale.ROOT));
  }

  private static String normalised(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
