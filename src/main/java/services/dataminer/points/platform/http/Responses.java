package services.dataminer.points.platform.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import services.dataminer.points.platform.json.Json;

/// Responses to HTTP calls. Caches must not store them: most contain personal data.
public final class Responses {

  private static final String CONTENT_TYPE = "content-type";

  private Responses() {}

  /// 200 with a body.
  public static APIGatewayV2HTTPResponse ok(Object body) {
    return json(200, body);
  }

  /// 201: stored, and new.
  public static APIGatewayV2HTTPResponse created(Object body) {
    return json(201, body);
  }

  /// 202: stored, and worked on later.
  public static APIGatewayV2HTTPResponse accepted(Object body) {
    return json(202, body);
  }

  /// 204.
  public static APIGatewayV2HTTPResponse noContent() {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(204)
        .withHeaders(SafeHeaders.uncached())
        .build();
  }

  /// 303: go on there, by GET.
  ///
  /// @param location a path of this site, or an address
  /// @param cookies to be kept by the browser, each as in `Set-Cookie`
  public static APIGatewayV2HTTPResponse seeOther(String location, List<String> cookies) {
    Map<String, String> headers = SafeHeaders.uncached();
    headers.put("location", location);
    headers.put("referrer-policy", "no-referrer");
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(303)
        .withHeaders(headers)
        .withCookies(cookies)
        .build();
  }

  /// 200 with text of another media type, such as `text/csv`.
  public static APIGatewayV2HTTPResponse text(String mediaType, String body) {
    return answer(200, mediaType + "; charset=utf-8", body, Map.of());
  }

  /// A problem, as `application/problem+json`.
  public static APIGatewayV2HTTPResponse problem(Problem problem) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", problem.type().uri());
    body.put("title", problem.type().title());
    body.put("status", problem.type().status());
    body.put("detail", problem.detail());
    if (!problem.errors().isEmpty()) {
      body.put("errors", problem.errors());
    }
    return answer(
        problem.type().status(), "application/problem+json", write(body), problem.headers());
  }

  private static APIGatewayV2HTTPResponse json(int status, Object body) {
    return answer(status, "application/json", write(body), Map.of());
  }

  private static APIGatewayV2HTTPResponse answer(
      int status, String contentType, String body, Map<String, String> more) {
    Map<String, String> headers = SafeHeaders.uncached();
    headers.put(CONTENT_TYPE, contentType);
    headers.putAll(more);
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(headers)
        .withBody(body)
        .build();
  }

  private static String write(Object body) {
    try {
      return Json.MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the response as JSON", e);
    }
  }
}
