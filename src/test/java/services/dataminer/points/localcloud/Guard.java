package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Stands before a service and lets through what the policy of the calling function's role allows.
final class Guard implements AutoCloseable {
  private final GuardedService service;
  private final Callers callers;
  private final Function<String, Policy> policies;
  private final HttpRelay relay;
  private final LoopbackServer server;
  private volatile Disturbance disturbance = Disturbance.NONE;

  /// @param address where the service answers everybody
  /// @param policies of functions, by their names
  Guard(GuardedService service, URI address, Callers callers, Function<String, Policy> policies) {
    this.service = service;
    this.callers = callers;
    this.policies = policies;
    relay = new HttpRelay(address);
    server = LoopbackServer.start(0, this::handle);
  }

  int port() {
    return server.port();
  }

  /// Has calls of functions go wrong like this from now on.
  void disturb(Disturbance wanted) {
    disturbance = wanted;
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    SignedCall call = SignedCall.of(exchange, body);
    Optional<GuardedService.Refusal> refusal = refusal(call);
    if (refusal.isPresent()) {
      refuse(exchange, refusal.get());
    } else {
      pass(exchange, call);
    }
  }

  private void pass(HttpExchange exchange, SignedCall call) throws IOException {
    var disturbed = new DisturbedCall(service.name(), call);
    Optional<Disturbance.Mishap> mishap =
        disturbance.next(service.name(), call.operation()).filter(disturbed::permits);
    if (mishap.isPresent() && isOfFunction(call)) {
      disturbed.answer(mishap.get(), exchange, relay, service.body(call));
    } else {
      relay.pass(exchange, service.body(call));
    }
  }

  private boolean isOfFunction(SignedCall call) {
    return callers.of(call, service.name()) instanceof Callers.FunctionRole;
  }

  private Optional<GuardedService.Refusal> refusal(SignedCall call) {
    return switch (callers.of(call, service.name())) {
      case Callers.Stranger stranger -> Optional.of(service.refusal(stranger.problem()));
      case Callers.Operator _ -> Optional.empty();
      case Callers.FunctionRole role -> refusal(call, role.function());
    };
  }

  private Optional<GuardedService.Refusal> refusal(SignedCall call, String function) {
    Policy policy = policies.apply(function);
    JsonNode request = Json.read(call.body()).orElse(Json.object());
    Optional<GuardedService.Refusal> invalid = service.refusal(call.operation(), request);
    if (invalid.isPresent()) {
      return invalid;
    }
    List<Access> accesses = service.accesses(call.operation(), request);
    for (Access access : accesses) {
      Policy.Decision decision = policy.decide(access);
      if (decision != Policy.Decision.ALLOWED) {
        return Optional.of(service.refusal(access, message(function, access, decision)));
      }
    }
    return Optional.empty();
  }

  private static String message(String function, Access access, Policy.Decision decision) {
    return "User: arn:aws:sts::%s:assumed-role/%s-%s/%s is not authorized to perform: %s on resource: %s %s"
        .formatted(
            LocalAccount.ID,
            LocalAccount.STACK,
            function,
            function,
            access.action(),
            access.resource(),
            decision == Policy.Decision.DENIED
                ? "with an explicit deny in an identity-based policy"
                : "because no identity-based policy allows the " + access.action() + " action");
  }

  private static void refuse(HttpExchange exchange, GuardedService.Refusal refusal)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", refusal.contentType());
    if (!refusal.queryError().isEmpty()) {
      exchange.getResponseHeaders().set("x-amzn-query-error", refusal.queryError());
    }
    LoopbackServer.answer(exchange, refusal.status(), refusal.json());
  }
}
