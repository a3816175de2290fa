package services.dataminer.points.localcloud;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The tracing header that goes with an event through functions and queues. Lambda counts in it how
/// often the chain of requests has come to each function.
/// https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
///
/// @param lineage the invocations so far, by the function's name
record TraceHeader(String root, Map<String, Integer> lineage) {
  /// The HTTP header of calls to services.
  static final String HTTP = "X-Amzn-Trace-Id";

  /// Lambda invokes a function about 16 times in one chain of requests.
  static final int MOST_INVOCATIONS = 16;

  private static final Pattern ROOT = Pattern.compile("Root=([^;]+)");
  private static final Pattern LINEAGE = Pattern.compile("Lineage=([^;]+)");

  TraceHeader {
    lineage = Map.copyOf(lineage);
  }

  /// Of an event that no function caused.
  static TraceHeader start() {
    String random = UUID.randomUUID().toString().replace("-", "");
    return new TraceHeader(
        "1-%08x-%s".formatted(Instant.now().getEpochSecond(), random.substring(0, 24)), Map.of());
  }

  /// The header as it was received.
  static TraceHeader of(String header) {
    Matcher root = ROOT.matcher(header);
    Matcher lineage = LINEAGE.matcher(header);
    return new TraceHeader(
        root.find() ? root.group(1) : start().root,
        lineage.find()
            ? Arrays.stream(lineage.group(1).split("\\|"))
                .map(count -> count.split(":"))
                .collect(Collectors.toMap(count -> count[0], count -> Integer.valueOf(count[1])))
            : Map.of());
  }

  /// How often the chain has come to the function.
  int invocations(String function) {
    return lineage.getOrDefault(function, 0);
  }

  /// The header of the function's next invocation and of what it sends.
  TraceHeader into(String function) {
    Map<String, Integer> next = new TreeMap<>(lineage);
    next.merge(function, 1, Integer::sum);
    return new TraceHeader(root, next);
  }

  /// As it is sent.
  String text() {
    String parent = UUID.randomUUID().toString().replace("-", "").substring(16);
    String counts =
        new TreeMap<>(lineage)
            .entrySet().stream()
                .map(count -> count.getKey() + ":" + count.getValue())
                .collect(Collectors.joining("|"));
    return "Root=" + root + ";Parent=" + parent + ";Sampled=0;Lineage=" + counts;
  }
}
