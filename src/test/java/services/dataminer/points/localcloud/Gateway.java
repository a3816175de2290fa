package services.dataminer.points.localcloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// The HTTP API: routes, the JWT authorizer, limits, and functions behind them. Paths below
/// `/_local/` go to the controls of the local cloud.
final class Gateway implements AutoCloseable {
  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final RouteTable routes;
  private final LocalFunctions functions;
  private final LocalTokens tokens;
  private final HttpHandler controls;
  private Optional<LoopbackServer> server = Optional.empty();

  Gateway(RouteTable routes, LocalFunctions functions, HttpHandler controls) {
    this.routes = routes;
    this.functions = functions;
    this.tokens = functions.tokens();
    this.controls = controls;
  }

  /// Answers from now on.
  ///
  /// @param port 0 for a free one
  /// @throws IllegalStateException when the port is taken
  void open(int port) {
    server = Optional.of(LoopbackServer.start(port, this::handle));
  }

  int port() {
    return server.orElseThrow(() -> new IllegalStateException("not open yet")).port();
  }

  @Override
  public void close() {
    server.ifPresent(LoopbackServer::close);
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().startsWith("/_local/")) {
      controls.handle(exchange);
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    Optional<RouteTable.Match> match;
    try {
      match = routes.find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
    } catch (IllegalArgumentException _) {
      GatewayAnswer.message(exchange, 400, "Bad Request");
      return;
    }
    if (match.isEmpty()) {
      GatewayAnswer.message(exchange, 404, "Not Found");
    } else if (body.length > MOST_BYTES) {
      GatewayAnswer.message(exchange, 413, "Request Entity Too Large");
    } else {
      authorize(exchange, body, match.get());
    }
  }

  private void authorize(HttpExchange exchange, byte[] body, RouteTable.Match match)
      throws IOException {
    Optional<Route.Authorization> wanted = match.route().authorization();
    Optional<LocalTokens.Caller> caller =
        wanted.flatMap(_ -> tokens.caller(exchange.getRequestHeaders().getFirst("Authorization")));
    if (wanted.isPresent() && caller.isEmpty()) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      GatewayAnswer.message(exchange, 401, "Unauthorized");
    } else if (wanted.isPresent() && !holdsOne(caller.get(), wanted.get().scopes())) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
      GatewayAnswer.message(exchange, 403, "Forbidden");
    } else {
      invoke(exchange, GatewayEvent.of(exchange, body, match, caller).toString(), match.route());
    }
  }

  private static boolean holdsOne(LocalTokens.Caller caller, List<String> scopes) {
    return scopes.isEmpty() || scopes.stream().anyMatch(caller.scopes()::contains);
  }

  private void invoke(HttpExchange exchange, String event, Route route) throws IOException {
    LambdaFunction function = functions.named(route.function());
    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > RuntimeApi.MOST_BYTES) {
      GatewayAnswer.message(exchange, 413, "Request Entity Too Large");
      return;
    }
    Invocation invocation = new Invocation(bytes);
    Thread.ofVirtual().start(() -> function.invoke(invocation));
    try {
      GatewayAnswer.send(exchange, invocation.resultWithin(LONGEST));
    } catch (TimeoutException _) {
      GatewayAnswer.message(exchange, 503, "Service Unavailable");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
