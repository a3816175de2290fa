package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.localcloud.LocalCloud;

@DisplayName("People sign in to the pages at the issuer")
@OnSharedCloud
class SignInIT {

  private static final String ISSUER = "/_local/issuer/authorize";
  private static final String SESSION = "__Host-session";

  private final PointsClient points;
  private final WebBrowser browser;
  private Scene scene;

  SignInIT(LocalCloud cloud, PointsClient points) {
    this.points = points;
    this.browser = new WebBrowser(cloud.url());
  }

  @BeforeEach
  void directory() {
    scene = Scene.of(points);
  }

  private WebBrowser.Shown signIn(String as, String to) {
    return browser.open("/_local/sign-in?as=" + as + "&to=" + to);
  }

  @Test
  @DisplayName("as a member, in one call for scripts, and out again")
  void memberSignsIn() {
    WebBrowser.Shown me = signIn("local-member:" + scene.id("ada"), "/me");

    assertThat(me.status()).as(me.body()).isEqualTo(200);
    assertThat(me.path()).isEqualTo("/me");
    assertThat(browser.cookies).containsOnlyKeys(SESSION);

    WebBrowser.Shown out = browser.post("/sign-out", "form-token=" + me.hidden("form-token"));
    assertThat(browser.cookies).isEmpty();
    assertThat(browser.open(out.headers().get("refresh").replace("0; url=", "")).path())
        .isEqualTo("/");
    assertThat(browser.open("/me").path()).isEqualTo(ISSUER);
  }

  @Test
  @DisplayName("by choosing themselves on the issuer's page, and come back to where they were")
  void chosen() {
    WebBrowser.Shown choice = browser.open("/me/statement?year=2026");

    assertThat(choice.path()).isEqualTo(ISSUER);
    assertThat(choice.link("an administrator")).contains("local-admin");
    assertThat(browser.open(choice.link("ben")).path()).isEqualTo("/me/statement");
  }

  @Test
  @DisplayName("again, where the cookie of a session is forged")
  void forged() {
    signIn("local-member:" + scene.id("ada"), "/me");
    browser.cookies.compute(SESSION, (_, value) -> "AAAA" + value.substring(4));

    assertThat(browser.open("/me").path()).isEqualTo(ISSUER);
  }

  @Test
  @DisplayName("in vain without rights, with a copied address, or by saying no")
  void refused() {
    signIn("local-member:" + scene.id("ada"), "/me");
    assertThat(browser.open("/admin").status()).isEqualTo(403);
    assertThat(browser.open("/sign-in/callback?code=copied&state=copied").status()).isEqualTo(403);

    WebBrowser.Shown choice = browser.open("/sign-in?to=/me");
    assertThat(browser.open(choice.link("nobody: go back without signing in")).status())
        .isEqualTo(403);
  }
}
