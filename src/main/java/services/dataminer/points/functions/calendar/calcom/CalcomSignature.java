package services.dataminer.points.functions.calendar.calcom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import services.dataminer.points.functions.calendar.sender.CalendarSender;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;

/// The signature of Cal.com's webhooks: lower-case hex of the HMAC-SHA256 of the body's bytes.
final class CalcomSignature {

  static final String HEADER = "x-cal-signature-256";

  private final byte[] key;

  CalcomSignature(String secret) {
    this.key = secret.getBytes(StandardCharsets.UTF_8);
  }

  /// @throws ProblemException 401 unless the body is signed by the secret. `no-secret-provided`,
  ///   which Cal.com sends when none is set, is as wrong as any other text.
  void require(Request request, byte[] body) {
    byte[] expected =
        HexFormat.of().formatHex(Hashes.hmacSha256(key, body)).getBytes(StandardCharsets.UTF_8);
    byte[] sent = request.header(HEADER).orElse("").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, sent)) {
      throw CalendarSender.unauthorized();
    }
  }
}
