package services.dataminer.points.platform.crypto;

import java.security.SecureRandom;
import java.util.Base64;

/// Text that nobody can guess and that is never made twice, for secret addresses and for ids.
public final class RandomText {

  private static final int BYTES = 32;

  private RandomText() {}

  /// 32 random bytes in base64url, another text each time.
  public static String next() {
    byte[] bytes = new byte[BYTES];
    // Made anew each time: one that a snapshot holds would begin alike in every process.
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
