package services.dataminer.points.functions.lms;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import services.dataminer.points.program.address.MailAddress;

/// The address in a `mailto` IRI. It may be percent-encoded, as characters such as `%` must be and
/// others may (RFC 6068, section 2): `ada%2Btag@acme.example` is `ada+tag@acme.example`.
final class MailtoIri {

  private static final String SCHEME = "mailto:";

  private MailtoIri() {}

  /// @return empty where the text is no such IRI, or what it encodes is no address in UTF-8
  static Optional<MailAddress> address(String iri) {
    return iri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? decoded(iri.substring(SCHEME.length()))
            .filter(address -> address.equals(address.strip()))
            .flatMap(MailAddress::parse)
        : Optional.empty();
  }

  private static Optional<String> decoded(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      ByteBuffer decoded = ByteBuffer.allocate(encoded.remaining());
      while (encoded.hasRemaining()) {
        byte next = encoded.get();
        decoded.put(next == '%' ? escaped(encoded) : next);
      }
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// The byte whose two hexadecimal digits come next.
  private static byte escaped(ByteBuffer encoded) throws CharacterCodingException {
    int high = digit(encoded);
    return (byte) (high * 16 + digit(encoded));
  }

  private static int digit(ByteBuffer encoded) throws CharacterCodingException {
    int digit = encoded.hasRemaining() ? Character.digit(encoded.get(), 16) : -1;
    if (digit < 0) {
      throw new CharacterCodingException();
    }
    return digit;
  }
}
