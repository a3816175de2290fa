package services.dataminer.points.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import services.dataminer.points.platform.json.Json;

/// Talks to a local cloud as its users do: as an administrator, as a member, as Cal.com.
public final class PointsClient {

  static {
    // Read once by the JDK's client: a connection that turns out to be closed is opened again for
    // every method, not for GET alone. What was sent on it has reached nobody.
    System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
  }

  private static final String CALENDAR_SECRET = "local-calendar-secret";
  private static final String STANDARD_WEBHOOKS_SECRET = "whsec_bG9jYWwtY2FsZW5kYXItc2VjcmV0";
  private static final String LMS_CREDENTIALS = "local-lms:local-lms-secret";

  /// How long anything may take on a busy machine.
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String url;

  /// @param url where the cloud answers, without a slash at the end
  public PointsClient(String url) {
    this.url = url;
  }

  String url() {
    return url;
  }

  /// What came back.
  ///
  /// @param body as JSON; missing where there was none
  public record Answer(int status, JsonNode body) {

    /// The body, if the status is as hoped.
    public JsonNode expect(int hoped) {
      if (status != hoped) {
        throw new AssertionError("answered " + status + " instead of " + hoped + ": " + body);
      }
      return body;
    }
  }

  /// An administrator enters something.
  public Answer put(String path, String json) {
    return admin("PUT", path, json);
  }

  /// An administrator does something.
  public Answer post(String path, String json) {
    return admin("POST", path, json);
  }

  /// An administrator erases something.
  public Answer delete(String path) {
    return admin("DELETE", path, null);
  }

  /// An administrator reads something.
  public JsonNode read(String path) {
    return get(path).expect(200);
  }

  /// An administrator asks for something that may not be had.
  public Answer get(String path) {
    return admin("GET", path, null);
  }

  /// A member reads something of the own.
  public JsonNode readAs(String memberId, String path) {
    return send(request(path).header("authorization", "Bearer local-member:" + memberId).GET())
        .expect(200);
  }

  private Answer admin(String method, String path, String json) {
    var body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
    var request = request(path).header("authorization", "Bearer local-admin").method(method, body);
    return send(json == null ? request : request.header("content-type", "application/json"));
  }

  /// Cal.com sends a webhook, signed.
  public Answer calcom(String json) {
    return calcom(json, sign(json));
  }

  /// Someone sends a Cal.com webhook with this signature.
  public Answer calcom(String json, String signature) {
    return send(
        request("/webhooks/calendar")
            .header("content-type", "application/json")
            .header("X-Cal-Signature-256", signature)
            .POST(BodyPublishers.ofString(json)));
  }

  /// Another calendar sends a CloudEvent in structured mode, signed.
  ///
  /// @param id the message's, the same when it is sent again
  public Answer cloudEvent(String id, String json) {
    long seconds = Instant.now().getEpochSecond();
    String signature;
    try {
      signature = new Webhook(STANDARD_WEBHOOKS_SECRET).sign(id, seconds, json);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException(e);
    }
    return send(
        request("/webhooks/calendar")
            .header("content-type", "application/cloudevents+json")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(seconds))
            .header("webhook-signature", signature)
            .POST(BodyPublishers.ofString(json)));
  }

  /// A learning management system posts xAPI statements, one or a list.
  public Answer lms(String json) {
    String credentials =
        Base64.getEncoder().encodeToString(LMS_CREDENTIALS.getBytes(StandardCharsets.UTF_8));
    return send(
        request("/xapi/statements")
            .header("authorization", "Basic " + credentials)
            .header("content-type", "application/json")
            .header("X-Experience-API-Version", "1.0.3")
            .POST(BodyPublishers.ofString(json)));
  }

  private static String sign(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(CALENDAR_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A scheduled function runs as if it were that time.
  ///
  /// @return its result
  public JsonNode run(String function, String scheduledTime) {
    String body = "{\"scheduledTime\":\"" + scheduledTime + "\"}";
    return send(request("/_local/schedules/" + function)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body)))
        .expect(200);
  }

  /// How the stand-in DOJO answers from now on: `ok`, `down`, `slow`, `reject` or `lose`.
  public void dojo(String mode) {
    send(request("/_local/dojo")
            .header("content-type", "application/json")
            .PUT(BodyPublishers.ofString("{\"mode\":\"" + mode + "\"}")))
        .expect(200);
  }

  /// How the stand-in for Cal.com's API answers from now on: `ok`, `down`, `slow`, `limit` or
  /// `revoked`.
  public void calcomMode(String mode) {
    send(request("/_local/calcom")
            .header("content-type", "application/json")
            .PUT(BodyPublishers.ofString("{\"mode\":\"" + mode + "\"}")))
        .expect(200);
  }

  /// What the stand-in DOJO has booked.
  public JsonNode dojoTransfers() {
    return send(request("/_local/dojo/transfers").GET()).expect(200).path("transfers");
  }

  /// The messages that failed too often.
  public JsonNode deadLetters() {
    return send(request("/_local/dead-letters").GET()).expect(200);
  }

  /// Waits until everything that was sent has been worked on; a slow machine is asked a few times.
  public void idle() {
    Answer answer = send(request("/_local/idle").GET());
    for (int asked = 1; answer.status() != 200 && asked < 10; asked++) {
      answer = send(request("/_local/idle").GET());
    }
    answer.expect(200);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
  }

  private Answer send(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    try {
      HttpResponse<String> response =
          http.send(built, BodyHandlers.ofString(StandardCharsets.UTF_8));
      String text = response.body();
      boolean json = text.startsWith("{") || text.startsWith("[");
      return new Answer(
          response.statusCode(),
          json ? Json.MAPPER.readTree(text) : Json.MAPPER.getNodeFactory().textNode(text));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no answer to %s %s: %s".formatted(built.method(), built.uri(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
