package services.dataminer.points.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import services.dataminer.points.e2e.Calcom;
import services.dataminer.points.e2e.PointsClient;
import services.dataminer.points.localcloud.LocalCloud;
import services.dataminer.points.localcloud.LocalOptions;
import services.dataminer.points.localcloud.TimedStart;

/// Measures what functions hold of memory while they handle thousands of events: virtual meetings,
/// each booked and ended.
final class MemoryRows {
  private static final List<String> FUNCTIONS = List.of("calendar-webhook", "virtual-meeting");
  private static final List<Integer> MARKS = List.of(100, 1_000, 2_500, 5_000, 10_000);
  private static final int SENDERS = 4;
  private static final Instant FIRST = Instant.parse("2026-09-01T10:00:00Z");

  private final PointsClient points;
  private int sent;

  private MemoryRows(PointsClient points) {
    this.points = points;
  }

  /// Rows of the resident memory after so many events, one process for each function.
  static String table() {
    LocalOptions options =
        LocalOptions.defaults()
            .withPort(0)
            .withStart(LocalOptions.Start.COLD)
            .withWork(new LocalOptions.Work(Duration.ofSeconds(1), 1, 1))
            .withLog(_ -> {});
    var table = new StringBuilder("| events | %s |%n".formatted(String.join(" | ", FUNCTIONS)));
    table.append("|---|---|---|%n".formatted());
    try (LocalCloud cloud = LocalCloud.start(options)) {
      var rows = new MemoryRows(new PointsClient(cloud.url()));
      rows.enter();
      for (int events : MARKS) {
        rows.sendUpTo(events);
        table.append(String.format(Locale.ROOT, "| %,d |", events));
        for (String function : FUNCTIONS) {
          double held = TimedStart.residentMegabytes(cloud.pids(function).getFirst());
          table.append(String.format(Locale.ROOT, " %.0f MB |", held));
        }
        table.append(System.lineSeparator());
      }
    }
    return table.toString();
  }

  private void enter() {
    points.put("/v1/partners/acme", "{\"name\":\"Acme\",\"kind\":\"BUSINESS\"}").expect(201);
    points
        .put(
            "/v1/members/ada",
            "{\"name\":\"Ada\",\"emails\":[\"ada@acme.example\"],\"partnerId\":\"acme\",\"signedUpOn\":\"2023-04-12\"}")
        .expect(201);
  }

  /// Sends two events for each meeting and waits until they are handled.
  private void sendUpTo(int events) {
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      for (; sent < events; sent += 2) {
        Calcom.Meeting meeting = meeting(sent);
        senders.execute(
            () -> {
              points.calcom(Calcom.created(meeting)).expect(202);
              points.calcom(Calcom.ended(meeting)).expect(202);
            });
      }
    }
    points.idle();
  }

  private static Calcom.Meeting meeting(int number) {
    Instant startsAt = FIRST.plus(Duration.ofMinutes(number));
    return new Calcom.Meeting(
        "memory-" + number,
        7,
        "integrations:daily",
        FIRST.minus(Duration.ofDays(1)),
        startsAt,
        "ada@acme.example",
        "carl@customer.example");
  }
}
