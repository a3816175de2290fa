package services.dataminer.points.functions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Requests;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.link.StatementLinks;
import services.dataminer.points.ledger.link.StatementLinks.Outcome;
import services.dataminer.points.platform.http.Problem;

@DisplayName("A linked statement")
@WholeSuite
class LinkedStatementTest {

  private static final Instant NOW = PagesOnTable.NOW;
  private static final String TOKEN = "f".repeat(43);

  private final LocalTable local = LocalTable.fresh();
  private final Bookkeeping books = new Bookkeeping(local);
  private final Program program = new Program(local);
  private final StatementLinks links = new StatementLinks(local.table());
  private final PagesOnTable pages = new PagesOnTable(local);

  @BeforeEach
  void ada() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", "ada@acme.example");
    books.grant("ada", "before", "2025-06-01", 5200);
    books.grant("ada", "now", "2026-05-01", 1250);
  }

  private void link(String token, Instant until, Instant madeAt) {
    assertThat(links.add("ada", token, until, new Editor("ada", madeAt))).isEqualTo(Outcome.ADDED);
  }

  private void link(String token) {
    link(token, NOW.plus(Duration.ofDays(30)), NOW.minus(Duration.ofDays(1)));
  }

  private APIGatewayV2HTTPResponse get(String token, String... query) {
    return pages.get(null, "/statement/" + token, query);
  }

  private static void assertSecret(APIGatewayV2HTTPResponse response) {
    assertThat(response.getHeaders())
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("cache-control", "no-store")
        .hasEntrySatisfying("x-robots-tag", it -> assertThat(it).contains("noindex"));
    assertThat(response.getBody()).doesNotContain(TOKEN);
  }

  @Test
  @DisplayName("shows the year under way and each other, to who is not signed in")
  void shows() {
    link(TOKEN);

    APIGatewayV2HTTPResponse response = get(TOKEN);

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(PagesTest.words(response.getBody()))
        .contains("Statement for ada", "Earned 1,250 points", "From 12 Apr 2025", "Sign in")
        .doesNotContain("5,200", "CSV", "My points", "@acme.example");
    assertSecret(response);
    assertThat(response.getBody()).contains("href=\"?year=2025-04-12\"");
    assertThat(PagesTest.words(get(TOKEN, "year", "2025-04-12").getBody()))
        .contains("Earned 5,200 points");
  }

  @Test
  @DisplayName("is the same to someone signed in, and shows nothing of that person")
  void toOthers() {
    link(TOKEN);

    APIGatewayV2HTTPResponse response =
        pages.get(PagesOnTable.administrator(), "/statement/" + TOKEN);

    assertThat(response.getBody()).isEqualTo(get(TOKEN).getBody());
  }

  @Test
  @DisplayName("is nothing under one and the same page, whatever is wrong with the link")
  void nothing() {
    link(TOKEN);
    link("expired", NOW, NOW.minus(Duration.ofDays(1)));
    program.member("ben", "acme", "ben@acme.example");
    assertThat(links.add("ben", "erased", NOW.plusSeconds(9), new Editor("ben", NOW)))
        .isEqualTo(Outcome.ADDED);
    program.erase("ben");
    program.member("cleo", "acme", "cleo@acme.example");
    assertThat(links.add("cleo", "revoked", NOW.plusSeconds(9), new Editor("cleo", NOW)))
        .isEqualTo(Outcome.ADDED);
    links.endAll("cleo", new Editor("cleo", NOW));

    List<String> wrong =
        List.of(
            "never-made",
            "expired",
            "revoked",
            "erased",
            TOKEN.substring(1),
            TOKEN + "f",
            TOKEN.toUpperCase(Locale.ROOT),
            TOKEN + "\u0000",
            "../../me",
            "MEMBER#ada",
            "",
            "f".repeat(8000));
    APIGatewayV2HTTPResponse never = get("never-made");

    assertThat(never.getStatusCode()).isEqualTo(404);
    assertThat(PagesTest.words(never.getBody())).contains("There is no statement here");
    assertSecret(never);
    assertThat(wrong)
        .allSatisfy(
            token -> {
              APIGatewayV2HTTPResponse response = get(token);
              assertThat(response.getStatusCode()).isEqualTo(404);
              assertThat(response.getBody()).isEqualTo(never.getBody());
              assertThat(response.getHeaders()).isEqualTo(never.getHeaders());
              assertThat(get(token, "year", "soon").getBody()).isEqualTo(never.getBody());
            });
    assertThat(get(TOKEN).getStatusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("takes three reads, and two without a link, whatever is wrong with it")
  void reads() {
    link(TOKEN);
    link("expired", NOW, NOW.minus(Duration.ofDays(1)));
    assertThat(calls(TOKEN)).isEqualTo(3);
    assertThat(calls("expired")).isEqualTo(2);
    assertThat(calls("never-made")).isEqualTo(2);
  }

  private long calls(String token) {
    var requests = new Requests();
    new PagesOnTable(local.through(requests)).get(null, "/statement/" + token);
    return requests.calls();
  }

  @Test
  @DisplayName("says so of a year that is none, without a word of its address")
  void badYear() {
    link(TOKEN);

    APIGatewayV2HTTPResponse response = get(TOKEN, "year", "soon");

    assertThat(response.getStatusCode()).isEqualTo(422);
    assertSecret(response);
  }

  @Test
  @DisplayName("keeps its address to itself when the table is down, too")
  void outage() {
    assertSecret(pages.problem("/statement/" + TOKEN, Problem.unavailable()));
  }

  @Test
  @DisplayName("ends for good with the erasure, and leaves no list of links")
  void erased() {
    link(TOKEN);

    program.erase("ada");

    assertThat(get(TOKEN).getStatusCode()).isEqualTo(404);
    assertThat(links.ends("ada", NOW)).isEmpty();
    assertThat(links.add("ada", "late", NOW.plusSeconds(9), new Editor("ada", NOW)))
        .isEqualTo(Outcome.NO_MEMBER);
  }

  @Test
  @DisplayName("is forgotten by the table once its time is over")
  void forgotten() {
    Instant until = NOW.plus(Duration.ofDays(30));
    link(TOKEN, until.plusSeconds(60), NOW);
    link("sooner", until, NOW);

    assertThat(local.client().scan(scan -> scan.tableName(local.name())).items())
        .filteredOn(item -> item.containsKey("expiresAt"))
        .extracting(item -> item.get("expiresAt").n())
        .containsExactlyInAnyOrder(
            String.valueOf(until.getEpochSecond()),
            String.valueOf(until.getEpochSecond() + 60),
            String.valueOf(until.getEpochSecond() + 60));
  }
}
