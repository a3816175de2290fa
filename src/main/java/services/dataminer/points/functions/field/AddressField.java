package services.dataminer.points.functions.field;

import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.address.MailAddress;

/// Reads e-mail addresses in bodies.
public final class AddressField {

  private static final MailAddress NOBODY = new MailAddress("nobody@invalid");

  private AddressField() {}

  /// An e-mail address, in lower case whatever was sent; where the field holds none, that is noted.
  public static MailAddress of(Value field) {
    return field.text(
        MailAddress::parse, "must be an e-mail address such as ada@acme.example", NOBODY);
  }
}
