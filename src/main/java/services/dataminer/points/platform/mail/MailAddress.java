package services.dataminer.points.platform.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import services.dataminer.points.program.activity.Identity;

/// An e-mail address in the one spelling by which people are compared: trimmed and in lower case.
///
/// @param value such as `ada@acme.example`; one `@` with something on both sides, no blanks, no
///   control characters, at most 254 characters
public record MailAddress(String value) implements Comparable<MailAddress> {

  private static final int LONGEST = 254;

  /// Neither blanks nor control characters, nor halves of a surrogate pair, which no encoding can
  /// write.
  private static final Pattern SHAPE =
      Pattern.compile(
          "[^@\\p{IsWhite_Space}\\p{C}]+@[^@\\p{IsWhite_Space}\\p{C}]+",
          Pattern.UNICODE_CHARACTER_CLASS);

  public MailAddress {
    if (value.length() > LONGEST
        || !SHAPE.matcher(value).matches()
        || !value.equals(value.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("not an e-mail address in lower case");
    }
  }

  /// The address that a text means, whatever its case and the blanks around it.
  ///
  /// @return empty where the text is no address
  public static Optional<MailAddress> parse(String text) {
    String address = text.strip().toLowerCase(Locale.ROOT);
    return address.length() <= LONGEST && SHAPE.matcher(address).matches()
        ? Optional.of(new MailAddress(address))
        : Optional.empty();
  }

  /// The domain, which says whose people it is: what follows the `@`.
  public String domain() {
    return value.substring(value.indexOf('@') + 1);
  }

  /// The person of this address.
  public Identity identity() {
    return new Identity("mailto:" + value);
  }

  @Override
  public int compareTo(MailAddress other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
