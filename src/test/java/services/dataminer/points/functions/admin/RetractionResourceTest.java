package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;
import static services.dataminer.points.functions.admin.CalendarFacts.atBooth;
import static services.dataminer.points.functions.admin.CalendarFacts.ended;
import static services.dataminer.points.functions.admin.CalendarFacts.id;
import static services.dataminer.points.functions.admin.CalendarFacts.noShow;
import static services.dataminer.points.functions.admin.CalendarFacts.onVideo;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordingMessageQueues.Sent;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.program.activity.Retraction;

@WholeSuite
class RetractionResourceTest {

  private static final String PATH = "/v1/activities/calcom:call/retraction";
  private static final String REASON = "{\"reason\":\"the meeting was with another partner\"}";

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void meetings() {
    api.program.partner("acme", "acme.example");
    api.program.member("ada", "acme", "ada@acme.example");
    api.program.show(CalendarFacts.IBC, CalendarFacts.IBC_EVENT_TYPE);
    api.program.tell(
        id("call"),
        onVideo("2026-08-30T10:00:00Z", "ada@acme.example", "c@customer.example"),
        ended("2026-08-30T10:30:00Z"));
  }

  @Test
  void A_retraction_is_a_fact_with_who_when_and_why() {
    HttpAnswer answer =
        api.send(HttpCall.of("POST", PATH).json(REASON).by("linus").at("2026-09-03T08:00:00Z"));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo(json("{\"activityId\":\"calcom:call\"}"));
    var fact =
        new Retraction(
            Instant.parse("2026-09-03T08:00:00Z"), "linus", "the meeting was with another partner");
    assertThat(api.queues.take())
        .containsExactly(
            new Sent(QueueName.VIRTUAL_MEETING, MeetingMessage.of(id("call"), List.of(fact))));
  }

  @Test
  void What_was_granted_is_taken_back_and_the_story_says_why() {
    assertThat(api.program.balanceOf("ada")).isEqualTo(100);

    api.post(PATH, REASON);
    api.work();

    assertThat(api.program.balanceOf("ada")).isZero();
    var view = api.get("/v1/activities/calcom:call").body();
    assertThat(view.get("state").textValue()).isEqualTo("RETRACTED");
    assertThat(view.get("decision").get("reason").textValue())
        .isEqualTo("retracted: the meeting was with another partner");
    assertThat(view.get("facts"))
        .contains(
            json(
                """
                {"what":"RETRACTED","at":"2026-09-01T10:00:00Z","by":"grace",
                 "reason":"the meeting was with another partner"}
                """));
  }

  @Test
  void Retracting_twice_for_the_same_reason_is_answered_as_the_first_time() {
    HttpAnswer first = api.post(PATH, REASON);
    HttpAnswer meanwhile = api.post(PATH, REASON);
    api.work();
    HttpAnswer afterwards = api.post(PATH, REASON);

    assertThat(List.of(meanwhile, afterwards)).containsOnly(first);
    assertThat(api.queues.take()).isEmpty();
    assertThat(api.program.entriesOf("ada")).hasSize(2);
  }

  @Test
  void Retracting_for_another_reason_is_a_conflict() {
    api.post(PATH, REASON);
    api.work();

    HttpAnswer answer = api.post(PATH, "{\"reason\":\"booked twice\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.violations())
        .containsExactly(
            "reason: differs from the recorded reason: the meeting was with another partner");
    assertThat(api.queues.take()).isEmpty();
  }

  @Test
  void Each_kind_goes_to_its_own_queue() {
    api.program.tell(id("booth"), atBooth("2026-09-12T10:00:00Z", "ada@acme.example"));
    api.program.tell(id("unheard"), noShow("2026-09-12T11:00:00Z", "ben@acme.example"));

    api.post("/v1/activities/calcom:booth/retraction", REASON);
    api.post("/v1/activities/calcom:unheard/retraction", REASON);

    assertThat(api.queues.take())
        .extracting(Sent::queue)
        .containsExactly(QueueName.EXHIBITION_MEETING, QueueName.MEETING_ATTENDANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"calcom:unknown", "nonsense", "calcom:a#b"})
  void What_is_not_known_is_not_found(String activityId) {
    assertThat(api.post("/v1/activities/" + activityId + "/retraction", REASON).status())
        .isEqualTo(404);
  }

  @Test
  void The_settlement_of_a_show_cannot_be_retracted() {
    HttpAnswer answer =
        api.post("/v1/activities/show:ibc-2026:acme/retraction", "{\"cause\":\"none\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations())
        .containsExactly(
            "id: is the settlement of a show: retract its meetings instead",
            "reason: is missing",
            "cause: is not a known field: remove it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                           | reason: is missing
          {"reason":null}              | reason: is missing
          {"reason":"  "}              | reason: must not be empty
          {"reason":["a"]}             | reason: must be a string
          {"reason":"a","by":"ada"}    | by: is not a known field: remove it
          {"reason":"a\\u0000b"}       | reason: must have at most 500 characters and no control characters
          """)
  void What_is_wrong_is_named(String body, String faults) {
    HttpAnswer answer = api.post(PATH, body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(faults.split("; "));
    assertThat(api.queues.take()).isEmpty();
  }

  @Test
  void A_reason_has_at_most_500_characters() {
    assertThat(api.post(PATH, "{\"reason\":\"%s\"}".formatted("x".repeat(501))).status())
        .isEqualTo(422);
    assertThat(api.post(PATH, "{\"reason\":\"%s\"}".formatted("x".repeat(500))).status())
        .isEqualTo(202);
  }

  @Test
  void A_queue_that_is_down_is_told_as_such() {
    api.queues.breakAfter(0);

    assertThat(api.post(PATH, REASON).status()).isEqualTo(503);
  }
}
