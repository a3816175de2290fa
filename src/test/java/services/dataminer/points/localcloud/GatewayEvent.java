package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// A request as an HTTP API passes it on to a function, payload format 2.0.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
final class GatewayEvent {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

  /// The only content types besides `text/*` whose bodies are passed on as text, as tried by others
  /// against AWS: `application/cloudevents+json` and a missing content type are not among them.
  private static final Set<String> TEXT_TYPES =
      Set.of("application/json", "application/javascript", "application/xml");

  private GatewayEvent() {}

  static ObjectNode of(
      HttpExchange exchange,
      byte[] body,
      RouteTable.Match match,
      Optional<LocalTokens.Caller> caller) {
    Map<String, String> headers = headers(exchange);
    String rawQuery = exchange.getRequestURI().getRawQuery();
    // HTTP APIs pass the path on decoded, whatever its name says.
    String path = Query.decodePath(exchange.getRequestURI().getRawPath());
    ObjectNode event =
        Json.object()
            .put("version", "2.0")
            .put("routeKey", match.route().key())
            .put("rawPath", path)
            .put("rawQueryString", rawQuery == null ? "" : rawQuery);
    List<String> cookies = cookies(exchange);
    if (!cookies.isEmpty()) {
      ArrayNode list = event.putArray("cookies");
      cookies.forEach(list::add);
    }
    putAll(event.putObject("headers"), headers);
    putUnlessEmpty(event, "queryStringParameters", Query.parameters(rawQuery));
    event.set("requestContext", context(exchange, path, match, caller, headers));
    putUnlessEmpty(event, "pathParameters", match.pathParameters());
    putBody(event, headers.getOrDefault("content-type", ""), body);
    return event;
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("Cookie")) {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
              }
            });
    headers.put("x-forwarded-for", sourceIp(exchange));
    headers.put("x-forwarded-proto", "http");
    headers.put("x-forwarded-port", String.valueOf(exchange.getLocalAddress().getPort()));
    return headers;
  }

  private static List<String> cookies(HttpExchange exchange) {
    List<String> cookies = new ArrayList<>();
    for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      cookies.addAll(List.of(header.split("; *")));
    }
    return cookies;
  }

  private static ObjectNode context(
      HttpExchange exchange,
      String path,
      RouteTable.Match match,
      Optional<LocalTokens.Caller> caller,
      Map<String, String> headers) {
    Instant now = Instant.now();
    ObjectNode context =
        Json.object()
            .put("accountId", LocalAccount.ID)
            .put("apiId", "local")
            .put("domainName", "localhost")
            .put("domainPrefix", "localhost")
            .put("requestId", UUID.randomUUID().toString())
            .put("routeKey", match.route().key())
            .put("stage", "$default")
            .put("time", TIME.format(now.atOffset(ZoneOffset.UTC)))
            .put("timeEpoch", now.toEpochMilli());
    context
        .putObject("http")
        .put("method", exchange.getRequestMethod())
        .put("path", path)
        .put("protocol", exchange.getProtocol())
        .put("sourceIp", sourceIp(exchange))
        .put("userAgent", headers.getOrDefault("user-agent", ""));
    caller.ifPresent(known -> context.set("authorizer", authorizer(known, match.route())));
    return context;
  }

  private static ObjectNode authorizer(LocalTokens.Caller caller, Route route) {
    ObjectNode jwt = Json.object();
    putAll(jwt.putObject("claims"), caller.claims());
    // API Gateway names scopes only on a route that asks for some; elsewhere only the claim has
    // them.
    List<String> asked = route.authorization().map(Route.Authorization::scopes).orElse(List.of());
    if (asked.isEmpty()) {
      jwt.putNull("scopes");
    } else {
      ArrayNode scopes = jwt.putArray("scopes");
      caller.scopes().stream().filter(asked::contains).forEach(scopes::add);
    }
    ObjectNode authorizer = Json.object();
    authorizer.set("jwt", jwt);
    return authorizer;
  }

  private static void putBody(ObjectNode event, String contentType, byte[] body) {
    Optional<String> text = isText(contentType) ? utf8(body) : Optional.empty();
    if (body.length > 0) {
      event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
    }
    event.put("isBase64Encoded", body.length > 0 && text.isEmpty());
  }

  private static boolean isText(String contentType) {
    String type = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT_TYPES.contains(type);
  }

  private static Optional<String> utf8(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static String sourceIp(HttpExchange exchange) {
    return exchange.getRemoteAddress().getAddress().getHostAddress();
  }

  private static void putUnlessEmpty(ObjectNode event, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      putAll(event.putObject(name), values);
    }
  }

  private static void putAll(ObjectNode target, Map<String, String> values) {
    values.forEach(target::put);
  }
}
