package services.dataminer.points.functions.pages.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import services.dataminer.points.functions.Foreign;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.json.Json;

@DisplayName("A session's cookie")
class SessionCookieFuzzTest {

  private static final CookieSeal SEAL =
      new CookieSeal(_ -> "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
  private static final Sessions SESSIONS = new Sessions(SEAL);

  @FuzzTest
  void isNobodysUnlessSealedHere(byte[] sent) {
    String text = new String(sent, StandardCharsets.UTF_8);
    var browser = new Browser();
    browser.jar.put(Cookies.SESSION, text);
    Request request = browser.get("/me");
    assertThat(Foreign.read(() -> SESSIONS.visitor(request))).isEmpty();
    sealed(text);
  }

  /// What a release before or after this one sealed is a session, or nobody's.
  private static void sealed(String text) {
    JsonNode content;
    try {
      content = Json.MAPPER.readTree(text);
    } catch (JsonProcessingException _) {
      return;
    }
    var browser = new Browser();
    browser.jar.put(Cookies.SESSION, SEAL.seal(Cookies.SESSION, content));
    Request request = browser.get("/me", Map.of());
    Optional<Visitor> visitor = Foreign.read(() -> SESSIONS.visitor(request));
    visitor.ifPresent(it -> assertThat(it.memberId()).isEqualTo(content.path("memberId").asText()));
    // As a cookie of another name it is nobody's.
    assertThat(SEAL.open(Cookies.SIGN_IN, browser.jar.get(Cookies.SESSION), Session.class))
        .isEmpty();
    SESSIONS.prolonged(request, APIGatewayV2HTTPResponse.builder().build());
  }
}
