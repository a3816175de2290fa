package services.dataminer.points.functions.calendar;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.Secrets;

/// A webhook as API Gateway hands it over, signed by what senders sign with, to be spoilt by tests.
public final class SignedRequest {

  public static final String CALCOM_SECRET = "calendar secret for tests, with an é";
  public static final String STANDARD_SECRET = "whsec_dGhpcyBpcyBhIHNlY3JldCBmb3IgdGVzdHM=";
  public static final Instant RECEIVED_AT = Instant.parse("2026-09-12T10:31:05Z");

  private final Map<String, String> headers = new HashMap<>();
  private final byte[] body;
  private boolean base64;
  private Instant receivedAt = RECEIVED_AT;

  private SignedRequest(byte[] body) {
    this.body = body;
  }

  /// The secrets that the requests are signed with.
  public static Secrets secrets() {
    return name ->
        switch (name) {
          case Secrets.CALENDAR -> CALCOM_SECRET;
          case Secrets.STANDARD_WEBHOOKS -> STANDARD_SECRET;
          default -> throw new Unavailable("no secret " + name);
        };
  }

  public static SignedRequest unsigned(byte[] body) {
    return new SignedRequest(body).header("content-type", "application/json");
  }

  /// As Cal.com sends it.
  public static SignedRequest calcom(byte[] body) {
    return unsigned(body).header("x-cal-signature-256", calcomSignature(body));
  }

  /// A CloudEvent in structured mode.
  public static SignedRequest structured(byte[] body) {
    return signed(body, Instant.parse("2026-09-12T10:31:00Z"))
        .header("content-type", "application/cloudevents+json; charset=utf-8");
  }

  /// A CloudEvent in binary mode.
  public static SignedRequest binary(byte[] body) {
    return signed(body, Instant.parse("2026-09-12T10:31:00Z"))
        .header("ce-specversion", "1.0")
        .header("ce-id", "evt-1")
        .header("ce-source", "/automation")
        .header("ce-type", "services.dataminer.points.meeting.ended.v1");
  }

  public static SignedRequest signed(byte[] body, Instant at) {
    String seconds = Long.toString(at.getEpochSecond());
    return unsigned(body)
        .header("webhook-id", "msg_1")
        .header("webhook-timestamp", seconds)
        .header("webhook-signature", standardSignature(STANDARD_SECRET, body, at));
  }

  public static String calcomSignature(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(CALCOM_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public static String standardSignature(String secret, byte[] body, Instant at) {
    try {
      return new Webhook(secret)
          .sign("msg_1", at.getEpochSecond(), new String(body, StandardCharsets.UTF_8));
    } catch (WebhookSigningException e) {
      throw new AssertionError(e);
    }
  }

  public SignedRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public SignedRequest without(String name) {
    headers.remove(name);
    return this;
  }

  public SignedRequest base64() {
    base64 = true;
    return this;
  }

  public SignedRequest receivedLater(Duration later) {
    receivedAt = RECEIVED_AT.plus(later);
    return this;
  }

  public APIGatewayV2HTTPEvent event() {
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey("POST /webhooks/calendar")
        .withHeaders(Map.copyOf(headers))
        .withBody(
            base64
                ? Base64.getEncoder().encodeToString(body)
                : new String(body, StandardCharsets.UTF_8))
        .withIsBase64Encoded(base64)
        .withRequestContext(
            RequestContext.builder().withTimeEpoch(receivedAt.toEpochMilli()).build())
        .build();
  }
}
