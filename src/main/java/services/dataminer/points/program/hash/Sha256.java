package services.dataminer.points.program.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256, for ids and for ties. `Hashes`, which has more, belongs to a room that the program does
/// not know.
public final class Sha256 {

  private Sha256() {}

  /// The 32 bytes of a text's hash, in UTF-8.
  public static byte[] of(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
