package services.dataminer.points.ledger.directory;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import services.dataminer.points.program.activity.Identity;

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

  /// @param named the identity as an IRI
  public Identity of(Identity named) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
      byte[] code = mac.doFinal(named.value().getBytes(StandardCharsets.UTF_8));
      return new Identity(
          Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, BYTES)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
