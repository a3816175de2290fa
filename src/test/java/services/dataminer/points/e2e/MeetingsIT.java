package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.localcloud.LocalCloud;

@DisplayName("Meetings earn points, from the calendar's webhook to the member's balance")
@OnSharedCloud
class MeetingsIT {

  private static final String NIGHT = "2026-09-15T01:00:00Z";

  private final LocalCloud cloud;
  private final PointsClient points;

  MeetingsIT(LocalCloud cloud, PointsClient points) {
    this.cloud = cloud;
    this.points = points;
  }

  @Test
  @DisplayName("five booth meetings of two people bring each 1,250 after the show, with the reason")
  void thePagesExample() {
    Scene scene = Scene.of(points);
    for (int i = 1; i <= 5; i++) {
      var meeting = scene.boothMeeting("m" + i, "2026-09-12T0" + i + ":00:00Z", "ada", "ben");
      points.calcom(Calcom.created(meeting)).expect(202);
      points.calcom(Calcom.ended(meeting)).expect(202);
      points.calcom(Calcom.ended(meeting)).expect(202);
    }
    points.idle();
    assertThat(scene.balance("ada").path("pending").asLong()).isEqualTo(1250);
    assertThat(scene.earned("ada")).isZero();

    JsonNode settled = points.run("show-settlement", NIGHT);

    assertThat(settled.toString()).isEqualTo("{\"shows\":1,\"meetings\":5,\"points\":2500}");
    assertThat(points.run("show-settlement", NIGHT).toString())
        .isEqualTo("{\"shows\":0,\"meetings\":0,\"points\":0}");
    assertThat(scene.earned("ada")).isEqualTo(1250);
    assertThat(scene.earned("ben")).isEqualTo(1250);
    assertThat(scene.balance("ada").path("level").asText()).isEqualTo("ADVOCATE");
    assertThat(scene.entries("ada")).hasSize(1);
    JsonNode entry = scene.entries("ada").get(0);
    assertThat(entry.path("at").asText()).isEqualTo("2026-09-14T21:59:59Z");
    assertThat(entry.path("reason").asText())
        .isEqualTo(
            "5 meetings at IBC 2026: 2,500 points divided among 2 attendees; your share is 1,250 points (rules of 2023-03-28)");
  }

  @Test
  @DisplayName("a no-show marked after the settlement moves the share the night after")
  void noShowAfterSettlement() {
    Scene scene = Scene.of(points);
    var meeting = scene.boothMeeting("m", "2026-09-13T10:00:00Z", "ada", "ben");
    points.calcom(Calcom.created(meeting)).expect(202);
    points.calcom(Calcom.ended(meeting)).expect(202);
    points.idle();
    points.run("show-settlement", NIGHT);
    points
        .calcom(
            Calcom.noShow(
                meeting.uid(), scene.address("ben"), true, Instant.parse("2026-09-17T08:00:00Z")))
        .expect(202);
    points.idle();

    points.run("show-settlement", "2026-09-18T01:00:00Z");

    assertThat(scene.earned("ada")).isEqualTo(500);
    assertThat(scene.earned("ben")).isZero();
    assertThat(scene.entries("ben").get(0).path("kind").asText()).isEqualTo("REVERSAL");
    assertThat(scene.view(meeting).path("settledBy").asText())
        .isEqualTo("show:" + scene.id("ibc") + ":" + scene.id("acme"));
  }

