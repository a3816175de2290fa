package services.dataminer.points.ledger.directory;

/// The secret behind the pseudonyms of identities.
@FunctionalInterface
public interface IdentityKey {
  /// The key, of at least 32 bytes; the same for as long as the table lives.
  byte[] bytes();
}
