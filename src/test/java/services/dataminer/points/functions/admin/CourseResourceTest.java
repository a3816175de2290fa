package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.CourseMessage.Statement;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordingMessageQueues;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.CourseFact.Step;

@WholeSuite
class CourseResourceTest {

  private static final String ID = "https://lms.example/course/view.php?id=2&x=[1]";
  private static final String COURSE =
      "{\"title\":\"Agile Deployment\",\"kind\":\"COURSE\",\"points\":{\"enrolled\":10,\"completed\":50}}";
  private static final ActivityId DONE = ActivityId.ofMember("ada", ID, Milestone.DONE);

  private final AdminApi api = new AdminApi();

  private HttpAnswer put(String json) {
    return api.send(HttpCall.of("PUT", "/v1/courses").query("id", ID).json(json));
  }

  private HttpAnswer get() {
    return api.send(HttpCall.of("GET", "/v1/courses").query("id", ID));
  }

  private void complete() {
    complete(ID);
  }

  private void complete(String courseId) {
    api.put(
        "/v1/members/ada",
        "{\"name\":\"Ada\",\"signedUpOn\":\"2023-04-12\",\"emails\":[\"ada@acme.example\"]}");
    api.program.tell(
        new CourseMessage.Progressed(
            CourseMessage.SCHEMA,
            new Statement(
                courseId.equals(ID) ? "s1" : courseId,
                "digest",
                "moodle",
                Instant.parse("2026-08-01T10:00:00Z")),
            new Address("mailto:ada@acme.example"),
            courseId,
            Step.COMPLETED,
            Optional.of("http://type.example/course"),
            Optional.of("Agile")));
  }

  @Test
  void A_course_is_entered_changed_and_read() {
    assertThat(get().status()).isEqualTo(404);
    assertThat(put(COURSE).status()).isEqualTo(201);
    assertThat(put(COURSE).status()).isEqualTo(200);
    assertThat(get().body())
        .isEqualTo(
            HttpAnswer.json(
                "{\"id\":\""
                    + ID
                    + "\",\"title\":\"Agile Deployment\",\"kind\":\"COURSE\",\"points\":{\"enrolled\":10,\"completed\":50}}"));

    HttpAnswer quiz =
        put("{\"title\":\"Self-test\",\"kind\":\"QUIZ\",\"points\":{\"passed\":400}}");

    assertThat(quiz.status()).isEqualTo(200);
    assertThat(get().body()).isEqualTo(quiz.body());
  }

