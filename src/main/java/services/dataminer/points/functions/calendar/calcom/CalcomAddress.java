package services.dataminer.points.functions.calendar.calcom;

import java.util.Optional;
import java.util.regex.Pattern;
import services.dataminer.points.functions.field.AddressField;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.address.MailAddress;

/// E-mail addresses as Cal.com gives them.
final class CalcomAddress {

  /// The id of a platform that runs on Cal.com, in the addresses of the users it manages. Cal.com
  /// leaves it out where it shows an address or writes to it.
  private static final Pattern PLATFORM = Pattern.compile("[+][a-z0-9]{25}(?=@)");

  /// What Cal.com gives as the address of a host whose account is gone.
  private static final String NOBODY = "email-less";

  private CalcomAddress() {}

  /// The address in a field; where the field holds none, that is noted.
  static MailAddress of(Value field) {
    return person(AddressField.of(field));
  }

  /// The address in a field, if there is someone.
  static Optional<MailAddress> known(Value field) {
    return Optional.of(field)
        .filter(Value::isFilled)
        .flatMap(filled -> AddressField.unless(NOBODY, filled))
        .map(CalcomAddress::person);
  }

  /// The address by which everyone else knows the person.
  static MailAddress person(MailAddress given) {
    return new MailAddress(PLATFORM.matcher(given.value()).replaceFirst(""));
  }
}
