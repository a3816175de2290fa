package services.dataminer.points.program.activity;

/// What names a person in a fact: the address by which a sender does or, where facts are kept, the
/// pseudonym of it. The rules only ever ask whether two are equal, so none can depend on an
/// address.
public sealed interface Identity extends Comparable<Identity> permits Address, Pseudonym {

  String value();

  /// The address or pseudonym that a text is: only an address, an IRI, has a colon in it.
  static Identity of(String value) {
    return value.indexOf(':') < 0 ? new Pseudonym(value) : new Address(value);
  }

  @Override
  default int compareTo(Identity other) {
    return value().compareTo(other.value());
  }
}
