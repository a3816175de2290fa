package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.localcloud.LocalCloud;

@DisplayName("Courses and quizzes earn points, from the LMS's statements to the member's balance")
@OnSharedCloud
class CoursesIT {

  private final LocalCloud cloud;
  private final PointsClient points;

  CoursesIT(LocalCloud cloud, PointsClient points) {
    this.cloud = cloud;
    this.points = points;
  }

  private static String uuid(int number) {
    return "11111111-1111-4111-8111-%012d".formatted(number);
  }

  @Test
  @DisplayName("a batch with a completion, a failed quiz, a duplicate under another id and a void")
  void aBatch() {
    Scene scene = Scene.of(points);
    String course = scene.course("agile", 10, 50);
    String quiz = scene.quiz("self-test", 25);
    String ada = Xapi.mailbox(scene.address("ada"));
    String ben = Xapi.mailbox(scene.address("ben"));
    var completed = Xapi.completed(ada, course, "2026-09-10T10:00:00+02:00");
    var other = Xapi.completed(ben, course, "2026-09-10T09:00:00.123456789Z");

    JsonNode ids =
        points
            .lms(
                Xapi.batch(
                    completed.under(uuid(1)).json(),
                    Xapi.failed(ada, quiz, "2026-09-10T11:00:00Z").under(uuid(2)).json(),
                    completed.under(uuid(3)).json(),
                    other.under(uuid(4)).json(),
                    Xapi.voided(uuid(5), uuid(4), "2026-09-10T12:00:00Z")))
            .expect(200);
    points.idle();

    assertThat(ids.toString())
        .isEqualTo(Xapi.batch(quoted(1), quoted(2), quoted(3), quoted(4), quoted(5)));
    assertThat(scene.earned("ada")).isEqualTo(50);
    assertThat(scene.entries("ada")).hasSize(1);
    assertThat(scene.earned("ben")).isZero();

    points.lms(Xapi.voided(uuid(6), uuid(1), "2026-09-11T08:00:00Z")).expect(200);
    points.idle();
    assertThat(scene.earned("ada")).as("another statement still tells of it").isEqualTo(50);

    points.lms(Xapi.voided(uuid(7), uuid(3), "2026-09-11T08:00:00Z")).expect(200);
    points.idle();
    assertThat(scene.earned("ada")).isZero();
    assertThat(scene.entries("ada").get(0).path("kind").asText()).isEqualTo("REVERSAL");
    assertThat(cloud.deadLetters()).isEmpty();
  }

  private static String quoted(int number) {
    return "\"" + uuid(number) + "\"";
  }

  @Test
  @DisplayName("a batch that is sent again earns nothing more, and an id with other content is 409")
  void sentAgain() {
    Scene scene = Scene.of(points);
    String course = scene.course("agile", 10, 50);
    String ada = Xapi.mailbox(scene.address("ada"));
    String batch =
        Xapi.batch(
            Xapi.registered(ada, course, "2026-09-01T08:00:00Z").json(),
            Xapi.completed(ada, course, "2026-09-10T08:00:00Z").under(uuid(21)).json());

    JsonNode first = points.lms(batch).expect(200);
    points.idle();
    JsonNode second = points.lms(batch).expect(200);
    points.idle();

    assertThat(second).isEqualTo(first);
    assertThat(scene.earned("ada")).isEqualTo(60);
    assertThat(scene.entries("ada")).hasSize(2);
    points
        .lms(Xapi.completed(ada, course, "2026-09-12T08:00:00Z").under(uuid(21)).json())
        .expect(409);
  }

  @Test
  @DisplayName("a batch with one bad statement is refused whole, and that statement is named")
  void refusedWhole() {
    Scene scene = Scene.of(points);
    String course = scene.course("agile", 10, 50);
    String good =
        Xapi.completed(Xapi.mailbox(scene.address("ada")), course, "2026-09-10T08:00:00Z").json();
    String bad = good.replace("mailto:", "");

    JsonNode problem = points.lms(Xapi.batch(good, bad)).expect(400);
    points.idle();

    assertThat(problem.path("detail").asText()).startsWith("Statement 2 of 2");
    assertThat(problem.path("errors").get(0).path("field").asText()).isEqualTo("[1].actor.mbox");
    assertThat(scene.entries("ada")).isEmpty();
  }

  @Test
  @DisplayName(
      "a course is entered after its completion, and the learner signs up with an LMS account after that")
  void courseAndLearnerAppear() {
    Scene scene = Scene.of(points);
    String user = scene.id("42");
    String course = scene.iri("late");
    points
        .lms(Xapi.batch(Xapi.completed(Xapi.account(user), course, "2026-09-10T08:00:00Z").json()))
        .expect(200);
    points.idle();

    scene.course("late", 10, 40);
    points.idle();
    points
        .put(
            "/v1/members/" + scene.id("eve"),
            "{\"name\":\"Eve\",\"emails\":[\"%s\"],\"accounts\":[{\"homePage\":\"https://lms.example\",\"name\":\"%s\"}],\"signedUpOn\":\"2026-09-20\"}"
                .formatted(scene.address("eve"), user))
        .expect(201);
    points.idle();

    assertThat(scene.earned("eve")).isEqualTo(40);
    assertThat(scene.entries("eve").get(0).path("earnedOn").asText()).isEqualTo("2026-09-10");
  }

  @Test
  @DisplayName("a member who signed up waits for a course, and is granted it when it is entered")
  void courseAppears() {
    Scene scene = Scene.of(points);
    String ada = Xapi.mailbox(scene.address("ada"));
    points
        .lms(Xapi.passed(ada, scene.iri("quiz-to-come"), "2026-09-10T08:00:00Z").json())
        .expect(200);
    points.idle();
    assertThat(scene.entries("ada")).isEmpty();

    scene.quiz("quiz-to-come", 400);
    points.idle();

    assertThat(scene.earned("ada")).isEqualTo(400);
  }
}
