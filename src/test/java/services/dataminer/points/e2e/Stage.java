package services.dataminer.points.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/// What the acts of the [Demo] share: a partner with Ada and Ben, who belong to this run alone, and
/// a voice.
final class Stage {

  final PointsClient points;
  final String run = Long.toString(Instant.now().getEpochSecond(), 36);
  final String ada = id("ada");
  final String ben = id("ben");

  Stage(PointsClient points) {
    this.points = points;
  }

  /// The id of something in this run.
  String id(String name) {
    return name + "-" + run;
  }

  String address(String member) {
    return member + "@" + id("acme") + ".example";
  }

  /// Enters the partner and its people, who signed up on 12 April 2023.
  void set() {
    points
        .put(
            "/v1/partners/" + id("acme"),
            "{\"name\":\"Acme Broadcast\",\"kind\":\"BUSINESS\",\"domains\":[\"%s.example\"]}"
                .formatted(id("acme")))
        .expect(201);
    for (String member : List.of(ada, ben)) {
      points
          .put(
              "/v1/members/" + member,
              "{\"name\":\"%s\",\"emails\":[\"%s\"],\"partnerId\":\"%s\",\"signedUpOn\":\"2023-04-12\"}"
                  .formatted(member, address(member), id("acme")))
          .expect(201);
    }
  }

  /// Tells where a member stands, and why.
  void tellBalance(String member, String at) {
    JsonNode balance = points.readAs(member, "/v1/members/" + member + "/balance?at=" + at);
    say(
        "  %s on %s: %,d earned, %,d pending, level %s"
            .formatted(
                member,
                at.substring(0, 10),
                balance.path("earned").asLong(),
                balance.path("pending").asLong(),
                balance.path("level").asText()));
    points
        .readAs(member, "/v1/members/" + member + "/entries")
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

  void say(String line) {
    System.out.println(line);
  }
}
