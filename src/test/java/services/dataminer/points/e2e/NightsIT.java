package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.localcloud.LocalCloud;
import services.dataminer.points.localcloud.LocalOptions;

/// On a cloud of its own, but beside the others of that kind: they take longer than those on the
/// shared one.
@DisplayName("A week of nights takes to DOJO what was earned, once")
@OnOwnCloud
class NightsIT {

  private static LocalCloud cloud;
  private static PointsClient points;

  /// A cloud of its own: DOJO's mode and the nights concern everyone.
  @BeforeAll
  static void start() {
    cloud = LocalCloud.start(LocalOptions.forTests());
    points = new PointsClient(cloud.url());
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  @DisplayName("whatever DOJO does, and though a night is killed, its record is the ledger's")
  void aWeek() {
    Scene scene = Scene.of(points);
    List<String> modes = List.of("lose", "reject", "down", "slow", "ok", "ok");
    for (int i = 0; i < modes.size(); i++) {
      award(scene, "ada", i);
      award(scene, "ben", i);
      points.idle();
      points.dojo(modes.get(i));
      points.run("dojo-transfer", "2026-09-%02dT02:00:00Z".formatted(10 + i));
    }
    award(scene, "ada", 8);
    points.idle();
    points.dojo("slow");
    CompletableFuture<Void> night =
        CompletableFuture.runAsync(() -> cloud.runSchedule("dojo-transfer", at(18)));
    Awaitility.await().atMost(PointsClient.PATIENCE).until(() -> booked(scene, "ada") == 7 * 25);
    cloud.killFunctions("dojo-transfer");
    night.join();
    points.dojo("ok");
    points.run("dojo-transfer", at(19).toString());

    for (String person : List.of("ada", "ben")) {
      JsonNode balance = scene.balance(person);
      assertThat(balance.path("transferable").asLong()).as(person).isZero();
      assertThat(balance.path("transferred").asLong()).isEqualTo(scene.earned(person));
      assertThat(booked(scene, person)).isEqualTo(scene.earned(person));
    }
    assertThat(points.run("dojo-transfer", at(19).toString()).toString())
        .isEqualTo("{\"posted\":0,\"points\":0,\"rejected\":0,\"pending\":0}");
  }

  @Test
  @DisplayName("in shards, if workers are busy with an earlier one, and reconciles them likewise")
  void inShards() {
    Scene scene = Scene.of(points);
    points.dojo("ok");
    for (int i = 0; i < 3; i++) {
      award(scene, "ada", i);
      award(scene, "ben", i);
    }
    points.idle();

    for (String kind : List.of("BALANCES", "TRANSFERS")) {
      night(kind, 1).begin();
    }
    JsonNode reconciled = points.run("balance-recalculation", at(20).toString());
    points.idle();
    JsonNode transferred = points.run("dojo-transfer", at(20).toString());
    points.idle();

    assertThat(reconciled.path("shards").asInt()).isEqualTo(1);
    assertThat(transferred.toString())
        .isEqualTo("{\"posted\":0,\"points\":0,\"rejected\":0,\"pending\":0,\"shards\":1}");
    for (String person : List.of("ada", "ben")) {
      assertThat(booked(scene, person)).as(person).isEqualTo(scene.earned(person));
    }
    assertThat(night("BALANCES", 20).kept().get("reported").bool()).isTrue();
    assertThat(night("TRANSFERS", 20).kept().get("reported").bool()).isTrue();
    assertThat(night("TRANSFERS", 20).kept().get("sums").m().get("posted").n()).isEqualTo("2");
    night("BALANCES", 1).forget();
    night("TRANSFERS", 1).forget();
  }

  private static UnfinishedNight night(String kind, int day) {
    return new UnfinishedNight(cloud, kind, at(day));
  }

  private static Instant at(int day) {
    return Instant.parse("2026-09-%02dT02:00:00Z".formatted(day));
  }

  private static void award(Scene scene, String person, int number) {
    points
        .post(
            "/v1/contributions",
            "{\"id\":\"%s\",\"memberId\":\"%s\",\"action\":\"answer-question\",\"occurredAt\":\"2026-09-0%dT10:00:00Z\"}"
                .formatted(scene.id(person + "-answer-" + number), scene.id(person), number + 1))
        .expect(202);
  }

  /// The points that DOJO has booked for someone.
  private static long booked(Scene scene, String person) {
    return StreamSupport.stream(points.dojoTransfers().spliterator(), false)
        .filter(transfer -> transfer.path("memberId").asText().equals(scene.id(person)))
        .mapToLong(transfer -> transfer.path("points").asLong())
        .sum();
  }
}
