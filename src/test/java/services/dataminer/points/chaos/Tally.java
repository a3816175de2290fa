package services.dataminer.points.chaos;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what was done to the product, and what came of it.
final class Tally {
  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

  void count(String what) {
    count(what, 1);
  }

  void count(String what, long many) {
    counts.computeIfAbsent(what, _ -> new LongAdder()).add(many);
  }

  /// How much was counted under names that begin like this.
  long sum(String prefix) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().startsWith(prefix))
        .mapToLong(count -> count.getValue().sum())
        .sum();
  }

  /// A line for each name.
  String report() {
    var report = new StringBuilder();
    counts.forEach((what, many) -> report.append("  %,9d  %s%n".formatted(many.sum(), what)));
    return report.toString();
  }
}
