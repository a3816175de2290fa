package services.dataminer.points.localcloud;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import services.dataminer.points.localcloud.LocalOptions.Start;

/// How processes of functions start, and how they get the credentials of their roles: restored from
/// a snapshot, as SnapStart does, or cold.
final class FunctionStart implements AutoCloseable {
  /// What a cold start is given for as long as it lives.
  private static final Duration COLD_TERM = Duration.ofHours(12);

  private final Start how;
  private final IssuedCredentials issued = new IssuedCredentials(InstantSource.system());
  private final Optional<CredentialsEndpoint> endpoint;
  private final Set<String> askedBeforeSnapshot = ConcurrentHashMap.newKeySet();

  FunctionStart(Start how) {
    this.how = how;
    endpoint = how == Start.COLD ? Optional.empty() : Optional.of(new CredentialsEndpoint(issued));
  }

  IssuedCredentials issued() {
    return issued;
  }

  /// The variables of a new process. A restored one has no key in its environment, but the address
  /// where it gets keys that change.
  Map<String, String> environment(String function) {
    Map<String, String> environment = new HashMap<>();
    if (endpoint.isPresent()) {
      environment.putAll(endpoint.get().environment(function));
      environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
      environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    } else {
      var keys = issued.issue(function, COLD_TERM).keys();
      environment.put("AWS_ACCESS_KEY_ID", keys.accessKeyId());
      environment.put("AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
      environment.put("AWS_SESSION_TOKEN", keys.sessionToken());
      environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
      environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    }
    rounds().ifPresent(rounds -> environment.put("POINTS_PRIMING_ROUNDS", rounds));
    return environment;
  }

  /// Notes whether a function whose snapshot is taken was given credentials already.
  void noteSnapshot(String function) {
    if (issued.isIssuedTo(function)) {
      askedBeforeSnapshot.add(function);
    }
  }

  /// Whether a function had credentials when a snapshot of it was taken.
  boolean hasAskedBeforeSnapshot(String function) {
    return askedBeforeSnapshot.contains(function);
  }

  /// How often each event of the priming runs; empty for as often as on AWS.
  private Optional<String> rounds() {
    return switch (how) {
      case COLD, RESTORED -> Optional.of("0");
      case PRIMED_ONCE -> Optional.of("1");
      case PRIMED -> Optional.empty();
    };
  }

  @Override
  public void close() {
    endpoint.ifPresent(CredentialsEndpoint::close);
  }
}
