package services.dataminer.points.functions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;

@DisplayName("The form that erases a member")
@WholeSuite
class MemberErasureTest {

  private static final Visitor ADMINISTRATOR = PagesOnTable.administrator();
  private static final String PATH = "/admin/members/ada";

  private final LocalTable local = LocalTable.fresh();
  private final Bookkeeping books = new Bookkeeping(local);
  private final PagesOnTable pages = new PagesOnTable(local);

  @BeforeEach
  void ada() {
    books.partner("acme");
    books.member("ada", false, Optional.of("acme"), "ada@acme.example");
    books.grant("ada", "a", "2026-05-01", 1000);
  }

  private void assertNotErased() {
    assertThat(books.members().find("ada")).isPresent();
  }

  private static String words(APIGatewayV2HTTPResponse response) {
    return PagesTest.words(response.getBody());
  }

  @Test
  @DisplayName("says what is lost and what stays, to administrators alone")
  void loss() {
    assertThat(words(pages.get(ADMINISTRATOR, PATH)))
        .contains(
            "This cannot be undone. It removes for good: the name, and all addresses",
            "the right to 1,000 transferable points, which nobody can send to DOJO any more",
            "Entries and sums stay, under the id ada",
            "Type ada to confirm.");
    assertThat(words(pages.get(PagesOnTable.member("ada"), "/me")))
        .contains("Points this membership year 1,000")
        .doesNotContain("Erase");
  }

  @Test
  @DisplayName("erases whose id was typed, and then says so, however often it is sent")
  void erases() {
    assertThat(pages.send(ADMINISTRATOR, PATH, "id", " ada ").getHeaders())
        .containsEntry("location", PATH);
    assertThat(pages.send(ADMINISTRATOR, PATH, "id", "ada").getStatusCode()).isEqualTo(303);

    assertThat(books.members().find("ada")).isEmpty();
    assertThat(books.balance("ada").transferable()).isEqualTo(1000);
    assertThat(words(pages.get(ADMINISTRATOR, PATH)))
        .contains(
            "Erased person The entries and sums of ada . No profile",
            "Points this membership year 1,000")
        .doesNotContain("Erase for good", "Change the entry", "acme.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ben", "Ada"})
  @DisplayName("erases nobody by another id")
  void otherId(String typed) {
    APIGatewayV2HTTPResponse refused = pages.send(ADMINISTRATOR, PATH, "id", typed);

    assertThat(refused.getStatusCode()).isEqualTo(422);
    assertThat(words(refused))
        .contains("Nothing was saved", "Id of the member must be ada to confirm whom you erase.");
    assertThat(refused.getBody()).contains("action=\"" + PATH + "#erase\"");
    assertNotErased();
  }

  @Test
  @DisplayName("says what the API says while points are on their way to DOJO")
  void pendingTransfer() {
    books.reserve("ada", "t-1", 100);

    APIGatewayV2HTTPResponse refused = pages.send(ADMINISTRATOR, PATH, "id", "ada");

    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(words(refused))
        .contains("Id of the member has a pending transfer to DOJO: retry after a nightly run");
    assertNotErased();
  }

  @Test
  @DisplayName("is refused from another session, from members, and for nobody's id")
  void refused() {
    assertThat(pages.sendWithToken(ADMINISTRATOR, "other", PATH, "id", "ada").getStatusCode())
        .isEqualTo(403);
    assertThat(pages.send(PagesOnTable.member("ada"), PATH, "id", "ada").getStatusCode())
        .isEqualTo(403);
    assertThat(pages.send(ADMINISTRATOR, "/admin/members/zoe", "id", "zoe").getStatusCode())
        .isEqualTo(404);
    assertNotErased();
  }
}
