package services.dataminer.points.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import services.dataminer.points.e2e.PointsClient;
import services.dataminer.points.e2e.UnfinishedNight;
import services.dataminer.points.localcloud.Disturbance;
import services.dataminer.points.localcloud.InvocationResult;
import services.dataminer.points.localcloud.LocalCloud;

/// Everything that goes wrong while facts arrive: processes are killed, calls fail, messages come
/// again, connections break, nights run at any time, twice and at once.
final class Storm {
  private static final List<String> HTTP =
      List.of("calendar-webhook", "xapi-statements", "admin-api", "member-api");
  private static final List<String> QUEUES =
      List.of(
          "exhibition-meeting",
          "virtual-meeting",
          "meeting-attendance",
          "course-progress",
          "hosted-event",
          "use-case",
          "contribution",
          "adjustment",
          "night-worker");
  private static final List<String> NIGHTS =
      List.of(
          "meeting-sweep",
          "booking-reconciliation",
          "show-settlement",
          "balance-recalculation",
          "dojo-transfer");
  private static final List<String> DOJO = List.of("ok", "ok", "down", "slow", "reject", "lose");
  private static final List<String> CALCOM =
      List.of("ok", "ok", "down", "slow", "limit", "revoked");

  private final LocalCloud cloud;
  private final PointsClient points;
  private final Tally tally;
  private final Dice dice;
  private final int deliveriesPerKill;
  private final Supplier<Instant> recordsAt;
  private final List<String> wrong;
  private final Consumer<Dice> more;
  private final List<UnfinishedNight> unfinished;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean over;

  /// @param recordsAt when Cal.com's records are read
  /// @param wrong takes what a night must not say
  /// @param more what members do meanwhile
  Storm(
      LocalCloud cloud,
      PointsClient points,
      Tally tally,
      Dice dice,
      int deliveriesPerKill,
      Supplier<Instant> recordsAt,
      List<String> wrong,
      Consumer<Dice> more) {
    this.cloud = cloud;
    this.points = points;
    this.tally = tally;
    this.dice = dice;
    this.deliveriesPerKill = deliveriesPerKill;
    this.recordsAt = recordsAt;
    this.wrong = wrong;
    this.more = more;
    // After all nights of a storm, so that it is among the last of its kind.
    unfinished =
        Stream.of("BALANCES", "TRANSFERS", "SHOWS")
            .map(kind -> new UnfinishedNight(cloud, kind, Instant.parse("2024-06-30T12:00:00Z")))
            .toList();
  }

  void begin() {
    over = false;
    // Whatever is due goes to the workers in shards, as in a large program.
    unfinished.forEach(UnfinishedNight::begin);
    cloud.disturb(new Weather(dice.child(), tally));
    every(Duration.ofMillis(50), this::kill);
    every(Duration.ofMillis(200), this::sendAgain);
    every(Duration.ofSeconds(4), this::cut);
    every(Duration.ofSeconds(3), this::night);
    every(Duration.ofSeconds(3), this::night);
    every(Duration.ofSeconds(1), more::accept);
  }

  /// Returns when nothing goes wrong any more.
  void end() throws InterruptedException {
    over = true;
    // At once, so that nights which wait for slow answers end; and again, since one may have begun.
    allWell();
    for (Thread thread : threads) {
      thread.join();
    }
    threads.clear();
    allWell();
    unfinished.forEach(UnfinishedNight::forget);
  }

  private void allWell() {
    cloud.disturb(Disturbance.NONE);
    points.dojo("ok");
    points.calcomMode("ok");
  }

  private interface Work {
    void with(Dice dice);
  }

  private void every(Duration pause, Work work) {
    Dice own = dice.child();
    threads.add(
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over) {
                    work.with(own);
                    LockSupport.parkNanos(pause.toNanos());
                  }
                }));
  }

  /// Kills by what was delivered and not by the clock, so that slow machines get on as well.
  private void kill(Dice own) {
    if (tally.sum("answers: 2") / deliveriesPerKill <= tally.sum("killed at work")) {
      return;
    }
    List<String> functions = new ArrayList<>(QUEUES);
    functions.addAll(HTTP);
    functions.addAll(NIGHTS);
    own.shuffled(functions).stream()
        .filter(cloud::killOneAtWork)
        .findFirst()
        .ifPresent(function -> tally.count("killed at work: " + function));
  }

  private void sendAgain(Dice own) {
    String function = own.one(QUEUES);
    List<String> delivered = cloud.delivered(function);
    if (!delivered.isEmpty()) {
      cloud.send(function, own.one(delivered));
      tally.count("messages delivered again");
    }
  }

  private void cut(Dice own) {
    boolean database = own.percent(50);
    if (database) {
      cloud.dropDatabase();
    } else {
      cloud.dropQueues();
    }
    LockSupport.parkNanos(Duration.ofMillis(own.between(20, 300)).toNanos());
    if (database) {
      cloud.restoreDatabase();
    } else {
      cloud.restoreQueues();
    }
    tally.count("cut off: " + (database ? "database" : "queues"));
  }

  private void night(Dice own) {
    if (own.percent(30)) {
      points.dojo(own.one(DOJO));
    }
    if (own.percent(30)) {
      points.calcomMode(own.one(CALCOM));
    }
    String function = own.one(NIGHTS);
    Instant at =
        function.equals("booking-reconciliation")
            ? recordsAt.get()
            : own.time(
                Instant.parse("2023-08-01T00:00:00Z"), Instant.parse("2024-06-30T00:00:00Z"));
    switch (cloud.runSchedule(function, at)) {
      case InvocationResult.Answered answer -> {
        boolean divided = answer.json().contains("\"shards\":");
        tally.count((divided ? "nights in shards: " : "nights: ") + function);
        if (function.equals("balance-recalculation") && !answer.json().contains("\"repaired\":0")) {
          wrong.add("balances had to be corrected: " + answer.json());
        }
      }
      case InvocationResult.Failed _ -> tally.count("nights that failed: " + function);
    }
  }
}
