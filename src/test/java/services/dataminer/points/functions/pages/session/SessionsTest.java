package services.dataminer.points.functions.pages.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.ProblemType;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.http.SafeHeaders;
import services.dataminer.points.platform.outage.Unavailable;

@DisplayName("A session")
class SessionsTest {

  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String NEWER_KEY = "YWJjZGVmZ2hpamFiY2RlZmdoaWphYmNkZWZnaGlqYWI=";
  private static final Duration HALF = Duration.ofMinutes(31);

  private final Browser browser = new Browser();
  private final Sessions sessions = sessions(KEY);

  private static Sessions sessions(String key) {
    return new Sessions(new CookieSeal(_ -> key));
  }

  private void signIn() {
    browser.keep(
        APIGatewayV2HTTPResponse.builder()
            .withCookies(List.of(sessions.begin("ada", true, browser.now())))
            .build());
  }

  private void visit() {
    browser.keep(sessions.prolonged(browser.get("/me"), Responses.noContent()));
  }

  @Test
  @DisplayName("knows who signed in, and is out of reach of scripts and other sites")
  void visitor() {
    assertThat(sessions.visitor(browser.get("/me"))).isEmpty();

    signIn();

    assertThat(sessions.visitor(browser.get("/me")).orElseThrow())
        .returns("ada", Visitor::memberId)
        .returns(true, Visitor::isAdministrator);
    assertThat(sessions.begin("ada", false, browser.now()))
        .startsWith("__Host-session=")
        .endsWith("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=3600")
        .doesNotContain("ada");
  }

  @Test
  @DisplayName("is nobody's when what was sealed is nothing")
  void nothing() {
    browser.jar.put(Cookies.SESSION, new CookieSeal(_ -> KEY).seal(Cookies.SESSION, null));

    assertThat(sessions.visitor(browser.get("/me"))).isEmpty();
  }

  @Test
  @DisplayName("is nobody's when any character of its cookie is another")
  void forged() {
    signIn();
    String value = browser.jar.get(Cookies.SESSION);
    // The last character holds bits that base64 passes over.
    for (int at = 0; at < value.length() - 1; at++) {
      char other = value.charAt(at) == 'A' ? 'B' : 'A';
      browser.jar.put(Cookies.SESSION, value.substring(0, at) + other + value.substring(at + 1));
      assertThat(sessions.visitor(browser.get("/me"))).as("character %d", at).isEmpty();
    }
  }

