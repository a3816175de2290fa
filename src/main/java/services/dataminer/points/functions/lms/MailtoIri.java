package services.dataminer.points.functions.lms;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import services.dataminer.points.program.address.MailAddress;

/// The address in a `mailto` IRI. It may be percent-encoded, as characters such as `%` must be and
/// others may (RFC 6068, section 2): `ada%2Btag@acme.example` is `ada+tag@acme.example`.
final class MailtoIri {

  private static final String SCHEME = "mailto:";

  /// Stands for bytes that are no UTF-8.
  private static final char REPLACEMENT = '\uFFFD';

  private MailtoIri() {}

  /// @return empty where the text is no such IRI, has fields of a letter such as `?subject=`, or
  ///   what it encodes is no address in UTF-8
  static Optional<MailAddress> address(String iri) {
    boolean named = iri.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && !iri.contains("?");
    return named
        ? decoded(iri.substring(SCHEME.length()))
            .filter(address -> address.equals(address.strip()))
            .flatMap(MailAddress::parse)
        : Optional.empty();
  }

  private static Optional<String> decoded(String text) {
    try {
      // The decoder is one for forms, in which a plus stands for a blank.
      String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
      return Optional.of(decoded).filter(it -> it.indexOf(REPLACEMENT) < 0);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
