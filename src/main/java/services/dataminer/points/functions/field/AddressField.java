package services.dataminer.points.functions.field;

import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.address.MailAddress;

/// Reads e-mail addresses in bodies.
public final class AddressField {

  private static final String NONE = "must be an e-mail address such as ada@acme.example";
  private static final MailAddress NOBODY = new MailAddress("nobody@invalid");

  private AddressField() {}

  /// An e-mail address, in lower case whatever was sent; where the field holds none, that is noted.
  public static MailAddress of(Value field) {
    return field.text(MailAddress::parse, NONE, NOBODY);
  }

  /// The same, also as it was sent.
  public static SpelledAddress spelled(Value field) {
    return field.text(
        text -> MailAddress.parse(text).map(address -> new SpelledAddress(address, text)),
        NONE,
        new SpelledAddress(NOBODY, NOBODY.value()));
  }

  /// @param asSent without the blanks around it
  public record SpelledAddress(MailAddress address, String asSent) {}
}
