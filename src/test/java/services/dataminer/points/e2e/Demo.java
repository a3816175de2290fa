package services.dataminer.points.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/// Plays the program page's own examples against a running local cloud, with real, signed payloads.
/// Every run has people and shows of its own, so it can be run again.
public final class Demo {

  private final PointsClient points;
  private final String run = Long.toString(Instant.now().getEpochSecond(), 36);
  private final long boothEventType = Instant.now().getEpochSecond();

  private Demo(PointsClient points) {
    this.points = points;
  }

  /// @param arguments the local cloud's address, `http://localhost:8080` if left out
  public static void main(String... arguments) {
    String url = arguments.length > 0 ? arguments[0] : "http://localhost:8080";
    new Demo(new PointsClient(url)).play();
  }

  private void play() {
    firstAct();
  }

  private String ada() {
    return "ada-" + run;
  }

  private String ben() {
    return "ben-" + run;
  }

  private String address(String member) {
    return member + "@acme-" + run + ".example";
  }

  private void firstAct() {
    say("Act 1: two people of a partner, five meetings at Skyline's booth, scheduled before IBC.");
    points
        .put(
            "/v1/partners/acme-" + run,
            "{\"name\":\"Acme Broadcast\",\"kind\":\"BUSINESS\",\"domains\":[\"acme-%s.example\"]}"
                .formatted(run))
        .expect(201);
    for (String member : List.of(ada(), ben())) {
      points
          .put(
              "/v1/members/" + member,
              "{\"name\":\"%s\",\"emails\":[\"%s\"],\"partnerId\":\"acme-%s\",\"signedUpOn\":\"2023-04-12\"}"
                  .formatted(member, address(member), run))
          .expect(201);
    }
    points
        .put(
            "/v1/shows/ibc-2026-" + run,
            "{\"name\":\"IBC 2026\",\"startsOn\":\"2026-09-11\",\"endsOn\":\"2026-09-14\",\"timeZone\":\"Europe/Amsterdam\",\"calendarEventTypes\":[%d]}"
                .formatted(boothEventType))
        .expect(201);
    for (int i = 1; i <= 5; i++) {
      var meeting =
          new Calcom.Meeting(
              "booth-" + run + "-" + i,
              boothEventType,
              "inPerson",
              Instant.parse("2026-08-2" + i + "T09:00:00Z"),
              Instant.parse("2026-09-12T0" + (6 + i / 2) + ":" + (i % 2) + "0:00Z"),
              address(ada()),
              address(ben()));
      points.calcom(Calcom.created(meeting)).expect(202);
      points.calcom(Calcom.ended(meeting)).expect(202);
    }
    points.idle();
    say("Cal.com told of five bookings and five endings. During the show nothing is granted yet:");
    balance(ada(), "2026-09-14T12:00:00Z");
    JsonNode settled = points.run("show-settlement", "2026-09-15T01:00:00Z");
    say("The show has ended and the night has come: show-settlement answers " + settled);
    balance(ada(), "2026-09-15T02:00:00Z");
    balance(ben(), "2026-09-15T02:00:00Z");
  }

  private void balance(String member, String at) {
    JsonNode balance = points.readAs(member, "/v1/members/" + member + "/balance?at=" + at);
    say(
        "  %s on %s: %,d earned, %,d pending, level %s"
            .formatted(
                member,
                at.substring(0, 10),
                balance.path("earned").asLong(),
                balance.path("pending").asLong(),
                balance.path("level").asText()));
    JsonNode entries = points.readAs(member, "/v1/members/" + member + "/entries");
    entries
        .path("entries")
        .forEach(
            entry ->
                say(
                    "    %+,d on %s: %s"
                        .formatted(
                            entry.path("points").asLong(),
                            entry.path("earnedOn").asText(),
                            entry.path("reason").asText())));
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
