package services.dataminer.points.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// A course is followed and a quiz passed, an event hosted, a use case accepted, a question
/// answered.
final class EverythingElseAct {

  private final Stage stage;
  private final PointsClient points;

  EverythingElseAct(Stage stage) {
    this.stage = stage;
    this.points = stage.points;
  }

  void play() {
    stage.say("");
    stage.say("Act 2: everything else that the program pays for.");
    learning();
    decisions();
    points.idle();
    stage.say(
        "The LMS told of a course and a quiz (a failed try, too), one statement came twice; an administrator");
    stage.say(
        "recorded an event of two days, a use case, an answer, and three pieces of feedback in one month:");
    stage.tellBalance(stage.ada, "2026-10-06T00:00:00Z");
    stage.say("Why not? The third feedback's decision says:");
    stage.say(
        "  "
            + points
                .read("/v1/activities/contribution:" + stage.id("feedback-3"))
                .path("decision")
                .path("reason")
                .asText());
  }

  private void learning() {
    String course =
        entered(
            "Agile Deployment",
            "course",
            "\"kind\":\"COURSE\",\"points\":{\"enrolled\":10,\"completed\":50}");
    String quiz =
        entered("Agile self-test", "quiz", "\"kind\":\"QUIZ\",\"points\":{\"passed\":25}");
    String ada = Xapi.mailbox(stage.address(stage.ada));
    String completed = Xapi.completed(ada, course, "2026-10-02T15:30:00Z").json();
    points
        .lms(
            Xapi.batch(
                Xapi.registered(ada, course, "2026-10-01T08:00:00Z").json(),
                completed,
                Xapi.failed(ada, quiz, "2026-10-02T16:00:00Z").json(),
                Xapi.passed(ada, quiz, "2026-10-02T16:30:00Z").json()))
        .expect(200);
    points.lms(completed).expect(200);
  }

  private String entered(String title, String name, String rest) {
    String iri = "https://lms.example/" + stage.id(name);
    points
        .put(
            "/v1/courses?id=" + URLEncoder.encode(iri, StandardCharsets.UTF_8),
            "{\"title\":\"%s\",%s}".formatted(title, rest))
        .expect(201);
    return iri;
  }

  private void decisions() {
    points
        .post(
            "/v1/hosted-events",
            "{\"id\":\"%s\",\"title\":\"Inspire on tour, Ghent\",\"series\":\"INSPIRE\",\"days\":[{\"date\":\"2026-10-01\",\"points\":1000},{\"date\":\"2026-10-02\",\"points\":800}],\"people\":[\"%s\",\"%s\"]}"
                .formatted(stage.id("ghent"), stage.ada, stage.ben))
        .expect(202);
    points
        .post(
            "/v1/use-cases/" + stage.id("uc") + "/acceptance",
            "{\"title\":\"Cloud playout\",\"authors\":[\"%s\"],\"points\":750,\"acceptedOn\":\"2026-10-05\"}"
                .formatted(stage.ada))
        .expect(202);
    contribution("answer", "answer-question", "2026-10-05T10:00:00Z");
    for (int i = 1; i <= 3; i++) {
      contribution("feedback-" + i, "feedback", "2026-10-05T1" + i + ":00:00Z");
      points.idle();
    }
  }

  private void contribution(String name, String action, String occurredAt) {
    points
        .post(
            "/v1/contributions",
            "{\"id\":\"%s\",\"memberId\":\"%s\",\"action\":\"%s\",\"occurredAt\":\"%s\"}"
                .formatted(stage.id(name), stage.ada, action, occurredAt))
        .expect(202);
  }
}
