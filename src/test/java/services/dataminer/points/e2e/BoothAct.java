package services.dataminer.points.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// Two people of a partner meet five times at Skyline's booth: the program page's own example.
final class BoothAct {

  private final Stage stage;
  private final PointsClient points;
  private final long eventType = Instant.now().getEpochSecond();

  BoothAct(Stage stage) {
    this.stage = stage;
    this.points = stage.points;
  }

  void play() {
    stage.say("Act 1: two people of a partner, five meetings at Skyline's booth, before IBC.");
    points
        .put(
            "/v1/shows/" + stage.id("ibc-2026"),
            "{\"name\":\"IBC 2026\",\"startsOn\":\"2026-09-11\",\"endsOn\":\"2026-09-14\",\"timeZone\":\"Europe/Amsterdam\",\"calendarEventTypes\":[%d]}"
                .formatted(eventType))
        .expect(201);
    for (int i = 1; i <= 5; i++) {
      Calcom.Meeting meeting = meeting(i);
      points.calcom(Calcom.created(meeting)).expect(202);
      points.calcom(Calcom.ended(meeting)).expect(202);
    }
    points.idle();
    stage.say(
        "Cal.com told of five bookings and five endings. During the show nothing is granted:");
    stage.tellBalance(stage.ada, "2026-09-14T12:00:00Z");
    JsonNode settled = points.run("show-settlement", "2026-09-15T01:00:00Z");
    stage.say("The show has ended and the night has come: show-settlement answers " + settled);
    stage.tellBalance(stage.ada, "2026-09-15T02:00:00Z");
    stage.tellBalance(stage.ben, "2026-09-15T02:00:00Z");
  }

  private Calcom.Meeting meeting(int number) {
    return new Calcom.Meeting(
        stage.id("booth") + "-" + number,
        eventType,
        "inPerson",
        Instant.parse("2026-08-2" + number + "T09:00:00Z"),
        Instant.parse("2026-09-12T0" + (6 + number / 2) + ":" + (number % 2) + "0:00Z"),
        stage.address(stage.ada),
        stage.address(stage.ben));
  }
}
