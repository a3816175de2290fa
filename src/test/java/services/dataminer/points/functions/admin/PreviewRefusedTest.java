package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;

/// Calls that have no preview, asked for one.
@WholeSuite
class PreviewRefusedTest {

  private static final String REFUSED =
      "preview: is not supported by this call: omit it, and the call takes effect";

  private final AdminApi api = AdminApi.withAda();

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          POST   | /v1/activities/contribution:c-1/retraction | {"reason":"x"}
          POST   | /v1/activities/contribution:c-1/judgement  | {}
          DELETE | /v1/members/ada                            | {}
          """)
  void Nothing_is_done_where_nothing_can_be_foreseen(String method, String path, String body) {
    HttpAnswer before = api.get("/v1/activities/contribution:c-1");

    HttpAnswer answer = api.send(HttpCall.of(method, path).json(body).query("preview", "true"));
    api.work();

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(REFUSED);
    assertThat(api.get("/v1/activities/contribution:c-1")).isEqualTo(before);
    assertThat(api.get("/v1/members/ada").status()).isEqualTo(200);
  }

  @Test
  void Without_a_preview_the_call_takes_effect() {
    var call = HttpCall.of("POST", "/v1/activities/contribution:c-1/retraction");

    HttpAnswer answer =
        api.sendUndescribed(call.json("{\"reason\":\"x\"}").query("preview", "false"));
    api.work();

    assertThat(answer.status()).isEqualTo(202);
    assertThat(api.program.balanceOf("ada")).isZero();
  }

  @Test
  void Only_an_administrator_learns_that_there_is_none() {
    var call = HttpCall.of("DELETE", "/v1/members/ada").scopes("points:read");

    assertThat(api.send(call.query("preview", "true")).status()).isEqualTo(403);
  }
}
