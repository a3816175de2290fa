package services.dataminer.points.e2e;

import com.fasterxml.jackson.databind.JsonNode;

/// The night reconciles every balance, and takes to DOJO what was earned, once.
final class NightAct {

  private static final String NIGHT = "2026-10-07T02:00:00Z";

  private final Stage stage;
  private final PointsClient points;

  NightAct(Stage stage) {
    this.stage = stage;
    this.points = stage.points;
  }

  void play() {
    stage.say("");
    stage.say("Act 3: the night proves every balance, and what was earned goes to DOJO, once.");
    stage.say("balance-recalculation answers " + points.run("balance-recalculation", NIGHT));
    points.dojo("lose");
    stage.say("DOJO loses its answers tonight: " + points.run("dojo-transfer", NIGHT));
    points.dojo("ok");
    stage.say(
        "the night after, it answers: " + points.run("dojo-transfer", "2026-10-08T02:00:00Z"));
    points
        .dojoTransfers()
        .forEach(
            transfer -> {
              if (transfer.path("memberId").asText().endsWith(stage.run)) {
                stage.say(
                    "  DOJO booked %,d points for %s, under the key %s"
                        .formatted(
                            transfer.path("points").asLong(),
                            transfer.path("memberId").asText(),
                            transfer.path("key").asText()));
              }
            });
    JsonNode balance = points.readAs(stage.ada, "/v1/members/" + stage.ada + "/balance");
    stage.say(
        "  %s now: %,d transferable, %,d transferred"
            .formatted(
                stage.ada,
                balance.path("transferable").asLong(),
                balance.path("transferred").asLong()));
  }
}
