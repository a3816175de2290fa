package services.dataminer.points.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Two pieces of work, done in turns within one run, so that whatever else the machine does meets
/// both alike. Ratios are taken turn by turn: they say something where durations do not.
record Alternation(double[] first, double[] second, double[] firstCpu, double[] secondCpu) {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double NANOS_IN_MILLISECOND = 1e6;

  /// A piece of work that may need something before it, which is not measured.
  record Work(Runnable before, Runnable measured) {}

  static Alternation of(int turns, Runnable first, Runnable second) {
    return of(turns, turns, new Work(() -> {}, first), new Work(() -> {}, second));
  }

  /// @param turns how often each is done
  /// @param warm how often each is done before that, not counted
  static Alternation of(int turns, int warm, Work first, Work second) {
    var all = new double[4][turns];
    for (int turn = -warm; turn < turns; turn++) {
      double[] a = measured(first);
      double[] b = measured(second);
      if (turn >= 0) {
        all[0][turn] = a[0];
        all[1][turn] = b[0];
        all[2][turn] = a[1];
        all[3][turn] = b[1];
      }
    }
    return new Alternation(all[0], all[1], all[2], all[3]);
  }

  private static double[] measured(Work work) {
    work.before().run();
    long cpu = THREADS.getCurrentThreadCpuTime();
    long from = System.nanoTime();
    work.measured().run();
    return new double[] {
      (System.nanoTime() - from) / NANOS_IN_MILLISECOND,
      (THREADS.getCurrentThreadCpuTime() - cpu) / NANOS_IN_MILLISECOND
    };
  }

  /// The median of the ratios of the first to the second, with the middle half of them.
  String ratio() {
    double[] ratios =
        IntStream.range(0, first.length).mapToDouble(i -> first[i] / second[i]).toArray();
    return String.format(
        Locale.ROOT,
        "**%.2f** (%.2f to %.2f)",
        quantile(ratios, 0.5),
        quantile(ratios, 0.25),
        quantile(ratios, 0.75));
  }

  /// The first's quantile, divided by the second's.
  double ratioAt(double quantile) {
    return quantile(first, quantile) / quantile(second, quantile);
  }

  /// Medians of the durations, in milliseconds.
  String milliseconds() {
    return String.format(
        Locale.ROOT, "%.1f against %.1f ms", quantile(first, 0.5), quantile(second, 0.5));
  }

  /// Medians of the processor time of the calling thread, in milliseconds.
  String cpuMilliseconds() {
    return String.format(
        Locale.ROOT, "%.2f against %.2f ms", quantile(firstCpu, 0.5), quantile(secondCpu, 0.5));
  }

  double firstMedian() {
    return quantile(first, 0.5);
  }

  double firstCpuMedian() {
    return quantile(firstCpu, 0.5);
  }

  static double quantile(double[] values, double quantile) {
    List<Double> sorted = new ArrayList<>(Arrays.stream(values).boxed().sorted().toList());
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(quantile * sorted.size())));
  }
}
