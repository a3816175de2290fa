package services.dataminer.points.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import services.dataminer.points.chaos.model.Happening;
import services.dataminer.points.localcloud.LocalCloud;
import services.dataminer.points.localcloud.LocalOptions;

/// Runs a campaign from the command line, on a local cloud of its own: `scripts/chaos`.
public final class Chaos {
  private static final int MOST_SHOWN = 10;

  private Chaos() {}

  /// Ends with status 1 if anything is not as it must be, and 2 for a wrong option.
  public static void main(String[] arguments) throws InterruptedException {
    Logger.getLogger("").setLevel(Level.SEVERE);
    long seed = Instant.now().getEpochSecond();
    long minutes = 10;
    int waves = Integer.MAX_VALUE;
    int processes = 2;
    int facts = 600;
    try {
      Iterator<String> words = Arrays.asList(arguments).iterator();
      while (words.hasNext()) {
        String word = words.next();
        long value = Long.parseLong(words.hasNext() ? words.next() : "");
        switch (word) {
          case "--seed" -> seed = value;
          case "--minutes" -> minutes = value;
          case "--facts" -> facts = Math.toIntExact(value);
          case "--processes" -> processes = Math.toIntExact(value);
          case "--waves" -> waves = Math.toIntExact(value);
          default -> throw new IllegalArgumentException("There is no option " + word + ".");
        }
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + System.lineSeparator() + "scripts/chaos --help");
      System.exit(2);
    }
    System.exit(run(seed, Duration.ofMinutes(minutes), waves, facts, processes) ? 0 : 1);
  }

  private static boolean run(long seed, Duration duration, int waves, int facts, int processes)
      throws InterruptedException {
    System.out.printf("seed %d, facts for %d minutes ...%n", seed, duration.toMinutes());
    Instant begun = Instant.now();
    LocalOptions options =
        LocalOptions.defaults()
            .withPort(0)
            .withWork(new LocalOptions.Work(Duration.ofSeconds(1), processes, processes))
            .withLog(_ -> {});
    try (LocalCloud cloud = LocalCloud.start(options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
      var size = new Campaign.Size(Math.max(2, facts / 25), facts, duration, waves, 80);
      var campaign = new Campaign(cloud, seed, size, System.out::println);
      List<String> wrong = campaign.run();
      System.out.printf(
          "seed %d: %d waves, %d s, %d killed at work, %d mishaps%n%s",
          seed,
          campaign.waves(),
          Duration.between(begun, Instant.now()).toSeconds(),
          campaign.tally().sum("killed at work"),
          campaign.tally().sum("mishap"),
          campaign.tally().report());
      wrong.stream().limit(MOST_SHOWN).forEach(System.out::println);
      System.out.println(
          wrong.isEmpty()
              ? "all as it must be"
              : wrong.size()
                  + " not as it must be; repeat with --seed "
                  + seed
                  + " --waves "
                  + campaign.waves());
      if (!wrong.isEmpty()) {
        shorten(campaign);
      }
      return wrong.isEmpty();
    }
  }

  /// Prints the fewest facts that end in something wrong without any fault.
  private static void shorten(Campaign campaign) {
    List<Happening> suspects = campaign.suspects();
    if (suspects.isEmpty()) {
      return;
    }
    System.out.printf("%d facts about the first, again without faults ...%n", suspects.size());
    List<Happening> shortest = campaign.replay().shortest(suspects);
    if (shortest.isEmpty()) {
      System.out.println("nothing is wrong then: it takes a fault, or other facts as well");
    } else {
      System.out.println("it takes no fault, but only, in this order:");
      shortest.forEach(one -> System.out.println("    " + one));
    }
  }
}
