package services.dataminer.points.functions.wiring;

import java.util.Base64;
import services.dataminer.points.ledger.directory.IdentityKey;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.Secrets;

/// The identity key as it stands in SSM: checked each time it is read, before any pseudonym is made
/// with it, since pseudonyms made with a wrong key cannot be told from right ones later.
///
/// @param path below which the secrets are in SSM
record SecretIdentityKey(Secrets secrets, String path) implements IdentityKey {

  private static final int LEAST_BYTES = 32;

  /// @throws Unavailable if the parameter is not base64 of at least 32 bytes: what was asked for
  ///   can be done once it is
  @Override
  public byte[] bytes() {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(secrets.value(Secrets.IDENTITY_KEY));
    } catch (IllegalArgumentException _) {
      // What the decoder says quotes the key.
      throw wrong("is not base64");
    }
    if (key.length < LEAST_BYTES) {
      throw wrong("holds only " + key.length + " bytes");
    }
    return key;
  }

  private Unavailable wrong(String how) {
    return new Unavailable(
        "SSM parameter %s/%s %s. Set it to the base64 of at least %d random bytes, as made by: openssl rand -base64 %d"
            .formatted(path, Secrets.IDENTITY_KEY, how, LEAST_BYTES, LEAST_BYTES));
  }
}
