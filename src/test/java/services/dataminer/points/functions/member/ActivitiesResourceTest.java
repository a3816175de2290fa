package services.dataminer.points.functions.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.CourseMessage.Statement;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.CourseFact.Step;

class ActivitiesResourceTest {

  private final MemberApi api = new MemberApi();
  private final Program program = new Program(api.books.local());

  @BeforeEach
  void aLearner() {
    program.member("ada", null, "ada@acme.example");
    program.course(course("https://lms.example/course"));
  }

  private static Course course(String id) {
    return new Course(id, "Agile", new Course.ForCourse(Optional.empty(), Optional.of(50L)));
  }

  private void tell(String object, Step step) {
    program.tell(
        new CourseMessage.Progressed(
            CourseMessage.SCHEMA,
            new Statement(object, "digest", "moodle", Instant.parse("2026-04-01T10:00:00Z")),
            new Address("mailto:ada@acme.example"),
            object,
            step));
  }

  private List<String> states(String query) {
    JsonNode page =
        api.send(MemberApi.by("ada", "GET", "/v1/members/ada/activities").query("all", query))
            .body();
    return page.get("activities").findValuesAsText("state");
  }

  @Test
  void What_only_lacks_an_entry_of_the_catalogue_is_left_out_unless_asked_for() {
    tell("https://lms.example/course", Step.COMPLETED);
    for (int page = 0; page < 60; page++) {
      tell("https://lms.example/page/" + page, Step.COMPLETED);
    }

    HttpAnswer answer = api.get("ada", "/activities");

    assertThat(answer.body().get("activities").findValuesAsText("state"))
        .containsExactly("GRANTED");
    assertThat(answer.body().get("next").isNull()).as("nothing is on a second page").isTrue();
    assertThat(states("false")).containsExactly("GRANTED");
    assertThat(states("true")).hasSize(50).contains("WAITING");
  }

  @Test
  void What_is_entered_and_pays_nothing_is_shown() {
    tell("https://lms.example/other", Step.PASSED);
    assertThat(states("false")).isEmpty();

    program.course(course("https://lms.example/other"));

    assertThat(states("false")).containsExactly("REFUSED");
  }

  @Test
  void All_is_true_or_false() {
    HttpAnswer answer =
        api.send(MemberApi.by("ada", "GET", "/v1/members/ada/activities").query("all", "yes"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults()).containsExactly("all: must be true or false");
  }
}
