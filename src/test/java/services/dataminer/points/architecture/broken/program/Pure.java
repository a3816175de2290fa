package services.dataminer.points.architecture.broken.program;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/// All that the program may do: values, time that it is told, hashes.
record Pure(long points, Instant at, byte[] digest, List<int[][]> tables) {

  Pure {
    digest = digest.clone();
  }

  LocalDate on(ZoneId zone) {
    return at.atZone(zone).toLocalDate();
  }

  static Function<String, BigInteger> hash() throws NoSuchAlgorithmException {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    return text -> new BigInteger(1, hash.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  String how() {
    return switch (Long.signum(points)) {
      case 0 -> "none";
      case 1 -> "some: " + points;
      default -> throw new IllegalStateException("" + this);
    };
  }
}
