package services.dataminer.points.functions.lms;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A request of a learning management system as API Gateway passes it on, changed step by step from
/// one that is right.
final class LmsRequest {

  static final Instant RECEIVED_AT = Instant.parse("2026-09-01T10:00:00Z");

  private final String method;
  private final String path;
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, String> query = new HashMap<>();
  private String body;
  private boolean base64;

  private LmsRequest(String method, String path) {
    this.method = method;
    this.path = path;
    credentials("moodle", "moodle-secret");
    headers.put("x-experience-api-version", "1.0.3");
  }

  static LmsRequest post(String json) {
    return new LmsRequest("POST", "/xapi/statements").json(json);
  }

  static LmsRequest multipart(String body) {
    return post(body).header("content-type", Multipart.CONTENT_TYPE).inBase64();
  }

  /// A call all in a form, as those make it that can set no headers.
  static LmsRequest form(String method, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return post(form)
        .query("method", method)
        .header("content-type", "application/x-www-form-urlencoded")
        .inBase64();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static LmsRequest put(String id, String json) {
    return new LmsRequest("PUT", "/xapi/statements").query("statementId", id).json(json);
  }

  static LmsRequest about() {
    return new LmsRequest("GET", "/xapi/about");
  }

  private LmsRequest json(String json) {
    body = json;
    headers.put("content-type", "application/json");
    return this;
  }

  LmsRequest credentials(String user, String secret) {
    String pair = user + ":" + secret;
    return header(
        "authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  LmsRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  LmsRequest without(String name) {
    headers.remove(name);
    return this;
  }

  LmsRequest query(String name, String value) {
    query.put(name, value);
    return this;
  }

  LmsRequest inBase64() {
    body = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
    base64 = true;
    return this;
  }

  APIGatewayV2HTTPEvent event() {
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey(method + " " + path)
        .withRawPath(path)
        .withQueryStringParameters(query.isEmpty() ? null : query)
        .withHeaders(headers)
        .withBody(body)
        .withIsBase64Encoded(base64)
        .withRequestContext(
            RequestContext.builder().withTimeEpoch(RECEIVED_AT.toEpochMilli()).build())
        .build();
  }
}
