package services.dataminer.points.program.activity;

/// How a sender names a person: an e-mail address or an account, as an IRI
/// (`mailto:ada@acme.example`, `account:https://lms.example|ada`). Personal data: it is in no key
/// and in no log.
public record Address(String value) implements Identity {

  public Address {
    if (value == null || value.indexOf(':') < 1) {
      throw new IllegalArgumentException("an address is an IRI, with a scheme");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
