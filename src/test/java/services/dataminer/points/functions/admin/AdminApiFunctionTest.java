package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

@WholeSuite
class AdminApiFunctionTest {

  private static final String PARTNER = "{\"name\":\"Acme\",\"kind\":\"BUSINESS\"}";
  private static final int LIMIT_BYTES = 64 * 1024;

  private final AdminApi api = new AdminApi();

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/partners/acme",
    "PUT, /v1/partners/acme",
    "GET, /v1/members/ada",
    "PUT, /v1/members/ada",
    "GET, /v1/shows/ibc-2026",
    "PUT, /v1/shows/ibc-2026",
    "GET, /v1/shows/ibc-2026/meetings",
    "GET, /v1/activities/calcom:a",
    "POST, /v1/hosted-events",
    "POST, /v1/use-cases/uc-17/acceptance",
    "POST, /v1/contributions",
    "POST, /v1/adjustments",
    "POST, /v1/activities/calcom:a/retraction",
    "POST, /v1/activities/calcom:a/judgement"
  })
  void A_token_without_the_admin_scope_is_refused(String method, String path) {
    HttpAnswer answer = api.send(HttpCall.of(method, path).json(PARTNER).scopes("points:read"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().get("detail").textValue()).contains("points:admin");
    assertThat(api.get("/v1/partners/acme").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /v1/partners/acme",
    "PUT, /v1/members/ada",
    "PUT, /v1/shows/ibc-2026",
    "POST, /v1/hosted-events",
    "POST, /v1/use-cases/uc-17/acceptance",
    "POST, /v1/contributions",
    "POST, /v1/adjustments",
    "POST, /v1/activities/calcom:a/retraction",
    "POST, /v1/activities/calcom:a/judgement"
  })
  void Who_changes_something_must_say_who_it_is(String method, String path) {
    HttpAnswer answer = api.send(HttpCall.of(method, path).json(PARTNER).by(null));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().get("detail").textValue()).contains("claim sub");
  }

  @Test
  void Who_only_reads_need_not() {
    assertThat(api.send(HttpCall.of("GET", "/v1/partners/acme").by(null)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD,   /v1/partners/acme",
    "DELETE, /v1/partners/acme",
    "GET,    /v1/wishes/acme",
    "POST,   /v1/activities/calcom:a/praise",
    "GET,    /"
  })
  void A_call_that_is_not_described_is_not_found(String method, String path) {
    assertThat(api.sendUndescribed(HttpCall.of(method, path)).status()).isEqualTo(404);
  }

  @Test
  void An_event_that_is_none_of_the_gateways_is_refused() {
    HttpAnswer answer = api.sendEvent(new APIGatewayV2HTTPEvent());

    assertThat(answer.status()).isEqualTo(403);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no body        |            | 400",
        "no JSON        | name=Acme  | 400",
        "cut short      | {\"name\": | 400",
        "a list         | []         | 400",
        "null           | null       | 400",
        "a name twice   | {\"name\":\"a\",\"name\":\"b\",\"kind\":\"BUSINESS\"} | 400"
      })
  void A_body_that_is_no_JSON_object_is_malformed(String what, String body, int status) {
    assertThat(api.put("/v1/partners/acme", body).status()).as(what).isEqualTo(status);
  }

  @Test
  void A_body_of_another_media_type_is_not_taken() {
    var call = HttpCall.of("PUT", "/v1/partners/acme").json(PARTNER);

    assertThat(api.send(call.header("content-type", "text/plain")).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT /v1/partners/acme", "PUT /v1/members/ada", "PUT /v1/shows/ibc-2026"})
  void A_body_may_be_large_but_not_larger(String call) {
    String[] parts = call.split(" ");

    assertThat(api.send(HttpCall.of(parts[0], parts[1]).json(blank(LIMIT_BYTES))).status())
        .isEqualTo(422);
    assertThat(api.send(HttpCall.of(parts[0], parts[1]).json(blank(LIMIT_BYTES + 1))).status())
        .isEqualTo(413);
  }

  private static String blank(int bytes) {
    return "{" + " ".repeat(bytes - 2) + "}";
  }

  @Test
  void A_table_out_of_reach_is_told_as_such() {
    HttpAnswer answer = api.through(new Outage()).put("/v1/partners/acme", PARTNER);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsAllEntriesOf(Map.of("retry-after", "30"));
  }

  private static final class Outage implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      throw SdkClientException.create("cut for the test");
    }
  }
}
