package services.dataminer.points.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A call as bytes, for fuzzing: `METHOD /path?query`, headers, an empty line, and the body. Lines
/// end with a line feed.
///
/// @param target path and query, as sent
/// @param headers by lower-case name
public record WireCall(String method, String target, Map<String, String> headers, byte[] body) {

  /// Takes all bytes for a call, somehow.
  public static WireCall of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    int bodyAt = end < 0 ? bytes.length : end + 2;
    String head = new String(bytes, 0, end < 0 ? bytes.length : end, StandardCharsets.UTF_8);
    String[] lines = head.split("\n", -1);
    String[] first = lines[0].split(" ", 2);
    var headers = new HashMap<String, String>();
    Arrays.stream(lines)
        .skip(1)
        .map(line -> line.split(":", 2))
        .filter(header -> header.length == 2)
        .forEach(
            it ->
                headers.merge(
                    it[0].toLowerCase(Locale.ROOT), it[1].strip(), (a, b) -> a + "," + b));
    return new WireCall(
        first[0],
        first.length == 2 ? first[1] : "",
        headers,
        Arrays.copyOfRange(bytes, bodyAt, bytes.length));
  }

  /// The event that API Gateway makes of this call.
  ///
  /// @param routes such as `PUT /v1/partners/{id}`; the first one that fits is called
  /// @param caller the token's subject
  /// @param scopes of the token
  /// @return empty where API Gateway refuses the call
  public Optional<APIGatewayV2HTTPEvent> event(
      List<String> routes, String caller, Instant receivedAt, String... scopes) {
    String[] parts = target.split("\\?", 2);
    return routes.stream()
        .filter(route -> route.startsWith(method + " "))
        .flatMap(route -> at(route, parts[0]).stream())
        .findFirst()
        .flatMap(event -> queried(event, parts.length == 2 ? parts[1] : ""))
        .map(
            event -> {
              event.setHeaders(headers);
              event.setBody(body.length == 0 ? null : Base64.getEncoder().encodeToString(body));
              event.setIsBase64Encoded(body.length > 0);
              event.setRequestContext(context(caller, receivedAt, scopes));
              return event;
            });
  }

  private static Optional<APIGatewayV2HTTPEvent> at(String route, String path) {
    String[] wanted = route.split(" ", 2)[1].split("/", -1);
    String[] sent = path.split("/", -1);
    if (wanted.length != sent.length) {
      return Optional.empty();
    }
    var parameters = new HashMap<String, String>();
    for (int i = 0; i < wanted.length; i++) {
      Optional<String> part = decoded(sent[i].replace("+", "%2B"));
      if (part.isPresent() && wanted[i].startsWith("{") && !sent[i].isEmpty()) {
        parameters.put(wanted[i].substring(1, wanted[i].length() - 1), part.get());
      } else if (!part.equals(Optional.of(wanted[i]))) {
        return Optional.empty();
      }
    }
    return Optional.of(
        APIGatewayV2HTTPEvent.builder()
            .withRouteKey(route)
            .withRawPath(path)
            .withPathParameters(parameters.isEmpty() ? null : parameters)
            .build());
  }

  private static Optional<APIGatewayV2HTTPEvent> queried(APIGatewayV2HTTPEvent event, String raw) {
    var query = new HashMap<String, String>();
    for (String pair : raw.isEmpty() ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      Optional<String> name = decoded(parts[0]);
      Optional<String> value = decoded(parts.length == 2 ? parts[1] : "");
      if (name.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      query.merge(name.get(), value.get(), (one, other) -> one + "," + other);
    }
    event.setRawQueryString(raw);
    event.setQueryStringParameters(query.isEmpty() ? null : query);
    return Optional.of(event);
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static RequestContext context(String caller, Instant receivedAt, String... scopes) {
    var jwt = new Authorizer.JWT();
    jwt.setClaims(Map.of("sub", caller));
    jwt.setScopes(List.of(scopes));
    var authorizer = new Authorizer();
    authorizer.setJwt(jwt);
    return RequestContext.builder()
        .withTimeEpoch(receivedAt.toEpochMilli())
        .withAuthorizer(authorizer)
        .build();
  }
}
