package services.dataminer.points.functions.calendar.sender;

import java.time.Instant;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.time.ClockTolerance;

/// What surrounds the body of a webhook.
///
/// @param digest SHA-256 of the body as it was sent, in hex
/// @param receivedAt when API Gateway took the request
public record Delivery(String digest, Instant receivedAt) {

  /// How a request delivered its body.
  public static Delivery of(Request request, byte[] body) {
    return new Delivery(Hashes.sha256Hex(body), request.receivedAt());
  }

  /// Whether an end has not come yet.
  public boolean isFuture(Instant end) {
    return ClockTolerance.isFuture(end, receivedAt);
  }
}
