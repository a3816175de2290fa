package services.dataminer.points.functions.pages.session;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import services.dataminer.points.platform.http.Request;

/// A browser that keeps the cookies it is given, and sends them along.
final class Browser {

  static final String HOST = "points.example";

  final Map<String, String> jar = new LinkedHashMap<>();
  private final Map<String, String> headers = new HashMap<>(Map.of("host", HOST));
  private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  Instant now() {
    return now;
  }

  Browser later(Duration duration) {
    now = now.plus(duration);
    return this;
  }

  Browser header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Request get(String path, Map<String, String> query) {
    return Request.of(event("GET " + path).withQueryStringParameters(query).build());
  }

  Request get(String path) {
    return get(path, null);
  }

  Request post(String path, String form) {
    headers.put("content-type", "application/x-www-form-urlencoded");
    return Request.of(event("POST " + path).withBody(form).build());
  }

  /// The value of a cookie that a response sets; empty where the response drops it.
  APIGatewayV2HTTPResponse keep(APIGatewayV2HTTPResponse response) {
    for (String cookie :
        response.getCookies() == null ? List.<String>of() : response.getCookies()) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      if (pair[1].isEmpty()) {
        jar.remove(pair[0]);
      } else {
        jar.put(pair[0], pair[1]);
      }
    }
    return response;
  }

  private APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder event(String routeKey) {
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey(routeKey)
        .withHeaders(Map.copyOf(headers))
        .withCookies(jar.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList())
        .withRequestContext(RequestContext.builder().withTimeEpoch(now.toEpochMilli()).build());
  }
}
