package services.dataminer.points.localcloud;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/// The temporary credentials that the functions' roles have been given, each for one function, so
/// that a service can tell who calls.
final class IssuedCredentials {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Issued> byAccessKey = new ConcurrentHashMap<>();

  /// @param function whose role it is
  record Issued(String function, AwsSessionCredentials keys, Instant expiresAt) {}

  IssuedCredentials(InstantSource clock) {
    this.clock = clock;
  }

  /// New credentials of the function's role; what was issued before stays good for its own term.
  Issued issue(String function, Duration term) {
    Instant now = clock.instant();
    AwsSessionCredentials keys =
        AwsSessionCredentials.create("ASIA" + letters(16), base64(30), base64(120));
    Issued issued = new Issued(function, keys, now.plus(term));
    byAccessKey.put(keys.accessKeyId(), issued);
    return issued;
  }

  /// What was issued under this access key, expired or not.
  Optional<Issued> of(String accessKey) {
    return Optional.ofNullable(byAccessKey.get(accessKey));
  }

  /// Whether the function was ever given any.
  boolean isIssuedTo(String function) {
    return byAccessKey.values().stream().anyMatch(issued -> issued.function().equals(function));
  }

  boolean isExpired(Issued issued) {
    return !clock.instant().isBefore(issued.expiresAt());
  }

  private String letters(int count) {
    return random
        .ints(count, 0, LETTERS.length())
        .mapToObj(index -> LETTERS.substring(index, index + 1))
        .collect(Collectors.joining());
  }

  private String base64(int bytes) {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    return Base64.getEncoder().encodeToString(secret);
  }
}
