package services.dataminer.points.functions.calendar.calcom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import services.dataminer.points.functions.calendar.sender.CalendarSender;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;

/// The signature of Cal.com's webhooks: lower-case hex of the HMAC-SHA256 of the body's bytes.
final class CalcomSignature {

  static final String HEADER = "x-cal-signature-256";

  private final List<byte[]> keys;

  /// @param secrets of which any may have signed
  CalcomSignature(List<String> secrets) {
    this.keys = secrets.stream().map(secret -> secret.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /// @throws ProblemException 401 unless the body is signed by one secret. `no-secret-provided`,
  ///   which Cal.com sends when none is set, is as wrong as any other text.
  void require(Request request, byte[] body) {
    byte[] sent = request.header(HEADER).orElse("").getBytes(StandardCharsets.UTF_8);
    boolean matches = false;
    for (byte[] key : keys) {
      byte[] expected =
          HexFormat.of().formatHex(Hashes.hmacSha256(key, body)).getBytes(StandardCharsets.UTF_8);
      matches |= MessageDigest.isEqual(expected, sent);
    }
    if (!matches) {
      throw CalendarSender.unauthorized();
    }
  }
}
