package services.dataminer.points.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.demo.Demo;

@DisplayName("In a browser, an administrator")
@InChromium
class AdminBrowserIT {

  private static PointsClient points;

  private final Chromium chromium;
  private Scene scene;
  private Tab tab;

  AdminBrowserIT(Chromium chromium) {
    this.chromium = chromium;
  }

  @BeforeAll
  static void demo(PointsClient client) {
    points = client;
    Demo.fill(points, LocalDate.now(ZoneOffset.UTC));
  }

  @BeforeEach
  void signIn() {
    scene = Scene.of(points);
    tab = chromium.open(points.url()).signIn("local-admin");
  }

  @AfterEach
  void close() {
    tab.close();
  }

  @Test
  @DisplayName("enters a missing course, and the award that waits for it arrives")
  void missingCourse() {
    String course = scene.iri("dashboards");
    points
        .lms(
            Xapi.completed(Xapi.mailbox(scene.address("ada")), course, "2026-09-10T09:00:00Z")
                .titled("Dashboards & more"))
        .expect(200);
    points.idle();

    tab.open("/admin").inspect("admin");
    tab.open("/admin/missing").inspect("missing");
    tab.go(tab.page().locator(".missing tr").filter(having(course)).locator("a"));
    assertThat(tab.page().locator("[name='title']")).hasValue("Dashboards & more");
    tab.fill("kind", "COURSE").fill("points.completed", "45").press("Save");
    assertThat(tab.words()).contains("Saved.");
    points.idle();

    assertThat(tab.open("/admin/members/" + scene.id("ada")).words()).contains("+45");
    assertThat(tab.open("/admin/missing").words()).doesNotContain(course);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  @DisplayName("sees what a hosted event will do, records it, and retracts it")
  void hostedEvent() {
    tab.open("/admin/awards").inspect("awards").follow("Hosted event");
    tab.fill("id", scene.id("inspire"))
        .fill("title", "Inspire on tour")
        .fill("series", "INSPIRE")
        .fill("days", "2026-10-01 1000")
        .fill("people", scene.id("ada") + "\n" + scene.id("ben"))
        .press("Show what it will do")
        .inspect("hosted-event-foreseen");
    assertThat(tab.words()).contains("1,000 points.", "Nothing is recorded yet.");
    assertThat(tab.page().locator(".shares td:nth-child(2)")).hasText(new String[] {"500", "500"});
    assertThat(scene.entries("ada")).isEmpty();

    tab.press("Record it");
    points.idle();
    tab.page().reload();
    tab.inspect("activity");
    assertThat(scene.earned("ben")).isEqualTo(500);

    tab.fill("reason", "the event was called off").press("Retract");
    points.idle();
    tab.page().reload();
    assertThat(tab.words()).contains("Retracted", "the event was called off");
    assertThat(scene.earned("ben")).isZero();
  }

  @Test
  @DisplayName(
      "enters a partner by the keyboard alone, past the navigation, and sees where the focus is")
  void keyboard() {
    tab.open("/admin/entry/partner");
    var keyboard = tab.page().keyboard();
    keyboard.press("Tab");
    assertThat(focused("it => it.textContent")).isEqualTo("Skip to content");
    keyboard.press("Enter");
    keyboard.press("Tab");
    assertThat(focused("it => it.name")).isEqualTo("id");
    assertThat(focused("it => getComputedStyle(it).outlineStyle")).isEqualTo("solid");
    keyboard.type(scene.id("keys"));
    keyboard.press("Tab");
    keyboard.type("Keys & Co");
    keyboard.press("Tab");
    keyboard.type("Tech");
    keyboard.press("Tab");
    keyboard.type("keys.example");
    keyboard.press("Tab");
    assertThat(focused("it => it.textContent")).isEqualTo("Save");
    tab.goBy(() -> keyboard.press("Enter"));

    assertThat(tab.words()).contains("Saved.");
    assertThat(points.read("/v1/partners/" + scene.id("keys")).path("kind").asText())
        .isEqualTo("TECHNOLOGY");
  }

  private Object focused(String what) {
    return tab.page().locator(":focus").evaluate(what);
  }

  @Test
  @DisplayName("is led by the keyboard from what is wrong to the field")
  void wrongField() {
    tab.open("/admin/entry/member?id=nobody-yet").fill("signedUpOn", "2026-01-01").press("Save");
    assertThat(tab.status()).isEqualTo(422);
    tab.inspect("form-refused");

    var error = tab.page().locator(".refused a").first();
    String field = error.getAttribute("href");
    error.press("Enter");
    tab.page().keyboard().type("x");
    assertThat(tab.page().locator(field)).hasValue("x");
  }

  @Test
  @DisplayName("reads every page on a laptop and a phone, by day and by night")
  void pages() {
    String show =
        tab.open("/admin/shows")
            .page()
            .locator(".listed th a")
            .filter(having("Signal"))
            .first()
            .getAttribute("href");
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/admin?q=zzz",
                "/admin/members",
                "/admin/shows",
                show,
                "/admin/courses",
                "/admin/rules",
                "/admin/activities/calcom:harbour-tv-roadmap"));
    List.of("show", "course", "use-case", "contribution", "adjustment")
        .forEach(what -> paths.add("/admin/entry/" + what));
    List<String> findings = new ArrayList<>();
    for (String path : paths) {
      assertThat(tab.open(path).status()).as(path).isEqualTo(200);
      findings.addAll(tab.findings(path.substring(1).replaceAll("[^a-z]+", "-")));
    }
    assertThat(tab.open("/admin/entry/nothing").status()).isEqualTo(404);
    findings.addAll(tab.findings("not-found"));
    assertThat(findings).isEmpty();
  }
}
