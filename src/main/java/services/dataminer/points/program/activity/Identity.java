package services.dataminer.points.program.activity;

/// How a sender names a person: an address or an account. On its way in it is the IRI itself
/// (`mailto:ada@acme.example`); where it is kept, a pseudonym of it. The rules only ever ask
/// whether two are equal, so none can depend on an address.
public record Identity(String value) implements Comparable<Identity> {

  public Identity {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("an identity needs a value");
    }
  }

  @Override
  public int compareTo(Identity other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
