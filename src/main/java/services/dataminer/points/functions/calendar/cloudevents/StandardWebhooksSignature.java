package services.dataminer.points.functions.calendar.cloudevents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import services.dataminer.points.functions.calendar.sender.CalendarSender;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.Secrets;
import services.dataminer.points.platform.time.ClockTolerance;

/// The signature of the Standard Webhooks scheme
/// (https://github.com/standard-webhooks/standard-webhooks): `v1,` and the base64 HMAC-SHA256 of
/// id, timestamp and body, joined by dots. Why not by the scheme's own library:
/// `docs/decisions/0010-webhooks-read-by-hand.md`.
final class StandardWebhooksSignature {

  static final String SIGNATURE = "webhook-signature";

  private static final String ID = "webhook-id";
  private static final String TIMESTAMP = "webhook-timestamp";
  private static final String SECRET_PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  private final List<byte[]> keys;

  /// @param secrets of which any may have signed
  /// @throws Unavailable if a secret as it is set up can sign nothing
  StandardWebhooksSignature(List<String> secrets) {
    this.keys = secrets.stream().map(StandardWebhooksSignature::key).toList();
  }

  /// @return when it was signed, by the sender's word
  /// @throws ProblemException 401 unless one of the signatures is by one of the secrets, made at
  ///   most five minutes before or after API Gateway took the request
  Instant require(Request request, byte[] body) {
    String id = request.header(ID).orElse("");
    String timestamp = request.header(TIMESTAMP).orElse("");
    String[] sent = request.header(SIGNATURE).orElse("").split(" ");
    boolean matches = false;
    for (byte[] key : keys) {
      byte[] expected = signature(key, id, timestamp, body).getBytes(StandardCharsets.UTF_8);
      for (String one : sent) {
        matches |= MessageDigest.isEqual(expected, one.getBytes(StandardCharsets.UTF_8));
      }
    }
    if (!matches || id.isEmpty() || !SECONDS.matcher(timestamp).matches()) {
      throw CalendarSender.unauthorized();
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (!ClockTolerance.isNow(signedAt, request.receivedAt())) {
      throw CalendarSender.unauthorized();
    }
    return signedAt;
  }

  private static String signature(byte[] key, String id, String timestamp, byte[] body) {
    byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    return VERSION + Base64.getEncoder().encodeToString(Hashes.hmacSha256(key, head, body));
  }

  private static byte[] key(String secret) {
    String base64 =
        secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
    try {
      byte[] key = Base64.getDecoder().decode(base64);
      if (key.length > 0) {
        return key;
      }
    } catch (IllegalArgumentException _) {
      // Told below, as for an empty one; the decoder's words could quote the secret.
    }
    throw new Unavailable(
        "secret " + Secrets.STANDARD_WEBHOOKS + " must be whsec_ and a base64 key: set it again");
  }
}
