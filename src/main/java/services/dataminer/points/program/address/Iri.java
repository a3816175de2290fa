package services.dataminer.points.program.address;

import java.util.regex.Pattern;

/// Tells IRIs from other texts: a scheme, and something after it that RFC 3987 allows in one. They
/// are compared as they are, letter by letter.
public final class Iri {

  /// The longest that are kept.
  public static final int LONGEST = 2_048;

  /// An IRI of a length that is kept.
  public static final Pattern SHAPE =
      Pattern.compile(
          "(?=.{3,2048}$)[A-Za-z][A-Za-z0-9+.-]*:[^\\p{IsWhite_Space}\\p{C}<>\"{}|\\\\^`]+");

  private Iri() {}

  public static boolean is(String text) {
    return SHAPE.matcher(text).matches();
  }
}
