package services.dataminer.points.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A call as API Gateway passes it on, changed step by step from an administrator's.
public final class HttpCall {

  private final String method;
  private final String path;
  private final Map<String, String> claims = new HashMap<>(Map.of("sub", "grace"));
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, String> query = new HashMap<>();
  private List<String> scopes = List.of("points:admin");
  private Instant receivedAt = Instant.parse("2026-09-01T10:00:00Z");
  private String body;

  private HttpCall(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /// @param path decoded, its third part the `{id}` of the route: `/v1/partners/acme`
  public static HttpCall of(String method, String path) {
    return new HttpCall(method, path);
  }

  public HttpCall json(String content) {
    body = content;
    headers.put("content-type", "application/json");
    return this;
  }

  public HttpCall header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public HttpCall query(String name, String value) {
    query.put(name, value);
    return this;
  }

  public HttpCall scopes(String... granted) {
    scopes = List.of(granted);
    return this;
  }

  /// Who calls; null for a token that does not say.
  public HttpCall by(String caller) {
    if (caller == null) {
      claims.remove("sub");
    } else {
      claims.put("sub", caller);
    }
    return this;
  }

  public HttpCall at(String instant) {
    receivedAt = Instant.parse(instant);
    return this;
  }

  public APIGatewayV2HTTPEvent event() {
    String[] parts = path.split("/", 5);
    boolean named = parts.length > 3 && !path.equals("/v1/courses/missing");
    String rest = parts.length > 4 ? "/" + parts[4] : "";
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey(method + " " + (named ? "/v1/" + parts[2] + "/{id}" + rest : path))
        .withRawPath(path)
        .withPathParameters(named ? Map.of("id", parts[3]) : null)
        .withQueryStringParameters(query.isEmpty() ? null : query)
        .withHeaders(headers)
        .withBody(body)
        .withRequestContext(context())
        .build();
  }

  private RequestContext context() {
    var jwt = new Authorizer.JWT();
    jwt.setClaims(claims);
    jwt.setScopes(scopes);
    var authorizer = new Authorizer();
    authorizer.setJwt(jwt);
    return RequestContext.builder()
        .withTimeEpoch(receivedAt.toEpochMilli())
        .withAuthorizer(authorizer)
        .build();
  }
}
