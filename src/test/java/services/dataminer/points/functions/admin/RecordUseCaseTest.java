package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.application.message.RecordingMessageQueues.Sent;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.fixture.Recordings;

@WholeSuite
class RecordUseCaseTest {

  private static final String PATH = "/v1/use-cases/uc-17/acceptance";
  private static final String PLAYOUT =
      """
      {"title":"Cloud playout","authors":["ada","ben"],"points":751,"acceptedOn":"2026-10-05"}
      """;

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void directory() {
    api.program.partner("acme", "acme.example");
    api.program.member("ada", "acme");
    api.program.member("ben", "acme");
  }

  private HttpAnswer post(String path, String body) {
    return api.send(HttpCall.of("POST", path).json(body).at("2026-10-20T09:00:00Z"));
  }

  @Test
  void A_use_case_goes_to_its_queue_under_the_id_in_the_path() {
    HttpAnswer answer = post(PATH, PLAYOUT);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo(json("{\"activityId\":\"use-case:uc-17\"}"));
    assertThat(api.queues.take())
        .containsExactly(
            new Sent(
                QueueName.of(ActivityKind.USE_CASE),
                RecordedAwardMessage.of(
                    new ActivityId("use-case:uc-17"),
                    Recordings.useCase(751, "2026-10-05", "ada ben"))));
  }

  @Test
  void Its_authors_share_the_points_to_the_last_one() {
    post(PATH, PLAYOUT);
    api.work();

    assertThat(api.program.balanceOf("ada") + api.program.balanceOf("ben")).isEqualTo(751);
    assertThat(api.program.balanceOf("ada")).isBetween(375L, 376L);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id         | "uc-17"        | id: is not a known field: remove it
          title      |                | title: is missing
          title      | 7              | title: must be a string
          authors    |                | authors: is missing
          authors    | []             | authors: must have 1 to 1000 entries
          authors    | ["ada","ada"]  | authors[1]: is listed twice
          authors    | ["ada","nemo"] | authors[1]: is not a member: sign the person up first
          points     |                | points: is missing
          points     | 249            | points: must be a whole number from 250 to 1000
          points     | 1001           | points: must be a whole number from 250 to 1000
          points     | null           | points: is missing
          acceptedOn |                | acceptedOn: is missing
          acceptedOn | "5/10/2026"    | acceptedOn: must be a date such as 2026-09-11
          acceptedOn | "2026-10-21"   | acceptedOn: must not be after today, 2026-10-20
          acceptedOn | "2023-03-27"   | acceptedOn: must not be before the program began on 2023-03-28
          people     | ["ada"]        | people: is not a known field: remove it
          """)
  void What_is_wrong_is_named(String field, String value, String faults) {
    HttpAnswer answer = post(PATH, Bodies.with(PLAYOUT, field, value));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(faults.split("; "));
    assertThat(api.queues.take()).isEmpty();
    assertThat(api.get("/v1/activities/use-case:uc-17").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uc 17", "uc:17", "-17", "uc#17"})
  void An_id_that_could_be_mistaken_is_refused(String id) {
    HttpAnswer answer = post("/v1/use-cases/" + id + "/acceptance", PLAYOUT);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations())
        .containsExactly(
            "id: must be an id of 1 to 64 letters, digits, \".\", \"_\" and \"-\", starting with a letter or digit");
  }
}
