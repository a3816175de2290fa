package services.dataminer.points.application.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts for a test to look at.
public final class CountedMetrics implements Metrics {

  private final Map<Metric, Long> counts = new ConcurrentHashMap<>();

  @Override
  public void count(Metric metric, long value, Map<String, String> about) {
    counts.merge(metric, value, Long::sum);
  }

  /// What was counted; nothing for what was not.
  public Map<Metric, Long> counts() {
    return Map.copyOf(counts);
  }
}
