package services.dataminer.points.functions.field;

import java.util.Optional;
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

  /// The same; empty where the field has a sender's word for nobody, in any case.
  public static Optional<MailAddress> unless(String nobody, Value field) {
    return field.text(
        text ->
            text.equalsIgnoreCase(nobody)
                ? Optional.of(Optional.empty())
                : MailAddress.parse(text).map(Optional::of),
        NONE,
        Optional.of(NOBODY));
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
