package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;
import static services.dataminer.points.functions.admin.CalendarFacts.ended;
import static services.dataminer.points.functions.admin.CalendarFacts.id;
import static services.dataminer.points.functions.admin.CalendarFacts.onVideo;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordingMessageQueues.Sent;
import services.dataminer.points.functions.HttpAnswer;

@WholeSuite
class ReassessmentResourceTest {

  private static final String PATH = "/v1/activities/calcom:call/judgement";

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void callBeforeThePartnerIsEntered() {
    api.program.tell(
        id("call"),
        onVideo("2026-08-30T10:00:00Z", "ada@acme.example", "c@customer.example"),
        ended("2026-08-30T10:30:00Z"));
  }

  private String state() {
    return api.get("/v1/activities/calcom:call").body().get("state").textValue();
  }

  @Test
  void A_refusal_is_reassessed_with_the_directory_of_today() {
    assertThat(state()).isEqualTo("REFUSED");
    api.program.partner("acme", "acme.example");
    api.program.member("ada", "acme", "ada@acme.example");

    HttpAnswer answer = api.post(PATH, "{}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo(json("{\"activityId\":\"calcom:call\"}"));
    api.work();
    assertThat(state()).isEqualTo("GRANTED");
    assertThat(api.program.balanceOf("ada")).isEqualTo(100);
    JsonNode activity = api.get("/v1/activities/calcom:call").body();
    assertThat(activity.path("decision").path("earlier"))
        .singleElement()
        .satisfies(
            was -> {
              assertThat(was.path("state").asText()).isEqualTo("REFUSED");
              assertThat(was.path("total").longValue()).isZero();
              assertThat(was.path("reason").asText())
                  .isEqualTo("no one from a partner booked the call");
            });
    assertThat(activity.path("facts"))
        .filteredOn(fact -> fact.path("what").asText().equals("REASSESSED"))
        .extracting(fact -> fact.path("by").asText())
        .containsExactly("grace");
  }

  @Test
  void The_wish_goes_to_the_queue_of_the_activitys_kind() {
    api.post(PATH, "{}");

    assertThat(api.queues.take())
        .containsExactly(
            new Sent(
                QueueName.VIRTUAL_MEETING,
                MeetingMessage.reassess(id("call"), ReassessmentScope.EVERYTHING)));
  }

  @Test
  void What_is_not_refused_is_not_reassessed() {
    api.program.partner("acme", "acme.example");
    api.post(PATH, "{}");
    api.work();

    HttpAnswer answer = api.post(PATH, "{}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().get("detail").textValue())
        .isEqualTo("Only a refused activity can be reassessed; this one is GRANTED.");
    assertThat(api.queues.take()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"calcom:unknown", "show:ibc-2026:acme", "nonsense"})
  void What_is_not_known_is_not_found(String activityId) {
    assertThat(api.post("/v1/activities/" + activityId + "/judgement", "{}").status())
        .isEqualTo(404);
  }

  @Test
  void The_body_is_empty() {
    HttpAnswer answer = api.post(PATH, "{\"reason\":\"please\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly("reason: is not a known field: remove it");
    assertThat(api.queues.take()).isEmpty();
  }

  @Test
  void A_queue_that_is_down_is_told_as_such() {
    api.queues.breakAfter(0);

    assertThat(api.post(PATH, "{}").status()).isEqualTo(503);
  }
}
