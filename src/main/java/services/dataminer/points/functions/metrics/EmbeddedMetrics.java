package services.dataminer.points.functions.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.platform.priming.Priming;

/// Counts by lines in the log that CloudWatch takes for metrics (Embedded Metric Format). Such a
/// line must be the whole line, so it goes past the logger.
@Singleton
public class EmbeddedMetrics implements Metrics {

  private static final String NAMESPACE = "DevOpsPoints";
  private static final String DIMENSION = "FunctionName";

  private final String function;
  private final PrintStream log;
  private final Clock clock;

  /// @param function the name it is deployed under, which distinguishes stages
  @Inject
  public EmbeddedMetrics(
      @ConfigProperty(name = "aws.lambda.function.name") Optional<String> function) {
    this(function.orElse("local"), System.out, Clock.systemUTC());
  }

  EmbeddedMetrics(String function, PrintStream log, Clock clock) {
    this.function = function;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void count(Metric metric, long value, Map<String, String> about) {
    if (Priming.isUnderWay()) {
      return;
    }
    var definition =
        Map.of(
            "Namespace",
            NAMESPACE,
            "Dimensions",
            List.of(List.of(DIMENSION)),
            "Metrics",
            List.of(Map.of("Name", metric.label(), "Unit", "Count")));
    var line = Json.MAPPER.createObjectNode();
    line.putObject("_aws")
        .put("Timestamp", clock.millis())
        .putPOJO("CloudWatchMetrics", List.of(definition));
    line.put(DIMENSION, function).put(metric.label(), value);
    about.forEach(line::put);
    try {
      String text = Json.MAPPER.writeValueAsString(line) + "\n";
      // One write, so that no other thread's line comes in between.
      log.print(text);
      log.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the metric as JSON", e);
    }
  }
}
