package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.CourseMessage.Progressed;
import services.dataminer.points.application.message.CourseMessage.Statement;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.CourseFact.Step;

@DisplayName("Someone named by the hash of an address, in the spelling in which it was entered,")
@WholeSuite
class SpelledAddressTest {

  private static final String SPELLED = "Ada.Lopez@Acme.example";
  private static final String LOWER = "ada.lopez@acme.example";

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void catalogue() {
    for (String id : new String[] {"https://lms.example/1", "https://lms.example/2"}) {
      api.program.course(
          new Course(id, "Agile", new Course.ForCourse(Optional.empty(), Optional.of(50L))));
    }
  }

  private HttpAnswer enter(String id, String... emails) {
    HttpAnswer answer =
        api.put(
            "/v1/members/" + id,
            "{\"name\":\"A\",\"signedUpOn\":\"2023-04-12\",\"emails\":[%s]}"
                .formatted(emails.length == 0 ? "" : "\"" + String.join("\",\"", emails) + "\""));
    api.work();
    return answer;
  }

  private void completed(String course, String address) {
    var statement =
        new Statement(
            UUID.randomUUID().toString(), address, "lms", Instant.parse("2026-08-01T10:00:00Z"));
    api.program.tell(
        new Progressed(
            CourseMessage.SCHEMA,
            statement,
            new Address("sha1:" + Hashes.sha1Hex("mailto:" + address)),
            "https://lms.example/" + course,
            Step.COMPLETED));
  }

  @Test
  @DisplayName("is found, and in lower case too")
  void found() {
    HttpAnswer entered = enter("ada", SPELLED);

    completed("1", SPELLED);
    completed("2", LOWER);

    assertThat(entered.body().get("emails"))
        .extracting(Object::toString)
        .containsExactly("\"" + LOWER + "\"");
    assertThat(api.program.balanceOf("ada")).isEqualTo(100);
  }

  @Test
  @DisplayName("is found after the profile was read, changed and sent back")
  void sentBack() {
    enter("ada", SPELLED);

    assertThat(enter("ada", LOWER, "ada@home.example").status()).isEqualTo(200);
    completed("1", SPELLED);

    assertThat(api.program.balanceOf("ada")).isEqualTo(50);
  }

  @Test
  @DisplayName("gets the points that waited")
  void waited() {
    completed("1", SPELLED);
    enter("ada", LOWER);
    assertThat(api.program.balanceOf("ada")).isZero();

    enter("ada", SPELLED);

    assertThat(api.program.balanceOf("ada")).isEqualTo(50);
  }

  @Test
  @DisplayName("is who has the address now")
  void givenUp() {
    enter("ada", SPELLED);
    assertThat(enter("ben", LOWER).status()).isEqualTo(409);

    enter("ada");
    enter("ben", SPELLED);
    completed("1", SPELLED);

    assertThat(api.program.balanceOf("ada")).isZero();
    assertThat(api.program.balanceOf("ben")).isEqualTo(50);
  }

  @Test
  @DisplayName("is nobody once erased")
  void erased() {
    enter("ada", SPELLED);

    assertThat(api.send(HttpCall.of("DELETE", "/v1/members/ada")).status()).isEqualTo(204);
    completed("1", SPELLED);

    assertThat(api.program.balanceOf("ada")).isZero();
  }
}