  @Test
  @DisplayName("the sweep ends a meeting whose ending was never reported")
  void missingEnding() {
    Scene scene = Scene.of(points);
    var meeting =
        scene.videoCall("v", "2026-09-20T10:00:00Z", "ada", "ben", "carl@customer.example");
    points.calcom(Calcom.created(meeting)).expect(202);
    points.idle();
    assertThat(scene.view(meeting).path("state").asText()).isEqualTo("BOOKED");
    assertThat(points.run("meeting-sweep", "2026-09-20T10:15:00Z").path("ended").asInt()).isZero();

    assertThat(points.run("meeting-sweep", "2026-09-20T10:30:00Z").path("ended").asInt())
        .isEqualTo(1);
    points.idle();

    assertThat(points.run("meeting-sweep", "2026-09-20T10:45:00Z").path("ended").asInt()).isZero();
    assertThat(scene.earned("ada")).isEqualTo(50);
    assertThat(scene.earned("ben")).isEqualTo(50);
    assertThat(scene.view(meeting).path("state").asText()).isEqualTo("GRANTED");
  }

  @Test
  @DisplayName("a meeting moved during the show keeps the time at which it was first scheduled")
  void rescheduled() {
    Scene scene = Scene.of(points);
    var first = scene.boothMeeting("first", "2026-09-11T10:00:00Z", "ada");
    Instant movedAt = Instant.parse("2026-09-11T09:00:00Z");
    var second =
        new Calcom.Meeting(
            scene.id("second"),
            scene.eventType(),
            "inPerson",
            movedAt,
            Instant.parse("2026-09-12T10:00:00Z"),
            scene.address("ada"));
    // Out of order: the new booking is heard of before the old one.
    points.calcom(Calcom.rescheduled(second, first.uid(), movedAt)).expect(202);
    points.calcom(Calcom.ended(second)).expect(202);
    points.idle();
    assertThat(scene.view(second).path("state").asText()).isEqualTo("REFUSED");
    points.calcom(Calcom.created(first)).expect(202);
    points.idle();

    points.run("show-settlement", NIGHT);

    assertThat(scene.view(first).path("state").asText()).isEqualTo("CANCELLED");
    assertThat(scene.view(second).path("state").asText()).isEqualTo("GRANTED");
    assertThat(scene.earned("ada")).isEqualTo(500);
  }

  @Test
  @DisplayName("whoever signs up later gets the share that waited, dated as earned")
  void signUpLater() {
    Scene scene = Scene.of(points);
    var meeting =
        scene.videoCall("v", "2026-09-21T10:00:00Z", "ada", "cleo", "carl@customer.example");
    points.calcom(Calcom.created(meeting)).expect(202);
    points.calcom(Calcom.ended(meeting)).expect(202);
    points.idle();
    assertThat(scene.earned("ada")).isEqualTo(50);
    JsonNode waiting = scene.view(meeting).path("decision").path("shares");
    assertThat(waiting.toString()).contains("mailto:" + scene.address("cleo"));

    scene.signUp("cleo");
    points.idle();

    assertThat(scene.earned("cleo")).isEqualTo(50);
    assertThat(scene.entries("cleo").get(0).path("earnedOn").asText()).isEqualTo("2026-09-21");
    assertThat(scene.entries("ada")).hasSize(1);
  }

  @Test
  @DisplayName("functions killed in the middle of their work lose nothing and double nothing")
  void killedFunctions() {
    Scene scene = Scene.of(points);
    int meetings = 24;
    for (int i = 0; i < meetings; i++) {
      var meeting =
          scene.videoCall(
              "k" + i,
              "2026-09-22T10:%02d:00Z".formatted(i),
              "ada",
              "ben",
              "carl@customer.example");
      points.calcom(Calcom.created(meeting)).expect(202);
      points.calcom(Calcom.ended(meeting)).expect(202);
      if (i % 8 == 0) {
        Awaitility.await()
            .atMost(PointsClient.PATIENCE)
            .until(() -> cloud.killFunctions("virtual-meeting") > 0);
      }
    }
    points.idle();

    assertThat(scene.earned("ada")).isEqualTo(50 * meetings);
    assertThat(scene.earned("ben")).isEqualTo(50 * meetings);
    assertThat(scene.entries("ada")).hasSize(meetings);
    assertThat(cloud.deadLetters()).isEmpty();
  }
}
