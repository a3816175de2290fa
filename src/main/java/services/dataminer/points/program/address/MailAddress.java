package services.dataminer.points.program.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Identity;

/// An e-mail address in the one spelling by which people are compared: trimmed, in lower case, and
/// with accents as Unicode's normal form C writes them. A Mac writes `é` as two characters, a
/// keyboard as one, and both mean one mailbox (RFC 6532, section 3.1).
///
/// A domain in punycode is another spelling than the same domain in its own letters: Java
/// translates by IDNA 2003, which takes `ß` for `ss` and so two owners for one. Whoever is named by
/// both has both in the profile.
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
        || !value.equals(spelled(value))) {
      throw new IllegalArgumentException("not an e-mail address in lower case");
    }
  }

  /// The address that a text means, whatever its case and the blanks around it.
  ///
  /// @return empty where the text is no address
  public static Optional<MailAddress> parse(String text) {
    String address = spelled(text.strip());
    return address.length() <= LONGEST && SHAPE.matcher(address).matches()
        ? Optional.of(new MailAddress(address))
        : Optional.empty();
  }

  /// Composed before it is put in lower case, which some letters have only composed, and after it,
  /// as others (`İ`) fall apart.
  private static String spelled(String text) {
    return composed(composed(text).toLowerCase(Locale.ROOT));
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /// The domain, which says whose people it is: what follows the `@`.
  public String domain() {
    return value.substring(value.indexOf('@') + 1);
  }

  /// How senders name the person of this address.
  public Address address() {
    return new Address("mailto:" + value);
  }

  /// The same, as one of the names that facts can have.
  public Identity identity() {
    return address();
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
