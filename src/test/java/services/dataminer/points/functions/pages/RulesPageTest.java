package services.dataminer.points.functions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.award.CalendarFacts;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.fixture.Recordings;

@DisplayName("The page of the rules")
@WholeSuite
class RulesPageTest {

  private static final String PATH = "/admin/rules";
  private static final Visitor ADMINISTRATOR = PagesOnTable.administrator();
  private static final String SHIPPED = shipped();
  private static final String NEXT =
      """
        - id: "next"
          from: 2027-01-01
          virtual-meeting: {points: 180}
          contributions: {speak: 300, kata: nothing}
          levels: {advocate: 100}
      """;

  private static final LocalTable LOCAL = LocalTable.fresh();
  private static final PagesOnTable PAGES = new PagesOnTable(LOCAL);

  @BeforeAll
  static void people() {
    var program = new Program(LOCAL);
    program.partner("acme", "acme.example");
    program.member("ada", "acme", "ada@acme.example");
    program.member("ben", "acme", "ben@acme.example");
    program.member("cleo", null, "cleo@home.example");
    program.tell(
        ActivityId.calcom("c/1"),
        CalendarFacts.videoCall("ada@acme.example", "ben@acme.example", "carl@customer.example"),
        CalendarFacts.ended());
    program.record("adj", Recordings.adjustment(20, "a gift", "2026-10-06T10:00:00Z"));
  }

  private static String shipped() {
    try (InputStream file = RulesPageTest.class.getResourceAsStream("/rules/program.yaml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static APIGatewayV2HTTPResponse post(String rules, String... others) {
    return send(ADMINISTRATOR, "form", rules, others);
  }

  private static APIGatewayV2HTTPResponse send(
      Visitor visitor, String token, String rules, String... others) {
    var fields = new TreeMap<>(Map.of("rules", rules, "day", "2026-09-13"));
    for (int i = 0; i < others.length; i += 2) {
      fields.put(others[i], others[i + 1]);
    }
    return PAGES.sendWithToken(
        visitor,
        token,
        PATH,
        fields.entrySet().stream()
            .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
            .toArray(String[]::new));
  }

  private static String words(APIGatewayV2HTTPResponse response) {
    return response.getBody().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  @DisplayName(
      "shows the editions in force and a form for a draft, without a line of script in the page")
  void editions() {
    APIGatewayV2HTTPResponse response = PAGES.get(ADMINISTRATOR, PATH);

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(words(response))
        .contains(
            "Editions in force Figure 2023-03-28 from 28 Mar 2023",
            "levels.enabler 5000",
            "levels.descriptions.catalyst an advanced DevOps Professional");
    assertThat(response.getBody())
        .contains("value=\"2026-09-13\"", "<script src=\"/assets/rules.js\" defer></script>")
        .doesNotContain("style=");
    assertThat(Assets.get("rules.js").getHeaders().get("content-type"))
        .startsWith("text/javascript");
  }

  @Test
  @DisplayName("shows what a draft changes, for whom and why, level moves first")
  void preview() {
    APIGatewayV2HTTPResponse response = post(SHIPPED + NEXT);

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(words(response))
        .contains(
            "Levels moved 1 1 up, 0 down",
            "Members with a change 2 of 3 members, by 2 activities",
            "Points +80",
            "Level moves Member Now Draft Difference Level, and why ada 70 110 +40 Member"
                + " → Advocate (up), Member by the thresholds in force",
            "c/1 50 → 90 points. Now: 100 points divided among 2 attendees."
                + " Draft: 180 points divided among 2 attendees.",
            "Other points, same level Member Now Draft Difference Level, and why ben 50 90 +40")
        .doesNotContain("These are not all members");
    assertThat(response.getBody())
        .contains("href=\"/admin/members/ada\"", "href=\"/admin/activities/calcom%3Ac%2F1\"");
  }

  @Test
  @DisplayName("marks what an edition changes, in words, and an edition that was edited")
  void marks() {
    String edited = SHIPPED.replace("rate: 1", "rate: 2") + NEXT;

    String html = post(edited).getBody();

    assertThat(html)
        .contains(
            "<td class=\"changed\"><del>100</del> → <ins>180</ins></td>",
            "<del>nothing</del> → <ins>300</ins>",
            "<del>75</del> → <ins>nothing</ins>",
            "edited: differs from the edition in force")
        .doesNotContain("<del>1</del>")
        .containsPattern(
            "<del>100</del>[^§]*<details>\\s*<summary>[0-9]+ figures unchanged</summary>");
    assertThat(post(SHIPPED + NEXT).getBody()).doesNotContain("edited: differs");
  }

  @Test
  @DisplayName("changes nothing of a year before the draft's edition, if each day has its own")
  void dated() {
    assertThat(words(post(SHIPPED + NEXT, "edition", "dated")))
        .contains("Members with a change 0 of 3", "Points 0", "Nobody moves to another level");
  }

  @Test
  @DisplayName("goes on after the members shown before, and says that these are not all")
  void continued() {
    assertThat(words(post(SHIPPED + NEXT, "after", "MEMBER#ada")))
        .contains("These are not all members", "It is the last part")
        .doesNotContain("ada 70");
  }

  @Test
  @DisplayName("names what is wrong by its line beside the text, which it keeps, and the wrong day")
  void violations() {
    String bad = SHIPPED.replace("rate: 1", "rate: <one>");

    APIGatewayV2HTTPResponse response = post(bad, "day", "tomorrow");

    int line = (int) bad.substring(0, bad.indexOf("rate: <one>")).lines().count();
    assertThat(response.getStatusCode()).isEqualTo(422);
    assertThat(response.getBody())
        .contains(
            "<li>Line "
                + line
                + ", column 13: `rate` needs a whole number of at most nine digits, not &lt;one&gt;</li>",
            "aria-describedby=\"rules-hint rules-errors\" aria-invalid=\"true\"",
            "The day must be a date from 2000 to 2099, such as 2026-04-12.",
            "rate: &lt;one&gt;")
        .doesNotContain("<one>", "What the draft would change");
  }

  @ParameterizedTest
  @CsvSource({
    "[,             1,      422, levels of keys or lists",
    "'- [&a {b: *a},', 1,   422, single value only",
    "x,             140000, 413, ''",
    "'a: 1\n',      9000,   422, And 8"
  })
  @DisplayName(
      "refuses a text that is too large, nests too deep, multiplies or has too many faults")
  void attacks(String text, int times, int status, String says) {
    String repeated = text.equals("[") ? text.repeat(10_000) : text.repeat(times);

    APIGatewayV2HTTPResponse response = post(repeated);

    assertThat(response.getStatusCode()).isEqualTo(status);
    assertThat(words(response)).contains(says);
    assertThat(response.getBody().length()).isLessThan(300_000);
  }

  @Test
  @DisplayName("is for administrators alone, and takes no form of elsewhere")
  void access() {
    Visitor ada = PagesOnTable.member("ada");

    assertThat(send(ada, "form", SHIPPED).getStatusCode()).isEqualTo(403);
    assertThat(PAGES.get(ada, PATH).getStatusCode()).isEqualTo(403);
    assertThat(send(null, "form", SHIPPED).getStatusCode()).isEqualTo(303);
    assertThat(send(ADMINISTRATOR, "another", SHIPPED).getStatusCode()).isEqualTo(403);
  }
}
