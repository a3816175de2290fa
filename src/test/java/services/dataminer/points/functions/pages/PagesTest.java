package services.dataminer.points.functions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.program.activity.ActivityId;

@DisplayName("The pages show")
@WholeSuite
class PagesTest {

  private static final Visitor ADA = PagesOnTable.member("ada");

  private final LocalTable local = LocalTable.fresh();
  private final Bookkeeping books = new Bookkeeping(local);
  private final Program program = new Program(local);
  private final PagesOnTable pages = new PagesOnTable(local);

  @BeforeEach
  void people() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", "ada@acme.example");
    program.member("ben", "acme", "ben@acme.example");
  }

  private String text(Visitor visitor, String path, String... query) {
    APIGatewayV2HTTPResponse response = pages.get(visitor, path, query);
    assertThat(response.getStatusCode()).isEqualTo(200);
    return words(response.getBody());
  }

  /// The words of a page, without its markup.
  static String words(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  @DisplayName("everyone what everything pays, and no script, style or address of elsewhere")
  void home() {
    APIGatewayV2HTTPResponse response = pages.get(null, "/");

    assertThat(words(response.getBody()))
        .contains(
            "Enabler 5,000 points in a membership year a DevOps Professional whom others trust",
            "As your points grow, they also unlock: access to the Evolve support plan",
            "Set up a virtual meeting with Skyline and a customer 100 for each meeting",
            "Give feedback 50 at most 100 points per calendar month",
            "the rules in force since 28 Mar 2023");
    assertThat(response.getBody()).doesNotContain("<script", "style=", "http://", "https://");
    assertThat(response.getHeaders())
        .containsEntry("cache-control", "no-store")
        .containsEntry("referrer-policy", "same-origin")
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("strict-transport-security", "max-age=31536000")
        .hasEntrySatisfying(
            "content-security-policy",
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("unsafe"));
  }

  @Test
  @DisplayName("a member the level, the points of the year, and what is missing to keep and reach")
  void standing() {
    books.grant("ada", "before", "2025-06-01", 5200);
    books.grant("ada", "now", "2026-05-01", 1250);

    assertThat(text(ADA, "/me"))
        .contains(
            "Level Enabler",
            "Points this membership year 1,250 since 12 Apr 2026",
            "Transferable to DOJO 6,450",
            "To stay an Enabler: 3,750 more points by 11 Apr 2027",
            "To become a Catalyst: 13,750 more points by 11 Apr 2027",
            "3,750 points are, for example, 8 meetings at Skyline's booth (500 each)",
            "As an Enabler you are a DevOps Professional whom others trust, and have: DOJO points",
            "A Catalyst is an advanced DevOps Professional.",
            "1 May 2026 +1,250 granted in a test");
  }

  @Test
  @DisplayName("a newcomer what to do, and a Catalyst no level above")
  void extremes() {
    books.grant("ben", "much", "2026-05-01", 15_000);

    assertThat(text(ADA, "/me"))
        .contains("Level Member", "Nothing yet in this membership year", "Nothing is on its way");
    assertThat(text(PagesOnTable.member("ben"), "/me"))
        .contains("Level Catalyst")
        .doesNotContain("What is next");
  }

  @ParameterizedTest
  @DisplayName("a member with fewer than no points what is missing to the first level")
  @ValueSource(strings = {"/me", "/admin/members/ada"})
  void belowZero(String path) {
    books.grant("ada", "downvote", "2026-05-01", -10);

    Visitor visitor = path.equals("/me") ? ADA : PagesOnTable.administrator();
    assertThat(text(visitor, path))
        .contains(
            "Points this membership year \u221210 since",
            "To become an Advocate: 760 more points by",
            "\u221210 of 750")
        .doesNotContain("To stay");
  }

  @Test
  @DisplayName("a name as it was entered, whatever markup it is made of")
  void markup() {
    String name = "<script>alert(1)</script> & \"Zoë\" محمد";
    program.member(
        new Member(
            "eve",
            name,
            List.of("eve@acme.example"),
            List.of(),
            List.of(),
            Optional.of("acme"),
            LocalDate.parse("2023-04-12"),
            true,
            Map.of()));

    String html = pages.get(PagesOnTable.member("eve"), "/me").getBody();

    assertThat(html)
        .doesNotContain("<script")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"Zoë\" محمد");
  }

  @Test
  @DisplayName("that a member was erased, and nothing to enter for one")
  void erased() {
    program.member(
        new Member(
            "eve",
            "",
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            LocalDate.parse("2023-04-12"),
            true,
            Map.of()));

    assertThat(text(PagesOnTable.administrator(), "/admin/members/eve"))
        .contains("Erased person")
        .doesNotContain("Record a contribution");
    assertThat(text(PagesOnTable.member("eve"), "/me/statement"))
        .contains("Statement for an erased person");
  }

  @Test
  @DisplayName(
      "the newest of a busy year in less than 60 KB, with the style sheet, and where the rest is")
  void busyYear() {
    LocalDate first = LocalDate.parse("2026-04-12");
    for (int n = 0; n < 75; n++) {
      books.grant("ada", "2026-" + n, first.plusDays(n * 2L).toString(), 5);
    }

    String html = pages.get(ADA, "/me").getBody();

    int style = Assets.get("style.css").getBody().length();
    assertThat(html.length() + style).isLessThan(60_000);
    assertThat(words(html)).contains("15 more in the statement of the year");
    assertThat(IntStream.range(0, 75).filter(n -> html.contains("id=\"calendar:2026-" + n + "#")))
        .hasSize(60)
        .doesNotContain(14)
        .contains(15);
    assertThat(html)
        .contains(
            "<a href=\"/me/statement#calendar:2026-14#1\"", "<a href=\"#calendar:2026-15#1\"");
  }

  @Test
  @DisplayName("how many activities there are that have no room, and how little one point is")
  void noRoom() {
    books.grant("ada", "now", "2026-05-01", 649);
    for (int n = 0; n < 28; n++) {
      pages.send(
          PagesOnTable.administrator(),
          "/admin/entry/contribution",
          "id",
          "f-" + n,
          "memberId",
          "ada",
          "action",
          "feedback",
          "occurredAt",
          "2026-09-01T10:00");
    }
    pages.work();

    assertThat(text(ADA, "/me"))
        .contains("1 point is, for example,", "These are the latest. 1 earlier one is not shown.");
  }

  @Test
  @DisplayName("a statement of each year, with what it sums up to, and as CSV")
  void statement() {
    books.grant("ada", "before", "2025-06-01", 5200);
    books.grant("ada", "now", "2026-05-01", 1250);

    assertThat(text(ADA, "/me/statement", "year", "2025-12-24"))
        .contains(
            "Membership year from 12 Apr 2025 to 11 Apr 2026",
            "Earned 5,200 points",
            "1 Jun 2025 +5,200",
            "From 12 Apr 2026",
            "From 12 Apr 2023")
        .doesNotContain("1,250");
    assertThat(pages.get(ADA, "/me/statement.csv").getBody())
        .contains("AWARD,1250,")
        .doesNotContain("5200");
    assertThat(pages.get(ADA, "/me/statement", "year", "soon").getStatusCode()).isEqualTo(422);
  }

  @Test
  @DisplayName("which entries were earned before the sign-up, and so count in the first year")
  void beforeSignUp() {
    var transaction = local.table().transaction();
    new Entry(
            "ada",
            ActivityId.calendar("before"),
            1,
            EntryKind.AWARD,
            50,
            Instant.parse("2023-03-30T10:00:00Z"),
            LocalDate.of(2023, 3, 30),
            Instant.parse("2023-04-13T10:00:00Z"),
            LocalDate.of(2023, 4, 12),
            Optional.of("2023-03-28"),
            "granted in a test")
        .writeTo(transaction);
    local.table().write(transaction);
    books.grant("ada", "first", "2023-04-12", 70);

    assertThat(text(ADA, "/me/statement", "year", "2023-05-01"))
        .contains(
            "+70 granted in a test 30 Mar 2023 +50 granted in a test Earned before the sign-up on"
                + " 12 Apr 2023, granted on 13 Apr 2023; counts in the first membership year.");
  }

  @Test
  @DisplayName("a partner's people where they all stand")
  void partner() {
    books.grant("ben", "now", "2026-05-01", 900);

    assertThat(text(ADA, "/partner"))
        .contains("acme", "People 2", "Points 900", "ben 900 Advocate", "ada 0 Member");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin", "/admin/members/ben", "/admin/activities/calendar:now"})
  @DisplayName("administrators' pages to no one else")
  void administrators(String path) {
    books.grant("ben", "now", "2026-05-01", 900);

    assertThat(pages.get(ADA, path).getStatusCode()).isEqualTo(403);
    assertThat(pages.get(ADA, path).getBody())
        .doesNotContain("900")
        .contains("<a href=\"/me\">To my points</a>");
    assertThat(pages.get(null, path).getStatusCode()).isEqualTo(303);
    assertThat(pages.get(PagesOnTable.administrator(), path).getStatusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("an administrator the people found, and the activity whose id was typed")
  void search() {
    assertThat(text(PagesOnTable.administrator(), "/admin", "q", "BEN@"))
        .contains("People found", "ben acme ben , 12 Apr 2023")
        .doesNotContain("ada", "Shows found");
    pages.send(
        PagesOnTable.administrator(),
        "/admin/entry/show",
        "id",
        "ibc",
        "name",
        "IBC",
        "startsOn",
        "2026-09-11",
        "endsOn",
        "2026-09-14",
        "timeZone",
        "Europe/Amsterdam");
    assertThat(text(PagesOnTable.administrator(), "/admin", "q", "IB"))
        .contains("Shows found", "IBC 11 Sept 2026 to 14 Sept 2026")
        .doesNotContain("People found", "Nobody was found");
    assertThat(text(PagesOnTable.administrator(), "/admin", "q", "nothing"))
        .contains("People found", "Nobody was found");
    assertThat(pages.get(PagesOnTable.administrator(), "/admin", "q", "calcom:x y").getStatusCode())
        .isEqualTo(200);
    assertThat(
            pages
                .get(PagesOnTable.administrator(), "/admin", "q", "𝓪".repeat(200))
                .getStatusCode())
        .isEqualTo(200);
    assertThat(
            pages.get(PagesOnTable.administrator(), "/admin", "q", "a".repeat(201)).getStatusCode())
        .isEqualTo(422);
    assertThat(
            pages
                .get(PagesOnTable.administrator(), "/admin", "q", "calcom:cZQK3k")
                .getHeaders()
                .get("location"))
        .isEqualTo("/admin/activities/calcom%3AcZQK3k");
  }

  @ParameterizedTest
  @CsvSource({"/me/elsewhere,404", "/admin/activities/calcom:none,404", "/admin/members/none,404"})
  @DisplayName("that there is nothing")
  void nothing(String path, int status) {
    APIGatewayV2HTTPResponse response = pages.get(PagesOnTable.administrator(), path);

    assertThat(response.getStatusCode()).isEqualTo(status);
    assertThat(response.getHeaders().get("content-type")).startsWith("text/html");
    assertThat(words(response.getBody())).contains("There is no", "Sign out");
    assertThat(response.getBody()).contains("<a href=\"/admin\">To the administration</a>");
  }

  @Test
  @DisplayName("what went wrong, and nothing of what it was about")
  void problem() {
    APIGatewayV2HTTPResponse response = pages.problem(Problem.internalError());

    assertThat(response.getStatusCode()).isEqualTo(500);
    assertThat(words(response.getBody())).contains("Internal error", "report the time of the call");
  }

  @Test
  @DisplayName("that something is down, and to people and programs when to try again")
  void unavailable() {
    APIGatewayV2HTTPResponse response = pages.problem(Problem.unavailable());

    assertThat(response.getStatusCode()).isEqualTo(503);
    assertThat(response.getHeaders()).containsEntry("retry-after", "30");
    assertThat(words(response.getBody()))
        .contains("Part of this site is unavailable. Try again in half a minute.")
        .doesNotContain("Retry-After");
  }
}
