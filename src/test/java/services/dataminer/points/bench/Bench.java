package services.dataminer.points.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import services.dataminer.points.localcloud.TimedStart;

/// Measures what the product takes, from the command line: `scripts/bench`.
public final class Bench {

  static final List<Integer> PEOPLE = List.of(1, 2, 3, 10, 40);

  private static final List<String> TABLES =
      List.of("costs", "awards", "starts", "memory", "nights");
  private static final int TURNS = 101;
  private static final int FEW_TURNS = 11;
  private static final int MEMBERS = 400;
  private static final int DUE = 100;

  private Bench() {}

  /// Writes the tables of a page anew. Ends with status 2 for a wrong option.
  public static void main(String[] arguments) throws IOException {
    Logger.getLogger("").setLevel(Level.SEVERE);
    // The threads of the database would keep a process alive that has failed.
    Thread.setDefaultUncaughtExceptionHandler(
        (_, failure) -> {
          failure.printStackTrace();
          Runtime.getRuntime().halt(1);
        });
    List<String> wanted = List.of(arguments);
    if (wanted.equals(List.of("--model"))) {
      model();
    } else if (TABLES.containsAll(wanted)) {
      measure(wanted.isEmpty() ? TABLES : wanted);
    } else {
      System.err.println("There is no such table: scripts/bench --help");
      System.exit(2);
    }
    System.exit(0);
  }

  private static void model() throws IOException {
    new Page(Path.of("docs", "capacity.md")).write(new CapacityModel(new AwardRows()).tables());
  }

  private static void measure(List<String> tables) throws IOException {
    var page = new Page(Path.of("docs", "performance.md"));
    page.write("machine", machine());
    for (String table : tables) {
      page.write(
          table,
          switch (table) {
            case "costs" -> costs();
            case "awards" -> awards();
            case "starts" -> starts();
            case "memory" -> MemoryRows.table();
            case "nights" -> nights();
            default -> throw new IllegalArgumentException(table);
          });
    }
  }

  private static String costs() {
    var table =
        new StringBuilder(
            """
            | members of the award | requests | write units | read units | usual recipe: requests | write units | read units |
            |---|---|---|---|---|---|---|
            """);
    for (int members : PEOPLE) {
      AwardRows.Cost ours = AwardRows.cost(members);
      AwardRows.Cost usual = AwardRows.recipeCost(members);
      table.append(
          String.format(
              Locale.ROOT,
              "| %d | %d | %.0f | %.1f | %d | %.0f | %.1f |%n",
              members,
              ours.requests(),
              ours.writeUnits(),
              ours.readUnits(),
              usual.requests(),
              usual.writeUnits(),
              usual.readUnits()));
    }
    return table.toString();
  }

  private static String awards() {
    var awards = new AwardRows();
    awards.warmUp();
    Alternation plain = awards.againstPlainLoop(2 * TURNS);
    Alternation batch = awards.batchAgainstOne(TURNS);
    Alternation recipe = awards.againstRecipe(TURNS);
    return """
        | what | ratio, middle half | to reach | medians | processor time of the thread |
        |---|---|---|---|---|
        """
        + row("an award to two members, against its requests alone", plain, "1.15", true)
        + String.format(
            Locale.ROOT, "| the same at p99 | **%.2f** | 1.3 | | |%n", plain.ratioAt(0.99))
        + row(
            "a batch of ten messages of different members, against one message", batch, "3", false)
        + row("an award to two members, against the usual recipe", recipe, "0.4", true);
  }

  private static String nights() {
    Alternation reconciliation = NightRows.reconciliation(FEW_TURNS, MEMBERS);
    Alternation transfers = NightRows.transfers(FEW_TURNS, DUE);
    return """
        | what | ratio, middle half | to reach | medians | a second |
        |---|---|---|---|---|
        """
        + night(
            "reconciliation of everything, %d members against %d".formatted(10 * MEMBERS, MEMBERS),
            reconciliation,
            "10.5",
            10 * MEMBERS)
        + night(
            "a night of transfers, %d due among %d members against %d among %d"
                .formatted(DUE, 50 * DUE, DUE, DUE),
            transfers,
            "1.1",
            DUE);
  }

  private static String starts() throws IOException {
    StartRows starts = StartRows.of(FEW_TURNS);
    double megabytes = Files.size(Path.of("target", "function.zip")) / 1e6;
    return """
        | what | ratio, middle half | medians | to reach |
        |---|---|---|---|
        """
        + "| start to first poll, against bare | %s | 1.25 |%n"
            .formatted(starts.ratio(TimedStart::milliseconds, "ms"))
        + "| processor time until then | %s | |%n"
            .formatted(starts.ratio(TimedStart::cpuMilliseconds, "ms"))
        + "| resident memory then | %s | 1.2 |%n"
            .formatted(starts.ratio(TimedStart::residentMegabytes, "MB"))
        + "| classes loaded then | %s | |%n".formatted(starts.ratio(TimedStart::classes, "classes"))
        + String.format(Locale.ROOT, "| `function.zip` | | %.1f MB | 14 MB |%n", megabytes);
  }

  private static String row(String what, Alternation compared, String target, boolean cpu) {
    return "| %s | %s | %s | %s | %s |%n"
        .formatted(
            what,
            compared.ratio(),
            target,
            compared.milliseconds(),
            cpu ? compared.cpuMilliseconds() : "");
  }

  private static String night(String what, Alternation compared, String target, int pieces) {
    return "| %s | %s | %s | %s | %.0f |%n"
        .formatted(
            what,
            compared.ratio(),
            target,
            compared.milliseconds(),
            pieces / compared.firstMedian() * 1000);
  }

  private static String machine() throws IOException {
    String processor;
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      processor =
          lines
              .filter(line -> line.startsWith("model name"))
              .findFirst()
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .orElse("unknown processor");
    }
    String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[2];
    return "Measured on %s with Java %s on %d cores of an %s, load average of the last 15 minutes %s.%n"
        .formatted(
            LocalDate.now(),
            Runtime.version().feature(),
            Runtime.getRuntime().availableProcessors(),
            processor,
            load);
  }
}
