package services.dataminer.points.functions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.Foreign;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.FrozenTable;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.link.StatementLinks;

@DisplayName("The token of a statement link")
@WholeSuite
class StatementLinkFuzzTest {

  private static final String TOKEN = "f".repeat(43);
  private static final PagesOnTable PAGES = pages();
  private static final String NOTHING = get("none").getBody();

  private static PagesOnTable pages() {
    LocalTable local = LocalTable.fresh();
    var books = new Bookkeeping(local);
    books.partner("acme");
    books.member("ada", true, Optional.of("acme"), "ada@acme.example");
    new StatementLinks(local.table())
        .add(
            "ada",
            TOKEN,
            PagesOnTable.NOW.plus(Duration.ofDays(30)),
            new Editor("ada", PagesOnTable.NOW.minus(Duration.ofDays(1))));
    return new PagesOnTable(FrozenTable.of(local));
  }

  private static APIGatewayV2HTTPResponse get(String token) {
    return PAGES.get(null, "/statement/" + token);
  }

  @FuzzTest
  void opensNothingButItsOwn(byte[] sent) {
    String token = new String(sent, StandardCharsets.UTF_8);
    APIGatewayV2HTTPResponse response = Foreign.read(() -> get(token));
    if (token.equals(TOKEN)) {
      assertThat(response.getStatusCode()).isEqualTo(200);
    } else {
      assertThat(response.getStatusCode()).isEqualTo(404);
      assertThat(response.getBody()).isEqualTo(NOTHING);
    }
    assertThat(response.getHeaders()).containsEntry("referrer-policy", "no-referrer");
  }
}
