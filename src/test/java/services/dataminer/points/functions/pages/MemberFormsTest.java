package services.dataminer.points.functions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.link.StatementLinks;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.Transfers;

@DisplayName("A member's forms")
@WholeSuite
class MemberFormsTest {

  private static final Visitor ADA = PagesOnTable.member("ada");
  private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");
  private static final Pattern LINK =
      Pattern.compile("value=\"https://points\\.example(/statement/[A-Za-z0-9_-]{43})\"");
  private static final Instant NIGHT = Instant.parse("2026-09-15T01:30:00Z");

  private final LocalTable local = LocalTable.fresh();
  private final Bookkeeping books = new Bookkeeping(local);
  private final Transfers transfers = new Transfers(local.table());
  private final StatementLinks links = new StatementLinks(local.table());
  private final PagesOnTable pages = new PagesOnTable(local);

  @BeforeEach
  void ada() {
    books.partner("acme");
    books.member("ada", false, Optional.of("acme"), "ada@acme.example");
    books.grant("ada", "a", "2026-05-01", 1000);
  }

  private String html(String path, String... query) {
    APIGatewayV2HTTPResponse response = pages.get(ADA, path, query);
    assertThat(response.getStatusCode()).isEqualTo(200);
    return response.getBody();
  }

  private static String found(Pattern pattern, String html) {
    Matcher matcher = pattern.matcher(html);
    assertThat(matcher.find()).as(html).isTrue();
    return matcher.group(1);
  }

  private APIGatewayV2HTTPResponse ask(String id, String points) {
    return pages.send(ADA, "/me/transfers", "id", id, "points", points);
  }

  private long transferable() {
    return books.balance("ada").transferable();
  }

  @Test
  @DisplayName("ask for a transfer once, however often they are sent")
  void transfer() {
    String id = found(ID, html("/me/transfers"));

    assertThat(ask(id, "600").getHeaders())
        .containsEntry("location", "/me/transfers?done=requested");
    assertThat(ask(id, "600").getStatusCode()).isEqualTo(303);

    assertThat(transfers.of("ada")).extracting(Transfer::points).containsExactly(600L);
    String after = html("/me/transfers", "done", "requested");
    assertThat(PagesTest.words(after))
        .contains(
            "Requested. The points are reserved",
            "Transferable 400 points",
            "At most 400.",
            "13 Sept 2026 600 Requested. Goes to DOJO in the next night.");
    assertThat(found(ID, after)).isNotEqualTo(id);
  }

  @Test
  @DisplayName("sent again with other points, say so, and are good for a transfer of their own")
  void changedAfterwards() {
    String id = found(ID, html("/me/transfers"));
    ask(id, "600");

    APIGatewayV2HTTPResponse refused = ask(id, "100");

    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(PagesTest.words(refused.getBody())).contains("You have sent this form before");
    assertThat(refused.getBody()).contains("name=\"points\" value=\"100\"");
    assertThat(transferable()).isEqualTo(400);
    assertThat(ask(found(ID, refused.getBody()), "100").getStatusCode()).isEqualTo(303);
    assertThat(transferable()).isEqualTo(300);
  }