  @Test
  @DisplayName("is nobody's when its cookie is cut short")
  void truncated() {
    signIn();
    String value = browser.jar.get(Cookies.SESSION);
    for (int length = 0; length < value.length() - 1; length++) {
      browser.jar.put(Cookies.SESSION, value.substring(0, length));
      assertThat(sessions.visitor(browser.get("/me"))).as("%d characters", length).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%00", "é", "****", "null"})
  @DisplayName("is nobody's when its cookie is no such thing")
  void nonsense(String value) {
    browser.jar.put(Cookies.SESSION, value);

    assertThat(sessions.visitor(browser.get("/me"))).isEmpty();
  }

  @Test
  @DisplayName("is nobody's when its cookie is far too long")
  void tooLong() {
    browser.jar.put(Cookies.SESSION, "A".repeat(5000));

    assertThat(sessions.visitor(browser.get("/me"))).isEmpty();
  }

  @Test
  @DisplayName("is nobody's under another key, and stays while the key is rotated")
  void keys() {
    signIn();

    assertThat(sessions(NEWER_KEY).visitor(browser.get("/me"))).isEmpty();
    Sessions rotated = sessions(NEWER_KEY + "\n" + KEY);
    assertThat(rotated.visitor(browser.get("/me"))).isPresent();

    browser.jar.clear();
    browser.keep(
        APIGatewayV2HTTPResponse.builder()
            .withCookies(List.of(rotated.begin("ada", false, browser.now())))
            .build());
    assertThat(sessions(NEWER_KEY).visitor(browser.get("/me"))).as("newest seals").isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"c2hvcnQ=", "not base64!"})
  @DisplayName("needs a key of 32 bytes, and does not quote one that is wrong")
  void wrongKey(String key) {
    browser.jar.put(Cookies.SESSION, "A".repeat(100));

    assertThatThrownBy(() -> sessions(key).visitor(browser.get("/me")))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("session-key")
        .hasMessageNotContaining(key);
  }

  @Test
  @DisplayName("is no attempt to sign in, and the other way round")
  void boundToItsName() {
    signIn();
    var seal = new CookieSeal(_ -> KEY);
    String value = browser.jar.get(Cookies.SESSION);

    assertThat(seal.open(Cookies.SIGN_IN, value, Session.class)).isEmpty();
    assertThat(seal.open(Cookies.SESSION, value, SignInAttempt.class)).isEmpty();
  }

  @Test
  @DisplayName("ends an hour after its last use")
  void expires() {
    signIn();

    browser.later(Duration.ofMinutes(60).minusMillis(1));
    assertThat(sessions.visitor(browser.get("/me"))).isPresent();
    browser.later(Duration.ofMillis(1));
    assertThat(sessions.visitor(browser.get("/me"))).isEmpty();
  }

  @Test
  @DisplayName("is prolonged when half of it is gone, with the same form token")
  void prolonged() {
    signIn();
    String first = browser.jar.get(Cookies.SESSION);
    Visitor before = sessions.visitor(browser.get("/me")).orElseThrow();

    browser.later(Duration.ofMinutes(30));
    visit();
    assertThat(browser.jar).containsEntry(Cookies.SESSION, first);

    browser.later(Duration.ofMinutes(1));
    visit();
    assertThat(browser.jar.get(Cookies.SESSION)).isNotEqualTo(first);

    browser.later(Duration.ofMinutes(59));
    assertThat(sessions.visitor(browser.get("/me"))).contains(before);
  }

  @Test
  @DisplayName("is in no response that a cache may keep")
  void cached() {
    signIn();
    browser.later(Duration.ofMinutes(31));
    var asset =
        APIGatewayV2HTTPResponse.builder()
            .withHeaders(SafeHeaders.cached("public, max-age=3600"))
            .build();

    assertThat(sessions.prolonged(browser.get("/assets/style.css"), asset).getCookies()).isNull();
    assertThat(
            sessions
                .prolonged(browser.get("/me"), APIGatewayV2HTTPResponse.builder().build())
                .getCookies())
        .isNull();
    assertThat(sessions.prolonged(browser.get("/me"), Responses.noContent()).getCookies())
        .hasSize(1);
  }

  @Test
  @DisplayName("ends twelve hours after signing in, however much it is used")
  void longest() {
    signIn();
    Duration used = Duration.ZERO;
    while (sessions.visitor(browser.get("/me")).isPresent()) {
      visit();
      browser.later(HALF);
      used = used.plus(HALF);
    }

    assertThat(used).isBetween(Duration.ofHours(12), Duration.ofHours(12).plus(HALF));
  }

  @Test
  @DisplayName("is not prolonged by a response that ends it")
  void ended() {
    signIn();
    browser.later(HALF);
    List<String> cookies = List.of(Cookies.dropped(Cookies.SESSION));

    assertThat(
            sessions
                .prolonged(
                    browser.get("/me"),
                    APIGatewayV2HTTPResponse.builder().withCookies(cookies).build())
                .getCookies())
        .isEqualTo(cookies);
  }

  @ParameterizedTest
  @CsvSource({
    "https://points.example, same-origin, true",
    "https://points.example, , true",
    "null, same-origin, true",
    ", same-origin, true",
    ", , true",
    "null, , false",
    "https://evil.example, , false",
    "https://evil.example, same-origin, false",
    "http://points.example, , false",
    "https://points.example:8443, , false",
    "https://points.example, cross-site, false",
    "https://points.example, same-site, false",
    ", cross-site, false",
    ", none, false"
  })
  @DisplayName("takes forms from this site alone")
  void origins(String origin, String site, boolean accepted) {
    signIn();
    Visitor ada = sessions.visitor(browser.get("/me")).orElseThrow();
    if (origin != null) {
      browser.header("origin", origin);
    }
    if (site != null) {
      browser.header("sec-fetch-site", site);
    }
    var form = browser.post("/me/transfers", "points=500&form-token=" + ada.formToken());

    if (accepted) {
      assertThat(sessions.checkForm(form, ada, 1000)).isEqualTo(Map.of("points", "500"));
    } else {
      assertForbidden(() -> sessions.checkForm(form, ada, 1000));
    }
  }

  @Test
  @DisplayName("takes forms with its own token alone")
  void formTokens() {
    signIn();
    Visitor ada = sessions.visitor(browser.get("/me")).orElseThrow();
    String token = ada.formToken();

    assertThat(token).hasSizeGreaterThanOrEqualTo(43);
    for (String wrong :
        List.of(
            "points=500",
            "form-token=",
            "form-token=" + token.substring(1),
            "form-token=" + new Visitor("ada", true, "another"),
            "FORM-TOKEN=" + token)) {
      assertForbidden(() -> sessions.checkForm(browser.post("/me/transfers", wrong), ada, 1000));
    }
  }

  private static void assertForbidden(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.FORBIDDEN));
  }
}
