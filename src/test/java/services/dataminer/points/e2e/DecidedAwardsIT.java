package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.localcloud.LocalCloud;

@DisplayName("What administrators decide on earns points, from their call to the member's balance")
@OnSharedCloud
class DecidedAwardsIT {

  /// One more than two chunks of an activity hold.
  private static final int GUESTS = 201;

  private final LocalCloud cloud;
  private final PointsClient points;

  DecidedAwardsIT(LocalCloud cloud, PointsClient points) {
    this.cloud = cloud;
    this.points = points;
  }

  @Test
  @DisplayName("an event for 201 people that is interrupted twice gives each a share, once")
  void largeEvent() {
    Scene scene = Scene.of(points);
    List<String> guests = IntStream.range(0, GUESTS).mapToObj(i -> "guest-" + i).toList();
    inParallel(guests, scene::signUp);

    points
        .post(
            "/v1/hosted-events",
            "{\"id\":\"%s\",\"title\":\"Inspire on tour\",\"series\":\"INSPIRE\",\"days\":[{\"date\":\"2026-09-29\",\"points\":1000}],\"people\":[%s]}"
                .formatted(
                    scene.id("event"),
                    guests.stream()
                        .map(guest -> "\"" + scene.id(guest) + "\"")
                        .collect(Collectors.joining(","))))
        .expect(202);
    Awaitility.await()
        .atMost(PointsClient.PATIENCE)
        .until(() -> cloud.killFunctions("hosted-event") > 0);
    Awaitility.await()
        .atMost(PointsClient.PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> IntStream.range(0, 5).anyMatch(i -> scene.earned("guest-" + i * 40) > 0));
    cloud.killFunctions("hosted-event");
    points.idle();

    JsonNode standing =
        points.read("/v1/partners/" + scene.id("acme") + "/standing").path("people");
    List<Long> shares =
        standing
            .valueStream()
            .filter(person -> person.path("memberId").asText().startsWith("guest-"))
            .map(person -> person.path("earned").asLong())
            .toList();
    assertThat(shares).hasSize(GUESTS).allMatch(share -> share == 4 || share == 5);
    assertThat(shares.stream().mapToLong(share -> share).sum()).isEqualTo(1000);
    assertThat(scene.entries("guest-0")).hasSize(1);
    assertThat(cloud.deadLetters()).isEmpty();
  }

  @Test
  @DisplayName("a use case, an answer and an adjustment, of which one is taken back")
  void takenBack() {
    Scene scene = Scene.of(points);
    points
        .post(
            "/v1/use-cases/%s/acceptance".formatted(scene.id("uc")),
            "{\"title\":\"Cloud playout\",\"authors\":[\"%s\",\"%s\"],\"points\":751,\"acceptedOn\":\"2026-09-05\"}"
                .formatted(scene.id("ada"), scene.id("ben")))
        .expect(202);
    contribution(scene, "answer", "answer-question");
    points
        .post(
            "/v1/adjustments",
            "{\"id\":\"%s\",\"memberId\":\"%s\",\"points\":-50,\"reason\":\"booked twice by mistake\",\"occurredAt\":\"2026-09-06T10:00:00Z\"}"
                .formatted(scene.id("adj"), scene.id("ada")))
        .expect(202);
    points.idle();
    assertThat(scene.earned("ada") + scene.earned("ben")).isEqualTo(751 + 25 - 50);
    assertThat(scene.earned("ben")).isBetween(375L, 376L);

    points
        .post(
            "/v1/activities/use-case:%s/retraction".formatted(scene.id("uc")),
            "{\"reason\":\"it was another partner's\"}")
        .expect(202);
    points.idle();

    assertThat(scene.earned("ada")).isEqualTo(25 - 50);
    assertThat(scene.earned("ben")).isZero();
    assertThat(points.read("/v1/activities/use-case:" + scene.id("uc")).path("state").asText())
        .isEqualTo("RETRACTED");
  }

  @Test
  @DisplayName("feedback given four times at once in one month pays twice, and says why not more")
  void capped() {
    Scene scene = Scene.of(points);
    inParallel(
        IntStream.range(0, 4).mapToObj(i -> "feedback-" + i).toList(),
        name -> contribution(scene, name, "feedback"));
    points.idle();

    assertThat(scene.earned("ada")).isEqualTo(100);
    List<String> refused =
        IntStream.range(0, 4)
            .mapToObj(i -> points.read("/v1/activities/contribution:" + scene.id("feedback-" + i)))
            .filter(view -> view.path("state").asText().equals("REFUSED"))
            .map(view -> view.path("decision").path("reason").asText())
            .toList();
    assertThat(refused)
        .hasSize(2)
        .containsOnly("the 100-point cap for feedback in September 2026 is used up");
  }

  /// Does it for each, eight at a time, and fails with the first that fails.
  private static void inParallel(List<String> names, Consumer<String> work) {
    try (var hands = Executors.newFixedThreadPool(8)) {
      var jobs = names.stream().map(name -> hands.submit(() -> work.accept(name))).toList();
      jobs.forEach(job -> assertThat(job).succeedsWithin(Duration.ofMinutes(2)));
    }
  }

  private void contribution(Scene scene, String name, String action) {
    points
        .post(
            "/v1/contributions",
            "{\"id\":\"%1$s\",\"memberId\":\"%2$s\",\"action\":\"%3$s\",\"occurredAt\":\"2026-09-05T10:00:00Z\",\"evidence\":\"https://community.example/%1$s\"}"
                .formatted(scene.id(name), scene.id("ada"), action))
        .expect(202);
  }
}
