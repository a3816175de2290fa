package services.dataminer.points.functions.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.platform.http.FieldViolation;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;

@DisplayName("A preview")
class PreviewParameterTest {

  private static final Set<String> PREVIEWED = Set.of("PUT /v1/shows/{id}");

  private static Request request(String method, String path, String preview) {
    return Request.of(HttpCall.of(method, path).query("preview", preview).event());
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("of a call that would only take effect is refused")
  @CsvSource({
    "POST,   /v1/activities/calcom:a/retraction",
    "PATCH,  /v1/members/ada",
    "DELETE, /v1/members/ada",
    "PUT,    /v1/calls-of-the-future/x"
  })
  void refused(String method, String path) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () -> PreviewParameter.refuseUnless(PREVIEWED, request(method, path, "true")));

    assertThat(refused.problem().type().status()).isEqualTo(422);
    assertThat(refused.problem().errors())
        .containsExactly(
            new FieldViolation(
                "preview", "is not supported by this call: omit it, and the call takes effect"));
  }

  @ParameterizedTest(name = "preview={0}")
  @DisplayName("is true or false, also where there is none")
  @ValueSource(strings = {"", "yes", "TRUE", "true,true"})
  void unclear(String preview) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                PreviewParameter.refuseUnless(
                    PREVIEWED, request("DELETE", "/v1/members/ada", preview)));

    assertThat(refused.problem().errors())
        .containsExactly(new FieldViolation("preview", "must be true or false"));
  }

  @Test
  @DisplayName("is not asked for by false")
  void notAskedFor() {
    Request request = request("DELETE", "/v1/members/ada", "false");

    assertThatCode(() -> PreviewParameter.refuseUnless(PREVIEWED, request))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("is left to calls that have one, and to those that change nothing")
  @CsvSource({"PUT, /v1/shows/ibc-2026", "GET, /v1/members/ada"})
  void left(String method, String path) {
    assertThatCode(() -> PreviewParameter.refuseUnless(PREVIEWED, request(method, path, "true")))
        .doesNotThrowAnyException();
  }
}
