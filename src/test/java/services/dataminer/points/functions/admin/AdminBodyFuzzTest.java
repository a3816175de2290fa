package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.functions.Foreign;
import services.dataminer.points.functions.WireCall;
import services.dataminer.points.functions.queue.MessageJson;

@DisplayName("A call of an administrator, whatever its body,")
@WholeSuite
class AdminBodyFuzzTest {

  private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");
  private static final List<String> ROUTES =
      List.of(
          "PUT /v1/partners/{id}",
          "PUT /v1/members/{id}",
          "DELETE /v1/members/{id}",
          "PUT /v1/shows/{id}",
          "PUT /v1/courses",
          "POST /v1/hosted-events",
          "POST /v1/use-cases/{id}/acceptance",
          "POST /v1/contributions",
          "POST /v1/adjustments",
          "POST /v1/activities/{id}/retraction",
          "POST /v1/activities/{id}/judgement");

  private static final AdminApi API = AdminApi.withAda().frozen();

  @FuzzTest
  void call(byte[] sent) {
    API.queues.take();
    WireCall.of(sent)
        .event(ROUTES, "grace", NOW, "points:admin")
        .ifPresent(event -> Foreign.answer(event, API::answer));
    for (Object message : API.queues.takeMessages()) {
      JsonNode json = MessageJson.MAPPER.valueToTree(message);
      if (message instanceof RecordedAwardMessage) {
        assertThat(MessageJson.MAPPER.convertValue(json, RecordedAwardMessage.class))
            .isEqualTo(message);
      }
    }
  }
}
