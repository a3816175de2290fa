package services.dataminer.points.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import services.dataminer.points.e2e.PointsClient;

/// Fills a local cloud with a program that people could have, by the real ways in: signed webhooks,
/// xAPI statements, administrators' calls, and nights.
public final class Demo {

  /// Before this day the facts of the first nights lie.
  private static final int FIRST_NIGHTS = 90;

  /// What is asked for when nearly all is there.
  private static final String LAST_WISH = "backpack";

  private final DemoCalls calls;
  private final PointsClient points;
  private final List<List<Happening>> senders;

  private Demo(DemoCalls calls) {
    this.calls = calls;
    this.points = calls.points();
    this.senders =
        List.of(
            new DemoMeetings(calls).happenings(),
            new DemoLearning(calls).happenings(),
            new DemoAwards(calls).happenings());
  }

  /// Fills an empty cloud; one that has the demo stays as it is.
  ///
  /// @param today everything is dated relative to this day
  /// @return whether it was filled
  /// @throws IllegalStateException when a call is not answered as it should be
  public static boolean fill(PointsClient points, LocalDate today) {
    if (points.get("/v1/partners/acme").status() == 200) {
      if (!points.readAs("grace", "/v1/members/grace/transfers").toString().contains(LAST_WISH)) {
        throw new IllegalStateException(
            "The demo in this folder was interrupted while it was filled: delete the folder, and start again.");
      }
      return false;
    }
    try {
      new Demo(new DemoCalls(points, today)).play();
    } catch (AssertionError e) {
      throw new IllegalStateException("The demo cannot be filled: " + e.getMessage(), e);
    }
    return true;
  }

  private void play() {
    new DemoDirectory(calls).enter();
    report(Integer.MAX_VALUE, FIRST_NIGHTS);
    night(FIRST_NIGHTS);
    report(FIRST_NIGHTS, 2);
    transfers();
    report(2, Integer.MIN_VALUE);
    points.run("balance-recalculation", midnight(0));
    if (!points.deadLetters().isEmpty()) {
      throw new AssertionError("messages failed: " + points.deadLetters());
    }
  }

  /// Each sender in turn reports what happened, oldest first, while functions work on what the one
  /// before reported: no sender's facts depend on another's.
  ///
  /// @param from most days ago, left out itself
  /// @param to fewest days ago, taken in
  private void report(int from, int to) {
    for (List<Happening> happenings : senders) {
      happenings.stream()
          .filter(it -> it.daysAgo() < from && it.daysAgo() >= to)
          .sorted(Comparator.comparingInt(Happening::daysAgo).reversed())
          .forEach(it -> it.report().run());
    }
    points.idle();
  }

  /// One asked for a part, one is rejected by DOJO and one goes in the next night. All are asked
  /// for now, so no night before today's can have sent them.
  private void transfers() {
    night(2);
    transfer("grace", "headphones", 400);
    points.run("dojo-transfer", midnight(0));
    transfer("frank", "hoodie", 60);
    points.dojo("reject");
    points.run("dojo-transfer", midnight(0));
    points.dojo("ok");
    transfer("grace", LAST_WISH, 150);
  }

  private void transfer(String person, String id, int points) {
    calls.decide(
        "/v1/members/" + person + "/transfers", DemoCalls.object("id", id, "points", points));
  }

  private void night(int daysAgo) {
    points.run("show-settlement", midnight(daysAgo));
    points.run("dojo-transfer", midnight(daysAgo));
  }

  private String midnight(int daysAgo) {
    Instant night = calls.today().minusDays(daysAgo).atTime(1, 0).toInstant(ZoneOffset.UTC);
    return night.toString();
  }
}
