package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.demo.Demo;

@DisplayName("In a browser, a member")
@InChromium
class BrowserIT {

  private static final String ISSUER = "/_local/issuer/authorize";

  private static PointsClient points;

  private final Chromium chromium;

  BrowserIT(Chromium chromium) {
    this.chromium = chromium;
  }

  @BeforeAll
  static void demo(PointsClient client) {
    points = client;
    Demo.fill(points, LocalDate.now(ZoneOffset.UTC));
  }

  private Tab tab() {
    return chromium.open(points.url());
  }

  @Test
  @DisplayName("signs in at the issuer, and out again")
  void signsInAndOut() {
    try (Tab tab = tab()) {
      tab.open("/").inspect("home").follow("Sign in");
      assertThat(tab.path()).isEqualTo(ISSUER);

      tab.follow("Inês Duarte");
      assertThat(tab.path()).isEqualTo("/me");
      assertThat(tab.heading()).isEqualTo("Inês Duarte");

      tab.press("Sign out");
      tab.page().waitForURL(points.url() + "/");
      assertThat(tab.open("/me").path()).isEqualTo(ISSUER);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chen   | Chen Wei                       | Catalyst
          ada    | Ada Lopez                      | Enabler
          layla  | ليلى حداد                      | Advocate
          robert | 'Robert <b>"Bob"</b> & Söhne'  | Member
          """)
  @DisplayName("sees the own level under the own name, whatever is in it")
  void levels(String id, String name, String level) {
    try (Tab tab = tab()) {
      tab.signIn("local-member:" + id).inspect("me-" + id);

      assertThat(tab.heading()).isEqualTo(name);
      assertThat(tab.words()).containsPattern("Level\\s+" + level);
      assertThat(tab.page().locator("h1 b").count()).isZero();
      assertThat(tab.page().locator("h1 bdi").evaluate("it => getComputedStyle(it).direction"))
          .isEqualTo(id.equals("layla") ? "rtl" : "ltr");
    }
  }

  @Test
  @DisplayName("who is new sees how to begin")
  void newMember() {
    String id = Scene.of(points).id("new");
    points
        .put(
            "/v1/members/" + id,
            "{\"name\":\"Noa New\",\"emails\":[\"%s@mailbox.example\"],\"signedUpOn\":\"%s\"}"
                .formatted(id, LocalDate.now(ZoneOffset.UTC)))
        .expect(201);
    try (Tab tab = tab()) {
      tab.signIn("local-member:" + id).inspect("me-new");

      assertThat(tab.words())
          .contains("Nothing yet in this membership year.", "To become", "All ways to earn");
      assertThat(tab.follow("See how to earn points").path()).isEqualTo("/");
    }
  }

  @Test
  @DisplayName("reads every page on a laptop and a phone, by day and by night")
  void pages() {
    try (Tab tab = tab()) {
      tab.signIn("local-member:emma").open("/me/statement").inspect("statement");
      tab.open("/me/transfers").inspect("transfers");
      tab.open("/partner").inspect("partner");
      assertThat(tab.open("/admin").inspect("forbidden").status()).isEqualTo(403);
    }
  }

  @Test
  @DisplayName("prints a statement without what only a screen is for, dark on white")
  void printed() {
    try (Tab tab = tab()) {
      tab.signIn("local-member:emma").open("/me/statement");
      PageInspection.print(tab.page(), "statement");

      for (String onScreen : List.of("nav", "form", ".tools", ".other-years")) {
        List<Locator> parts = tab.page().locator(onScreen).all();
        assertThat(parts).as(onScreen).isNotEmpty();
        for (Locator part : parts) {
          PlaywrightAssertions.assertThat(part).isHidden();
        }
      }
      PlaywrightAssertions.assertThat(tab.page().locator(".entries tbody tr").first()).isVisible();
      assertThat(tab.page().locator("body").evaluate("it => getComputedStyle(it).backgroundColor"))
          .isEqualTo("rgb(255, 255, 255)");

      tab.open("/me");
      PageInspection.print(tab.page(), "me");
      PlaywrightAssertions.assertThat(tab.page().locator(".chart")).isVisible();
    }
  }

  @Test
  @DisplayName("shows the own statement, and nothing else, to whoever has its link")
  void sharedStatement() {
    Scene scene = Scene.of(points);
    try (Tab tab = tab();
        Tab other = tab()) {
      tab.signIn("local-member:" + scene.id("ada")).open("/me/statement").press("Make a link");
      String link = tab.page().locator("#link").inputValue();

      other.open(link.substring(points.url().length())).inspect("statement-shared");
      assertThat(other.heading()).isEqualTo("Statement for ada");
      assertThat(other.page().locator("main form").count()).isZero();
      assertThat(other.open("/me").path()).isEqualTo(ISSUER);

      tab.press("End all links");
      assertThat(other.open(link.substring(points.url().length())).status()).isEqualTo(404);
    }
  }

  @Test
  @DisplayName("needs no script, and is led from each award in the chart to its entry")
  void withoutScript() {
    try (Tab tab = chromium.openWithoutScript(points.url())) {
      tab.signIn("local-member:ada");
      Locator award = tab.page().locator(".chart a").last();
      String entry = award.getAttribute("href");
      // Not by clicks: after one, Playwright waits half a minute for a page to load, and a place on
      // the same page loads none; and where script is off, it may wait for the page to stand still.
      award.press("Enter");
      PlaywrightAssertions.assertThat(tab.page().locator("tr:target")).hasCount(1);

      assertThat(tab.page().url()).endsWith("/me" + entry);
      Locator statement = tab.link("Statement of the year");
      assertThat(tab.goBy(() -> statement.press("Enter")).heading()).contains("Ada Lopez");
    }
  }

  @Test
  @DisplayName("is told nothing of what others may see")
  void othersPages() {
    try (Tab tab = tab()) {
      tab.signIn("local-member:nora");
      for (String path :
          List.of(
              "/admin/members/ada",
              "/admin/activities/use-case:cloud-playout",
              "/admin/entry/member?id=ada")) {
        assertThat(tab.open(path).status()).as(path).isEqualTo(403);
        assertThat(tab.words()).as(path).doesNotContain("Ada", "playout");
      }
    }
  }

  @Test
  @DisplayName("signs in again where the session is forged or gone")
  void sessions() {
    try (Tab tab = tab()) {
      tab.signIn("local-member:ada").forgeSession();
      assertThat(tab.open("/me").path()).isEqualTo(ISSUER);

      tab.signIn("local-member:ada").dropCookies();
      assertThat(tab.open("/me/statement").path()).isEqualTo(ISSUER);
      assertThat(tab.follow("Ada Lopez").path()).isEqualTo("/me/statement");
    }
  }

  @Test
  @DisplayName("signs in with no code a second time, and with no state of another")
  void codes() {
    try (Tab tab = tab();
        Tab other = tab()) {
      String used = tab.signIn("local-member:ada").requestTo("/sign-in/callback");
      tab.dropCookies();
      String path = used.substring(points.url().length());

      for (Tab either : List.of(tab, other)) {
        assertThat(either.open(path).status()).isEqualTo(403);
        assertThat(either.words()).contains("You are not signed in.");
      }
      other.open("/sign-in?to=/me");
      assertThat(other.open(path).status()).isEqualTo(403);
      assertThat(other.open("/me").path()).isEqualTo(ISSUER);
    }
  }

  @Test
  @DisplayName("stays signed in where a form has another's token")
  void formToken() {
    try (Tab tab = tab()) {
      tab.signIn("local-member:ada");
      tab.page().locator("[name='form-token']").evaluate("it => { it.value = 'another'; }");
      assertThat(tab.press("Sign out").status()).isEqualTo(403);
      assertThat(tab.open("/me").heading()).isEqualTo("Ada Lopez");
    }
  }
}
