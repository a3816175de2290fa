package services.dataminer.points.functions.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.platform.secrets.Secrets;

@DisplayName("calendar-webhook, called as Lambda calls it")
@QuarkusTest
@TestProfile(CalendarWebhookFunctionTest.Profile.class)
@WholeSuite
class CalendarWebhookFunctionTest {

  /// The function by its name, with queues and secrets of the test.
  public static final class Profile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.funqy.export", "calendar-webhook");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(TestQueues.class, TestSecrets.class);
    }
  }

  @Alternative
  @Singleton
  public static class TestQueues implements MessageQueues {

    private final List<QueueName> used = new ArrayList<>();

    @Override
    public void sendAll(QueueName queue, List<?> messages) {
      used.add(queue);
    }
  }

  @Alternative
  @Singleton
  public static class TestSecrets implements Secrets {

    @Override
    public String value(String name) {
      return SignedRequest.secrets().value(name);
    }
  }

  @Inject TestQueues queues;

  @BeforeEach
  void forget() {
    queues.used.clear();
  }

  @Test
  void A_signed_booking_is_stored() {
    call(SignedRequest.calcom(Fixture.bytes("created")).base64().event())
        .body("statusCode", equalTo(202))
        .body("headers.content-type", equalTo("application/json"))
        .body("body", equalTo("{\"activityIds\":[\"calcom:cZQK3kWm7YtVb2\"]}"));
    assertThat(queues.used).containsExactly(QueueName.EXHIBITION_MEETING);
  }

  @Test
  void A_signed_event_is_stored() {
    call(SignedRequest.structured(Fixture.bytes("cloudevent-exhibition")).event())
        .body("statusCode", equalTo(202));
    assertThat(queues.used).containsExactly(QueueName.EXHIBITION_MEETING);
  }

  @Test
  void An_unsigned_booking_is_refused_as_a_problem() {
    call(SignedRequest.unsigned(Fixture.bytes("created")).event())
        .body("statusCode", equalTo(401))
        .body("headers.content-type", equalTo("application/problem+json"))
        .body("body", containsString("\"status\":401"));
    assertThat(queues.used).isEmpty();
  }

  @Test
  void An_event_without_anything_in_it_is_refused_and_no_fault() {
    call(new APIGatewayV2HTTPEvent()).body("statusCode", equalTo(401));
  }

  private static ValidatableResponse call(APIGatewayV2HTTPEvent event) {
    try {
      return given()
          .contentType("application/json")
          .body(Json.MAPPER.writeValueAsString(event))
          .when()
          .post()
          .then()
          .statusCode(200);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
