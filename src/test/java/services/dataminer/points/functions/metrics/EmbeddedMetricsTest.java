package services.dataminer.points.functions.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.platform.priming.CannedAnswers;
import services.dataminer.points.platform.priming.Priming;

class EmbeddedMetricsTest {

  private static final CannedAnswers NOBODY =
      new CannedAnswers() {
        @Override
        public URI aws() {
          throw new IllegalArgumentException("nobody is asked");
        }

        @Override
        public String to(HttpRequest request) {
          throw new IllegalArgumentException("nobody is asked");
        }
      };

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Metrics metrics =
      new EmbeddedMetrics(
          "devops-points-prod-dojo-transfer",
          new PrintStream(log, false, StandardCharsets.UTF_8),
          Clock.fixed(Instant.ofEpochMilli(1_789_434_000_123L), ZoneOffset.UTC));

  @Test
  void A_metric_is_one_whole_line_that_CloudWatch_understands() throws JsonProcessingException {
    metrics.count(Metric.TRANSFERS_OVERDUE, 3, Map.of("memberId", "ada"));

    String text = log.toString(StandardCharsets.UTF_8);
    assertThat(text).endsWith("}\n").hasLineCount(1);
    JsonNode line = Json.MAPPER.readTree(text);
    assertThat(line)
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"_aws":{"Timestamp":1789434000123,"CloudWatchMetrics":[
                  {"Namespace":"DevOpsPoints","Dimensions":[["FunctionName"]],
                   "Metrics":[{"Name":"TransfersOverdue","Unit":"Count"}]}]},
                 "FunctionName":"devops-points-prod-dojo-transfer","TransfersOverdue":3,"memberId":"ada"}
                """));
  }

  @Test
  void A_function_that_is_primed_counts_nothing() {
    Priming.with(NOBODY, () -> metrics.count(Metric.TRANSFERS_OVERDUE, 3, Map.of()));

    assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
