package services.dataminer.points.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a programme of a million members would take, from the units that an award takes here. What
/// is assumed is a constant of this class, and said in `docs/capacity.md`.
final class CapacityModel {

  private static final long MEMBERS = 1_000_000;
  private static final long ENTRIES = 100_000_000;
  private static final double FACTS_A_SECOND = 2_000;
  private static final int MEMBERS_OF_AN_AWARD = 2;

  /// What DynamoDB is assumed to take, in milliseconds.
  private static final double READ = AwardRows.DELAY.toMillis();

  private static final double TRANSACTION = AwardRows.TRANSACTION_DELAY.toMillis();

  /// The same for the SQS call of the way in.
  private static final double SEND = 10;

  private static final int BATCH = 10;
  private static final double PARTITION_UNITS = 1_000;
  private static final double PARTITION_GIGABYTES = 10;
  private static final double MEMORY_GIGABYTES = 1;
  private static final double ENTRIES_OF_A_MEMBER_A_YEAR = 20;

  private final AwardRows.Cost cost;
  private final double bytes;
  private final double cpuMilliseconds;

  CapacityModel(AwardRows awards) {
    cost = AwardRows.cost(MEMBERS_OF_AN_AWARD);
    bytes = awards.bytes(MEMBERS_OF_AN_AWARD);
    awards.warmUp();
    cpuMilliseconds = awards.againstPlainLoop(101).firstCpuMedian();
  }

  Map<String, String> tables() throws IOException {
    var tables = new LinkedHashMap<String, String>();
    tables.put("units", units());
    tables.put("peak", peak());
    tables.put("nights", NightModel.table());
    tables.put("money", money());
    return tables;
  }

  private String units() {
    return "| of an award to two members | measured |\n|---|---|\n"
        + line("requests to DynamoDB", "%.0f", cost.requests())
        + line("write units, index included", "%.0f", cost.writeUnits())
        + line("read units", "%.1f", cost.readUnits())
        + line("bytes of the table", "%.0f", bytes)
        + line("processor time of the thread, ms", "%.2f", cpuMilliseconds);
  }

  /// How long a batch of overlapping messages takes: its waiting once, its computing ten times.
  private double batchMilliseconds() {
    return READ + TRANSACTION + BATCH * cpuMilliseconds;
  }

  private String peak() {
    double waysIn = FACTS_A_SECOND * (SEND + cpuMilliseconds) / 1000;
    double workers = FACTS_A_SECOND / BATCH * batchMilliseconds() / 1000;
    double alone = FACTS_A_SECOND * (READ + TRANSACTION + cpuMilliseconds) / 1000;
    double capped = 10 * BATCH / batchMilliseconds() * 1000;
    double writes = FACTS_A_SECOND * cost.writeUnits();
    double gigabytes = ENTRIES / (double) MEMBERS_OF_AN_AWARD * bytes / 1e9;
    return "| at 2,000 facts a second | computed |\n|---|---|\n"
        + line("executions of the way in, at once", "%.0f", waysIn)
        + line(
            "executions of the queue's function, at once, batches of ten overlapping",
            "%.1f",
            workers)
        + line("the same, one message after another", "%.0f", alone)
        + line("facts a second that `MaximumConcurrency` 10 lets through", "%.0f", capped)
        + line(
            "messages that wait after the hour",
            "%,.0f",
            Math.max(0, FACTS_A_SECOND - capped) * 3600)
        + line(
            "minutes until the last of them is worked on",
            "%.0f",
            Math.max(0, FACTS_A_SECOND - capped) * 60 / capped)
        + line("write units a second", "%,.0f", writes)
        + line("read units a second", "%,.0f", FACTS_A_SECOND * cost.readUnits())
        + line("partitions for the writes", "%.0f", Math.ceil(writes / PARTITION_UNITS))
        + line("gigabytes of 100 million entries, with their activities", "%.0f", gigabytes)
        + line("partitions for the size", "%.0f", Math.ceil(gigabytes / PARTITION_GIGABYTES))
        + line(
            "awards to one member a second, as transactions on one balance follow each other",
            "%.0f",
            1000 / TRANSACTION);
  }

  private String money() throws IOException {
    Map<String, Double> prices = prices();
    double million = 1e6;
    double milliseconds = SEND + cpuMilliseconds + batchMilliseconds() / BATCH;
    double lambda =
        million * milliseconds / 1000 * MEMORY_GIGABYTES * prices.get("lambda-gb-seconds")
            + million * (1 + 1.0 / BATCH) * prices.get("lambda-requests");
    double way = million * prices.get("http-api-calls");
    double queue = million * (1 + 2.0 / BATCH) * prices.get("sqs-requests");
    double written = million * cost.writeUnits() * prices.get("dynamodb-write-units");
    double read = million * cost.readUnits() * prices.get("dynamodb-read-units");
    double total = lambda + way + queue + written + read;
    double gigabytes = ENTRIES / (double) MEMBERS_OF_AN_AWARD * bytes / 1e9;
    double kept =
        gigabytes * 12 * (prices.get("dynamodb-storage-gb") + prices.get("dynamodb-recovery-gb"));
    double year =
        ENTRIES_OF_A_MEMBER_A_YEAR / MEMBERS_OF_AN_AWARD * total / million + kept / MEMBERS;
    return "| a million awards to two members | dollars |\n|---|---|\n"
        + line("HTTP API", "%.2f", way)
        + line("Lambda, two functions", "%.2f", lambda)
        + line("SQS", "%.2f", queue)
        + line("DynamoDB, written", "%.2f", written)
        + line("DynamoDB, read", "%.2f", read)
        + line("**in all**", "**%.2f**", total)
        + line(
            "a member in a year of twenty entries, with its part of the storage", "**%.5f**", year);
  }

  private static String line(String what, String format, double value) {
    return "| %s | %s |%n".formatted(what, String.format(Locale.ROOT, format, value));
  }

  /// The price of one of each, from the table of `scripts/costs`.
  private static Map<String, Double> prices() throws IOException {
    var prices = new HashMap<String, Double>();
    for (String line : Files.readAllLines(Path.of("scripts", "costs.prices"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split("\\s+");
        prices.put(words[0], Double.parseDouble(words[1]) / Double.parseDouble(words[2]));
      }
    }
    return prices;
  }
}
