package services.dataminer.points.program.activity;

/// The name under which a person is kept in keys and facts: a hash of an address, which reveals to
/// nobody whose it is, or a member's id.
public record Pseudonym(String value) implements Identity {

  public Pseudonym {
    if (value == null || value.isBlank() || value.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a pseudonym is not blank, and no IRI");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
