package services.dataminer.points.chaos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import services.dataminer.points.chaos.model.Happening;
import services.dataminer.points.chaos.model.Happening.RecordKept;
import services.dataminer.points.e2e.PointsClient;
import services.dataminer.points.localcloud.LocalCloud;
import services.dataminer.points.platform.json.Json;

/// Facts of every kind, while everything goes wrong, wave after wave; then quiet nights, and the
/// comparison of all that there is with the [model][services.dataminer.points.chaos.model.Truth].
public final class Campaign {
  /// The seed of a brief one.
  public static final long BRIEF = 20230328;

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final LocalCloud cloud;
  private final PointsClient points;
  private final Size size;
  private final Consumer<String> progress;
  private final Tally tally = new Tally();
  private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
  private final Scenario scenario;
  private final TransferRequests requests;
  private final Storm storm;
  private final Senders senders;
  private final Dice dice;
  private int waves;
  private List<Happening> suspects = List.of();

  /// How large a campaign is.
  ///
  /// @param partners each with eleven members, and someone who never signs up
  /// @param factsPerWave about how many facts are sent between two pauses
  /// @param duration after which no wave begins
  /// @param mostWaves after which none begins either
  /// @param deliveriesPerKill after how many a function at work is killed
  record Size(
      int partners, int factsPerWave, Duration duration, int mostWaves, int deliveriesPerKill) {}

  /// @param progress takes a line after each part of a wave
  Campaign(LocalCloud cloud, long seed, Size size, Consumer<String> progress) {
    this.cloud = cloud;
    this.progress = progress;
    this.size = size;
    points = new PointsClient(cloud.url());
    String name = "c" + seed;
    scenario = new Scenario(seed, name, size.partners());
    dice = new Dice(seed + 1);
    requests = new TransferRequests(points, scenario.world(), tally);
    senders = new Senders(new Letters(points, scenario.world()), tally, wrong, progress);
    storm =
        new Storm(
            cloud,
            points,
            tally,
            dice.child(),
            size.deliveriesPerKill(),
            scenario::nightsAt,
            wrong,
            requests::ask);
  }

  Tally tally() {
    return tally;
  }

  int waves() {
    return waves;
  }

  /// A small one, always of the same facts.
  public static Campaign brief(LocalCloud cloud) {
    return new Campaign(cloud, BRIEF, new Size(2, 60, Duration.ZERO, 1, 20), _ -> {});
  }

  /// Runs it.
  ///
  /// @return what is not as it must be, each with all that happened to it; empty if all is
  public List<String> run() throws InterruptedException {
    senders.send(scenario.partners(), 1, dice.child());
    senders.send(scenario.before(), 1, dice.child());
    // Every function has started once before anything goes wrong.
    senders.send(scenario.wave(40), 1, dice.child());
    new DeadLetterOffice(cloud, tally).redrive(PATIENCE);
    Instant end = Instant.now().plus(size.duration());
    do {
      wave();
      waves++;
    } while (Instant.now().isBefore(end) && waves < size.mostWaves());
    inStorm(scenario.stragglers());
    keepRecords();
    var nights = new QuietNights(cloud, points, tally, wrong, PATIENCE);
    nights.run("2024-08");
    inStorm(scenario.erasures());
    inStorm(scenario.afterErasures());
    nights.run("2024-09");
    nights.idleNight("2025-09-20");
    new TableInspection(cloud.dynamoDb(), tally, wrong).check(scenario.erased());
    return compare();
  }

  /// Compares all that there is with the model.
  ///
  /// @return what is not as it must be
  public List<String> compare() {
    var found = new ArrayList<>(wrong);
    var campaigned = new Campaigned(scenario.world(), scenario.happened(), scenario.erased());
    var comparison = new Comparison(points, campaigned, senders.accepted(), requests, tally, found);
    List<String> all = comparison.compare();
    suspects = comparison.suspects();
    return all;
  }

  /// What was accepted about the first activity that differed when all was compared last, each as
  /// often as it was sent; empty if none did.
  List<Happening> suspects() {
    return suspects;
  }

  /// The same facts, to be sent again without faults.
  Replay replay() {
    return new Replay(scenario.world(), senders.accepted());
  }

  private void wave() throws InterruptedException {
    inStorm(scenario.wave(size.factsPerWave()));
    inStorm(scenario.retractions());
    keepRecords();
  }

  /// Sends them while everything goes wrong, and waits until they are processed.
  private void inStorm(List<Happening> happenings) throws InterruptedException {
    storm.begin();
    senders.send(happenings, 3, dice.child());
    storm.end();
    new DeadLetterOffice(cloud, tally).redrive(PATIENCE);
    progress.accept(
        "%d waves: %d facts, %d deliveries, %d killed at work, %d mishaps, %d wrong so far"
            .formatted(
                waves,
                tally.sum("facts"),
                tally.sum("deliveries"),
                tally.sum("killed at work"),
                tally.sum("mishap"),
                wrong.size()));
  }

  /// Gives the stand-in for Cal.com's API what it has of all bookings so far.
  private void keepRecords() {
    ArrayNode records = Json.MAPPER.createArrayNode();
    scenario.happened().stream()
        .filter(RecordKept.class::isInstance)
        .forEach(one -> records.add(CalcomLetters.kept((RecordKept) one)));
    points.put("/_local/calcom/bookings", records.toString()).expect(204);
  }
}