  @ParameterizedTest
  @DisplayName("say beside the points what is wrong with them, and keep what was typed")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          POINTS | SAID
          1001   | Points exceeds the 1000 points that are transferable.
          0      | Points must be a whole number from 1 to 1000000000.
          -5     | Points must be a whole number from 1 to 1000000000.
          many   | Points must be a whole number from 1 to 1000000000.
          ``     | Points is missing.
          """)
  void wrongPoints(String points, String said) {
    String id = found(ID, html("/me/transfers"));

    APIGatewayV2HTTPResponse refused = ask(id, points);

    assertThat(refused.getStatusCode()).isEqualTo(422);
    assertThat(PagesTest.words(refused.getBody())).contains("Nothing was saved", said);
    assertThat(refused.getBody())
        .contains(
            "value=\"" + points + "\" aria-describedby=\"field-points-hint field-points-error\"")
        .contains("name=\"id\" value=\"" + id + "\"");
    assertThat(transfers.of("ada")).isEmpty();
  }

  @Test
  @DisplayName("say what is wrong with an id that nobody typed, and show no control for it")
  void wrongId() {
    APIGatewayV2HTTPResponse refused = ask("2026-09-14", "10");

    assertThat(refused.getStatusCode()).isEqualTo(422);
    assertThat(PagesTest.words(refused.getBody())).contains("id must not be a date");
    assertThat(refused.getBody())
        .doesNotContain("#field-id")
        .contains("type=\"hidden\" name=\"id\"");
  }

  @Test
  @DisplayName("stand beside what DOJO answered to each transfer, the newest first")
  void answers() {
    Transfer posted = books.reserve("ada", "t-1", 100);
    transfers.posted(posted, NIGHT);
    Transfer rejected = books.reserve("ada", "2026-09-14", 200);
    transfers.rejected(rejected, "no such <member>", LocalDate.parse("2026-09-15"), NIGHT);
    Transfer pending = books.reserve("ada", "t-2", 300);
    transfers.tried(pending, LocalDate.parse("2026-09-15"));

    assertThat(PagesTest.words(html("/me/transfers")))
        .contains(
            "Transferable 600 points",
            "Transferred 100 points that DOJO has",
            "Next night: 14 Sept 2026 at 03:30",
            "300 Requested. DOJO has not confirmed it. Every night tries again until it does.",
            "100 Requested. Posted on 15 Sept 2026.",
            "200 Automatic. Rejected by DOJO (no such &lt;member&gt;). The points came back.");
  }

  @Test
  @DisplayName("name the time at which the template has transfers made")
  void night() throws IOException {
    String function =
        Files.readString(Path.of("template.yaml")).split("\n  DojoTransferFunction:\n")[1];

    assertThat(function.lines().filter(line -> line.contains("ScheduleExpression:")).findFirst())
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .contains(
                        "cron(%d %d * * ? *)"
                            .formatted(
                                TransferPage.NIGHT.getMinute(), TransferPage.NIGHT.getHour())));
  }

  @Test
  @DisplayName("switch the automatic transfer on and off, and say which it is")
  void automatic() {
    assertThat(PagesTest.words(html("/me/transfers"))).contains("Automatic transfer is off");

    assertThat(pages.send(ADA, "/me/transfers", "automatic", "on").getHeaders())
        .containsEntry("location", "/me/transfers?done=on");

    assertThat(books.members().find("ada").orElseThrow().autoTransfer()).isTrue();
    assertThat(html("/me/transfers", "done", "on"))
        .contains("Automatic transfer is on.", "name=\"automatic\" value=\"off\"");
    pages.send(ADA, "/me/transfers", "automatic", "off");
    assertThat(books.members().find("ada").orElseThrow().autoTransfer()).isFalse();
  }

  @Test
  @DisplayName("ask for nothing where nothing is transferable, and are found from the first page")
  void nothing() {
    books.reserve("ada", "all", 1000);

    assertThat(html("/me/transfers"))
        .contains("Nothing is transferable now")
        .doesNotContain("name=\"points\"");
    assertThat(html("/me")).contains("class=\"figure\" href=\"/me/transfers\"");
  }

  @Test
  @DisplayName("make a link to the statement, which is shown once and works")
  void link() {
    APIGatewayV2HTTPResponse made = pages.send(ADA, "/me/links", "days", "30");

    assertThat(made.getStatusCode()).isEqualTo(200);
    assertThat(made.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(PagesTest.words(made.getBody()))
        .contains("Your link, until 13 Oct 2026, 14:00:00", "it is not shown again");
    String path = found(LINK, made.getBody());
    assertThat(pages.get(null, path).getStatusCode()).isEqualTo(200);
    assertThat(html("/me/statement"))
        .contains("One link works, until 13 Oct 2026", "End all links")
        .doesNotContain(path);
  }

  @Test
  @DisplayName("end all links")
  void endLinks() {
    String path = found(LINK, pages.send(ADA, "/me/links", "days", "30").getBody());
    pages.send(ADA, "/me/links", "days", "366");
    assertThat(PagesTest.words(html("/me/statement")))
        .contains("2 links work, the last until 14 Sept 2027");

    assertThat(pages.send(ADA, "/me/links", "do", "end").getHeaders())
        .containsEntry("location", "/me/statement?ended=yes");

    assertThat(pages.get(null, path).getStatusCode()).isEqualTo(404);
    assertThat(PagesTest.words(html("/me/statement", "ended", "yes")))
        .contains("None of your links works any more")
        .doesNotContain("End all links");
  }

  @Test
  @DisplayName("say beside the days what is wrong with them, and make no link")
  void wrongDays() {
    APIGatewayV2HTTPResponse refused = pages.send(ADA, "/me/links", "days", "400");

    assertThat(refused.getStatusCode()).isEqualTo(422);
    assertThat(PagesTest.words(refused.getBody()))
        .contains("Days that the link works must be a whole number from 1 to 366.");
    assertThat(refused.getBody()).contains("value=\"400\"", "href=\"/me/statement?year=");
    assertThat(links.ends("ada", PagesOnTable.NOW.minus(Duration.ofDays(1)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/me/transfers", "/me/links"})
  @DisplayName("are of this session, or do nothing")
  void forged(String path) {
    var fields = List.of("points", "10", "id", "t-1", "days", "30").toArray(String[]::new);

    assertThat(pages.sendWithToken(ADA, "of another session", path, fields).getStatusCode())
        .isEqualTo(403);
    assertThat(transfers.of("ada")).isEmpty();
    assertThat(links.ends("ada", PagesOnTable.NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/me/transfers", "/me/links"})
  @DisplayName("are about the visitor alone, who has signed up")
  void stranger(String path) {
    Visitor zoe = PagesOnTable.member("zoe");
    var fields = List.of("points", "10", "id", "t-1", "days", "30").toArray(String[]::new);

    assertThat(pages.send(zoe, path, fields).getStatusCode()).isEqualTo(404);
    assertThat(pages.send(zoe, path, "do", "end", "automatic", "on").getStatusCode())
        .isEqualTo(404);
    assertThat(pages.get(null, path).getStatusCode()).isEqualTo(303);
  }

  @Test
  @DisplayName("lead back to the statement whoever had to sign in first")
  void signedInMeanwhile() {
    assertThat(pages.get(ADA, "/me/links").getHeaders()).containsEntry("location", "/me/statement");
  }
}
