package services.dataminer.points.functions.pages.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.ProblemType;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.Secrets;

@DisplayName("Signing in")
class SignInTest {

  private final SignInFixture fixture = new SignInFixture();
  private final Browser browser = fixture.browser;

  @AfterEach
  void stop() {
    fixture.close();
  }

  private Visitor signedIn(SignIn signIn, String as) {
    fixture.finish(signIn, fixture.callback(signIn, as));
    return fixture.sessions().visitor(browser.get("/me")).orElseThrow();
  }

  @Test
  @DisplayName("asks the issuer for a code, with state, nonce and PKCE")
  void asks() {
    APIGatewayV2HTTPResponse response =
        fixture.signIn().begin(browser.get("/sign-in", Map.of("to", "/me")));
    Map<String, String> query = SignInFixture.query(response.getHeaders().get("location"));

    assertThat(response.getStatusCode()).isEqualTo(303);
    assertThat(query)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "local-pages")
        .containsEntry("scope", "openid")
        .containsEntry("redirect_uri", "http://localhost/sign-in/callback")
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "nonce", "code_challenge");
    assertThat(response.getCookies())
        .singleElement()
        .asString()
        .startsWith("__Host-sign-in=")
        .endsWith("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600")
        .doesNotContain(query.get("state"), query.get("nonce"));
  }

  @Test
  @DisplayName("makes a session of the member, leads to the page, and keeps no token")
  void member() {
    SignIn signIn = fixture.signIn();
    Map<String, String> callback = fixture.callback(signIn, "local-member:ada");
    APIGatewayV2HTTPResponse response = fixture.finish(signIn, callback);

    assertThat(response.getStatusCode()).isEqualTo(303);
    assertThat(response.getHeaders()).containsEntry("location", "/me");
    assertThat(browser.jar).containsOnlyKeys("__Host-session");
    assertThat(response.toString()).doesNotContain("eyJ", callback.get("code"));
    assertThat(fixture.sessions().visitor(browser.get("/me")).orElseThrow())
        .returns("ada", Visitor::memberId)
        .returns(false, Visitor::isAdministrator);
  }

  @Test
  @DisplayName("makes an administrator of whom the scope makes one on the API")
  void administrator() {
    assertThat(signedIn(fixture.signIn(), "local-admin").isAdministrator()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "scope, points:read points:admin, true",
    "scp, points:admin, true",
    "scope, points:administrator, false"
  })
  @DisplayName("reads scopes as the API does")
  void scopes(String claim, String value, boolean administrator) {
    fixture.issuer.tokens().ofAccess(claims -> claims.claim(claim, value));

    assertThat(signedIn(fixture.signIn(), "local-member:ada").isAdministrator())
        .isEqualTo(administrator);
  }

  @Test
  @DisplayName("takes the member's id from the claim that the API takes it from")
  void memberIdClaim() {
    fixture.settings.put("access.member-id-claim", "oid");
    fixture.issuer.tokens().ofAccess(claims -> claims.claim("oid", "ben"));

    assertThat(signedIn(fixture.signIn(), "local-member:ada").memberId()).isEqualTo("ben");
  }

  @Test
  @DisplayName("needs the members' scope where the API needs it")
  void memberScope() {
    fixture.settings.put("access.member-scope", "points:read");
    SignIn signIn = fixture.signIn();
    Map<String, String> refused = fixture.callback(signIn, "local-member:ada");
    assertRefused(() -> fixture.finish(signIn, refused));

    assertThat(signedIn(signIn, "local-admin").isAdministrator()).isTrue();
    fixture.issuer.tokens().ofAccess(claims -> claims.claim("scope", "points:read"));
    assertThat(signedIn(signIn, "local-member:ada").memberId()).isEqualTo("ada");
  }

  @Test
  @DisplayName("takes a token without an audience by its client, as API Gateway does")
  void clientIdForAudience() {
    fixture
        .issuer
        .tokens()
        .ofAccess(claims -> claims.audience((String) null).claim("client_id", "local-points"));

    assertThat(signedIn(fixture.signIn(), "local-member:ada").memberId()).isEqualTo("ada");
  }

  @Test
  @DisplayName("proves who the pages are, where the issuer asks for it")
  void confidential() {
    fixture.settings.put("sign-in.client-type", "confidential");
    assertThat(signedIn(fixture.signIn(), "local-member:ada").memberId()).isEqualTo("ada");

    fixture.secrets.put(Secrets.OIDC_CLIENT, "wrong");
    SignIn signIn = fixture.signIn();
    Map<String, String> callback = fixture.callback(signIn, "local-member:ada");
    assertThatThrownBy(() -> fixture.finish(signIn, callback))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("invalid_client")
        .hasMessageNotContaining("wrong");
  }

  @Test
  @DisplayName("is unavailable while the issuer does not answer")
  void outage() {
    SignIn signIn = fixture.signIn();
    Map<String, String> callback = fixture.callback(signIn, "local-member:ada");
    fixture.issuer.close();

    assertThatThrownBy(() -> fixture.finish(signIn, callback)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> fixture.signIn().begin(browser.get("/sign-in")))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining(fixture.issuer.url());
  }

  @Test
  @DisplayName("is for nobody where the pages are not registered")
  void notSetUp() {
    fixture.settings.remove("sign-in.client-id");

    assertThatThrownBy(() -> fixture.signIn().begin(browser.get("/sign-in")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.NOT_FOUND));
  }

  @ParameterizedTest
  @CsvSource({
    "/me, /me",
    "/me/statement?year=2026&x=a%20b, /me/statement?year=2026&x=a%20b",
    "/admin/members/é, /admin/members/%C3%A9",
    "/admin/members/auth0|7, /admin/members/auth0%7C7",
    "/, /"
  })
  @DisplayName("leads to a page of this site")
  void localPath(String to, String led) {
    assertThat(ledTo(to)).isEqualTo(led);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "me",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/me\\..",
        "https://evil.example/",
        "javascript:alert(1)",
        "/me\r\nset-cookie: a=b",
        "/me\t",
        "/\t/evil.example",
        "/me <script>",
        "/sign-in",
        "/sign-in?to=/sign-in"
      })
  @DisplayName("leads nowhere else")
  void openRedirect(String to) {
    assertThat(ledTo(to)).isEqualTo("/me");
  }

  private String ledTo(String to) {
    SignIn signIn = fixture.signIn();
    var begun = browser.keep(signIn.begin(browser.get("/sign-in", Map.of("to", to))));
    return fixture
        .finish(signIn, fixture.approve(begun, "local-member:ada"))
        .getHeaders()
        .get("location");
  }

  @Test
  @DisplayName("out ends the session here and at the issuer, by way of a page")
  void out() {
    SignIn signIn = fixture.signIn();
    Visitor ada = signedIn(signIn, "local-member:ada");
    assertRefused(() -> signIn.end(browser.post("/sign-out", "form-token=another")));

    APIGatewayV2HTTPResponse response =
        browser.keep(signIn.end(browser.post("/sign-out", "form-token=" + ada.formToken())));

    assertThat(browser.jar).isEmpty();
    assertThat(response.getHeaders().get("refresh"))
        .startsWith("0; url=" + fixture.issuer.url() + "/_local/issuer/end-session?")
        .contains("client_id=local-pages", "post_logout_redirect_uri=http%3A%2F%2Flocalhost%2F")
        .doesNotContain("eyJ");
    assertThat(signIn.end(browser.post("/sign-out", "")).getHeaders())
        .containsEntry("location", "/");
  }

  @Test
  @DisplayName("out ends the session here while the issuer does not answer")
  void outDuringOutage() {
    Visitor ada = signedIn(fixture.signIn(), "local-member:ada");
    fixture.issuer.close();

    APIGatewayV2HTTPResponse response =
        browser.keep(
            fixture.signIn().end(browser.post("/sign-out", "form-token=" + ada.formToken())));

    assertThat(browser.jar).isEmpty();
    assertThat(response.getHeaders()).containsEntry("location", "/");
    assertThat(response.getCookies())
        .isEqualTo(List.of("__Host-session=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"));
  }

  static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.FORBIDDEN));
  }
}
