package services.dataminer.points.platform.crypto;

import java.security.SecureRandom;
import java.util.Base64;

/// Text that nobody can guess, for an address that is a secret.
public final class SecretToken {

  private static final int BYTES = 32;

  private SecretToken() {}

  /// 32 random bytes in base64url, another text each time.
  public static String next() {
    byte[] bytes = new byte[BYTES];
    // Made anew each time: one that a snapshot holds would begin alike in every process.
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
