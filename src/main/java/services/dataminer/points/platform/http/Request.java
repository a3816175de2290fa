package services.dataminer.points.platform.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An HTTP call as API Gateway hands it over (HTTP API, payload format 2.0), without its nulls.
public final class Request {

  private static final String JSON = "application/json";

  private final APIGatewayV2HTTPEvent event;

  private Request(APIGatewayV2HTTPEvent event) {
    this.event = event;
  }

  public static Request of(APIGatewayV2HTTPEvent event) {
    return new Request(Objects.requireNonNull(event, "the function was called without an event"));
  }

  /// The route that matched, such as `PUT /v1/partners/{id}`; empty when called by other than API
  /// Gateway.
  public String routeKey() {
    return Objects.requireNonNullElse(event.getRouteKey(), "");
  }

  /// The path as it was sent; empty when called by other than API Gateway.
  public String path() {
    return Objects.requireNonNullElse(event.getRawPath(), "");
  }

  /// The path and the query, as they were sent.
  public String target() {
    String query = Objects.requireNonNullElse(event.getRawQueryString(), "");
    return query.isEmpty() ? path() : path() + "?" + query;
  }

  /// When API Gateway took the call: the "now" of this request. The epoch where it does not say.
  public Instant receivedAt() {
    return context().map(c -> Instant.ofEpochMilli(c.getTimeEpoch())).orElse(Instant.EPOCH);
  }

  /// A header, whatever the case of its name. Several of one name are one, separated by commas.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers().get(name.toLowerCase(Locale.ROOT)));
  }

  /// A cookie's value; the first, if the browser sends several of one name.
  public Optional<String> cookie(String name) {
    List<String> sent =
        event.getCookies() != null
            ? event.getCookies()
            : header("cookie").map(line -> List.of(line.split(";"))).orElse(List.of());
    String start = name + "=";
    return sent.stream()
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(start))
        .map(cookie -> cookie.substring(start.length()))
        .findFirst();
  }

  /// Where the caller reached this site, such as `https://points.example`: by the gateway's word.
  public String origin() {
    String scheme = header("x-forwarded-proto").orElse("https").equals("http") ? "http" : "https";
    return scheme + "://" + header("host").orElse("");
  }

  /// All headers, by lower-case name.
  public Map<String, String> headers() {
    return orEmpty(event.getHeaders()).entrySet().stream()
        .filter(header -> header.getValue() != null)
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                Map.Entry::getValue,
                (one, _) -> one));
  }

  /// A part of the path, decoded.
  ///
  /// @throws IllegalArgumentException if the route has no such part, which is a bug
  public String pathParameter(String name) {
    String value = orEmpty(event.getPathParameters()).get(name);
    if (value == null) {
      throw new IllegalArgumentException("route " + routeKey() + " has no {" + name + "}");
    }
    return value;
  }

  /// A parameter of the query, decoded. Several of one name are one, separated by commas.
  public Optional<String> query(String name) {
    return Optional.ofNullable(orEmpty(event.getQueryStringParameters()).get(name));
  }

  /// A parameter of the query that is true or false; false where it is left out.
  ///
  /// @throws ProblemException 422 if it is neither
  public boolean flag(String name) {
    return switch (query(name).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Problem.invalidField(name, "must be true or false").asException();
    };
  }

  /// The names of all parameters of the query.
  public Set<String> queryNames() {
    return orEmpty(event.getQueryStringParameters()).keySet();
  }

  /// A claim of the token that API Gateway checked.
  public Optional<String> claim(String name) {
    return token().map(jwt -> orEmpty(jwt.getClaims()).get(name));
  }

  /// The scopes of the token that API Gateway checked: those the route asked for, and those of its
  /// `scope` and `scp` claims.
  public Set<String> scopes() {
    List<String> granted =
        token().map(Authorizer.JWT::getScopes).filter(Objects::nonNull).orElse(List.of());
    String claimed = claim("scope").orElse("") + " " + claim("scp").orElse("");
    return Stream.concat(granted.stream(), scopes(claimed).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The scopes in the text of a claim, which separates them by spaces or is an array.
  public static Set<String> scopes(String claim) {
    return Arrays.stream(claim.split("[\\s,\\[\\]\"]+"))
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The body's bytes as they were sent; none where there is no body.
  ///
  /// @throws ProblemException 413 if there are more of them than `limitBytes`, 400 if API Gateway's
  ///   base64 is broken
  public byte[] body(int limitBytes) {
    String body = Objects.requireNonNullElse(event.getBody(), "");
    // Base64 takes four characters for three bytes; what is far too long is not even decoded.
    int leastBytes = event.getIsBase64Encoded() ? body.length() / 4 * 3 - 2 : body.length();
    if (leastBytes > limitBytes) {
      throw Problem.bodyTooLarge(limitBytes).asException();
    }
    byte[] bytes =
        event.getIsBase64Encoded() ? decoded(body) : body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > limitBytes) {
      throw Problem.bodyTooLarge(limitBytes).asException();
    }
    return bytes;
  }

  /// The content type without its parameters, in lower case; empty where there is none.
  public String mediaType() {
    return mediaType(header("content-type").orElse(""));
  }

  /// A content type without its parameters, in lower case.
  public static String mediaType(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /// Whether the caller asks by name for an answer of this media type.
  public boolean accepts(String mediaType) {
    return Arrays.stream(header("accept").orElse("").toLowerCase(Locale.ROOT).split(","))
        .map(range -> range.replace(" ", ""))
        .map(range -> List.of(range.split(";")))
        .filter(range -> range.stream().skip(1).noneMatch(part -> part.matches("q=0(\\.0*)?")))
        .anyMatch(range -> range.getFirst().equals(mediaType));
  }

  /// Refuses a body of another media type.
  ///
  /// @throws ProblemException 415
  public void requireMediaType(String... taken) {
    if (!List.of(taken).contains(mediaType())) {
      throw Problem.unsupportedMediaType(List.of(taken)).asException();
    }
  }

  /// The body as a JSON object.
  ///
  /// @throws ProblemException 413 if it is larger than `limitBytes`, 415 if it is not
  ///   `application/json`, 400 if it is no JSON object
  public ObjectNode json(int limitBytes) {
    byte[] body = body(limitBytes);
    requireMediaType(JSON);
    return JsonBody.object(body);
  }

  private static byte[] decoded(String body) {
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException _) {
      throw Problem.malformedBody("The body is marked as base64 but is not valid base64.")
          .asException();
    }
  }

  private Optional<RequestContext> context() {
    return Optional.ofNullable(event.getRequestContext());
  }

  private Optional<Authorizer.JWT> token() {
    return context().map(RequestContext::getAuthorizer).map(Authorizer::getJwt);
  }

  private static Map<String, String> orEmpty(Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
