package services.dataminer.points.functions.priming;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.functions.wiring.FunctionEntry;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.platform.log.CallIds;
import services.dataminer.points.platform.log.FailureText;
import services.dataminer.points.platform.log.QuietLog;
import services.dataminer.points.platform.priming.PrimableCredentials;
import services.dataminer.points.platform.priming.Priming;
import services.dataminer.points.platform.secrets.KeptSecrets;

/// Runs the function's own events before Lambda takes the snapshot, so that the first call after a
/// restore finds classes loaded and code compiled. Nothing leaves the process: AWS's answers are
/// canned. Why, and what is measured: `docs/decisions/0025-primed-snapshots.md`.
@Startup
@Singleton
public class PrimeBeforeSnapshot implements Resource {

  private static final Logger LOG = Logger.getLogger(PrimeBeforeSnapshot.class);

  /// Lambda gives the start of a version 130 s, with the hooks.
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final String TRACE_OF_NOBODY =
      "Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0";

  private final KeptSecrets secrets;
  private final PrimableCredentials credentials;
  private final PointsConfig.Access access;
  private final String function;
  private final int rounds;

  PrimeBeforeSnapshot(
      KeptSecrets secrets,
      PrimableCredentials credentials,
      PointsConfig config,
      @ConfigProperty(name = "quarkus.funqy.export") String function) {
    this.secrets = secrets;
    this.credentials = credentials;
    this.access = config.access();
    this.function = function;
    this.rounds = config.priming().rounds();
    Core.getGlobalContext().register(this);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    if (rounds == 0) {
      return;
    }
    long from = System.nanoTime();
    try {
      JsonNode events = PrimingFile.events(function, access);
      try (var world = new CannedWorld();
          var _ = new QuietLog()) {
        Priming.with(world, () -> run(events, world));
      }
      LOG.infof("primed %s in %d ms", function, since(from).toMillis());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      // A cold function is better than none.
      LOG.errorf("%s is not primed: %s", function, FailureText.of(e));
    } finally {
      secrets.forget();
    }
  }

  /// Gets what no snapshot may hold, so that the first event finds it. Whatever goes wrong here
  /// goes wrong again there, and is reported.
  @Override
  public void afterRestore(Context<? extends Resource> context) {
    try {
      credentials.resolveCredentials();
      secrets.readForgotten();
    } catch (RuntimeException e) {
      LOG.warnf("%s begins without credentials: %s", function, FailureText.of(e));
    }
  }

  private void run(JsonNode events, CannedWorld world) {
    System.setProperty(CallIds.TRACE_HEADER, TRACE_OF_NOBODY);
    try {
      runEach(events, world);
    } finally {
      System.clearProperty(CallIds.TRACE_HEADER);
    }
  }

  private void runEach(JsonNode events, CannedWorld world) {
    var entry = new FunctionEntry();
    long from = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      if (since(from).compareTo(LONGEST) > 0) {
        LOG.warnf("%s is primed by %d rounds of %d: it took too long", function, round, rounds);
        return;
      }
      // A first event has neither credentials nor secrets.
      PrimableCredentials.prime(world.credentials());
      secrets.forget();
      for (JsonNode event : events) {
        requireSuccess(event, response(entry, event));
      }
    }
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }

  private static byte[] response(FunctionEntry entry, JsonNode event) {
    var response = new ByteArrayOutputStream();
    try {
      entry.handleRequest(
          new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), response, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return response.toByteArray();
  }

  private static void requireSuccess(JsonNode event, byte[] response) {
    JsonNode answer;
    try {
      answer = Json.MAPPER.readTree(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (answer.path("statusCode").asInt(200) >= 400
        || !answer.path("batchItemFailures").isEmpty()) {
      throw new IllegalStateException("%s is answered %s".formatted(event, answer));
    }
  }
}
