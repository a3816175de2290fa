package services.dataminer.points.ledger.directory;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.Pseudonym;

/// Gives an address the name under which it is kept in keys: always the same, and of no use to
/// anyone without the secret.
@Singleton
public class Pseudonyms {

  /// 128 bits are far more than all addresses of the world can collide in.
  private static final int BYTES = 16;

  private final IdentityKey key;

  public Pseudonyms(IdentityKey key) {
    this.key = key;
  }

  /// Whoever is named by an address, by its pseudonym; whoever is named by a pseudonym, as before.
  public Identity kept(Identity named) {
    return switch (named) {
      case Address address -> of(address);
      case Pseudonym pseudonym -> pseudonym;
    };
  }

  /// The pseudonym of an address.
  public Pseudonym of(Address named) {
    byte[] code = Hashes.hmacSha256(key.bytes(), named.value().getBytes(StandardCharsets.UTF_8));
    return new Pseudonym(
        Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, BYTES)));
  }
}