  @Test
  void A_course_may_pay_for_completing_alone() {
    HttpAnswer answer =
        put("{\"title\":\"Agile\",\"kind\":\"COURSE\",\"points\":{\"completed\":50}}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().get("points").toString()).isEqualTo("{\"completed\":50}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"kind":"COURSE","points":{"enrolled":10}}                                | title: is missing
          {"title":"A","kind":"EXAM","points":{"enrolled":10}}                      | kind: must be COURSE or QUIZ
          {"title":"A","kind":"COURSE"}                                             | points: is missing
          {"title":"A","kind":"COURSE","points":{}}                                 | points.completed: is missing: a course awards points for enrolling, completing or both
          {"title":"A","kind":"COURSE","points":{"enrolled":9}}                     | points.enrolled: must be a whole number from 10 to 50
          {"title":"A","kind":"COURSE","points":{"enrolled":10,"completed":51}}     | points.completed: must be a whole number from 10 to 50
          {"title":"A","kind":"COURSE","points":{"completed":12.5}}                 | points.completed: must be a whole number from 10 to 50
          {"title":"A","kind":"COURSE","points":{"completed":50,"passed":5}}        | points.passed: is not a known field: remove it
          {"title":"A","kind":"QUIZ","points":{"completed":50}}                     | points.passed: is missing; points.completed: is not a known field: remove it
          {"title":"A","kind":"QUIZ","points":{"passed":0}}                         | points.passed: must be a whole number from 1 to 400
          {"title":"A","kind":"QUIZ","points":{"passed":401}}                       | points.passed: must be a whole number from 1 to 400
          {"title":"A","kind":"QUIZ","points":{"passed":25},"id":"https://a.be/"}   | id: is not a known field: remove it
          """)
  void What_is_wrong_is_named(String body, String faults) {
    HttpAnswer answer = put(body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(faults.split("; "));
    assertThat(get().status()).isEqualTo(404);
  }

  @Test
  void An_id_must_be_an_IRI() {
    assertThat(api.send(HttpCall.of("PUT", "/v1/courses").json(COURSE)).violations())
        .containsExactly("id: is missing");
    assertThat(
            api.send(HttpCall.of("PUT", "/v1/courses").query("id", "course 2").json(COURSE))
                .violations())
        .containsExactly("id: must be an IRI such as https://lms.example/course/view.php?id=2");
  }

  @Test
  void What_was_completed_before_is_sent_to_be_reassessed_until_it_is() {
    complete();
    assertThat(api.get("/v1/activities/" + DONE).body().get("state").textValue())
        .isEqualTo("WAITING");
    api.queues.take();

    put(COURSE);

    assertThat(api.queues.take())
        .extracting(RecordingMessageQueues.Sent::queue)
        .containsExactly(QueueName.COURSE_PROGRESS);
    put(COURSE);
    api.work();
    assertThat(api.program.balanceOf("ada")).isEqualTo(50);
    put(COURSE);
    assertThat(api.queues.take()).isEmpty();
  }

  @Test
  void The_story_of_a_completion_tells_its_statements_and_it_can_be_taken_back() {
    put(COURSE);
    complete();

    assertThat(api.get("/v1/activities/" + DONE).body().get("facts"))
        .isEqualTo(
            HttpAnswer.json(
                "[{\"what\":\"COMPLETED\",\"at\":\"2026-08-01T10:00:00Z\",\"statementId\":\"s1\"}]"));
    assertThat(
            api.post("/v1/activities/" + DONE + "/retraction", "{\"reason\":\"copied\"}").status())
        .isEqualTo(202);
    api.work();
    assertThat(api.get("/v1/activities/" + DONE).body().get("state").textValue())
        .isEqualTo("RETRACTED");
    assertThat(api.program.balanceOf("ada")).isZero();
  }

  @Test
  void What_the_catalogue_lacks_is_listed_with_what_it_may_have_been_meant_for() {
    for (String near :
        new String[] {
          "http://lms.example/course/view.php?id=2",
          "https://LMS.example/course/view.php?id=2",
          "https://lms.example/course/view.php/?id=2",
          "https://lms.example/course/view.php?id=2#top",
          "https://lms.example/course/view.php?id=3"
        }) {
      assertThat(
              api.send(HttpCall.of("PUT", "/v1/courses").query("id", near).json(COURSE)).status())
          .isEqualTo(201);
    }
    complete("https://lms.example/course/view.php?id=2");

    JsonNode missing = missing();

    assertThat(missing.get("next").isNull()).isTrue();
    assertThat(missing.get("missing")).hasSize(1);
    JsonNode one = missing.get("missing").get(0);
    assertThat(one.get("id").textValue()).isEqualTo("https://lms.example/course/view.php?id=2");
    assertThat(one.get("type").textValue()).isEqualTo("http://type.example/course");
    assertThat(one.get("title").textValue()).isEqualTo("Agile");
    assertThat(one.get("people").longValue()).isEqualTo(1);
    assertThat(one.get("statements").longValue()).isEqualTo(1);
    assertThat(one.get("more").booleanValue()).isFalse();
    assertThat(one.get("near"))
        .extracting(JsonNode::textValue)
        .containsExactly(
            "http://lms.example/course/view.php?id=2",
            "https://LMS.example/course/view.php?id=2",
            "https://lms.example/course/view.php/?id=2",
            "https://lms.example/course/view.php?id=2#top");
  }

  @Test
  void What_is_entered_leaves_the_list() {
    complete();
    assertThat(missing().get("missing")).hasSize(1);

    put(COURSE);

    assertThat(missing().get("missing")).isEmpty();
    api.work();
    assertThat(api.program.balanceOf("ada")).isEqualTo(50);
  }

  @Test
  void The_list_comes_in_pages() {
    for (int n = 0; n < 51; n++) {
      complete("https://lms.example/page/" + n);
    }
    JsonNode first = missing();

    HttpAnswer second =
        api.send(
            HttpCall.of("GET", "/v1/courses/missing")
                .query("cursor", first.get("next").textValue()));

    assertThat(first.get("missing")).hasSize(50);
    assertThat(second.body().get("missing")).hasSize(1);
    assertThat(second.body().get("next").isNull()).isTrue();
    assertThat(
            api.send(HttpCall.of("GET", "/v1/courses/missing").query("cursor", "x")).violations())
        .containsExactly("cursor: must be the next value of the previous page");
  }

  private JsonNode missing() {
    return api.get("/v1/courses/missing").body();
  }
}
