package services.dataminer.points.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The hashes that senders and keys are made of. Compare what proves a sender with
/// [MessageDigest#isEqual], whose duration reveals nothing.
public final class Hashes {

  private static final String HMAC_SHA256 = "HmacSHA256";

  private Hashes() {}

  /// SHA-256.
  public static byte[] sha256(byte[] bytes) {
    return hash("SHA-256", bytes);
  }

  /// SHA-256 of a text in UTF-8.
  public static byte[] sha256(String text) {
    return sha256(utf8(text));
  }

  /// SHA-256 in lower-case hex.
  public static String sha256Hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes));
  }

  /// SHA-256 of a text in UTF-8, in lower-case hex.
  public static String sha256Hex(String text) {
    return sha256Hex(utf8(text));
  }

  /// SHA-1, for forms that prescribe it.
  public static byte[] sha1(byte[] bytes) {
    return hash("SHA-1", bytes);
  }

  /// SHA-1 of a text in UTF-8, in lower-case hex.
  public static String sha1Hex(String text) {
    return HexFormat.of().formatHex(sha1(utf8(text)));
  }

  /// HMAC-SHA256.
  ///
  /// @param key not empty
  /// @param parts signed one after the other
  public static byte[] hmacSha256(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(HMAC_SHA256);
      mac.init(new SecretKeySpec(key, HMAC_SHA256));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private static byte[] hash(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
