package services.dataminer.points.functions.member;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.Member;

@DisplayName("A partner's standing")
@WholeSuite
class PartnerStandingResourceTest {

  private static final String PATH = "/v1/partners/acme/standing";

  private final MemberApi api = new MemberApi();

  @BeforeEach
  void twoPartners() {
    api.books.partner("acme");
    api.books.partner("bolt");
    api.books.member("ada", true, Optional.of("acme"), "ada@acme.example");
    api.books.member("ben", true, Optional.of("acme"), "ben@acme.example");
    api.books.member("zoe", true, Optional.of("bolt"), "zoe@bolt.example");
    api.books.member("solo");
    api.books.grant("ada", "a", "2026-05-01", 250);
    api.books.grant("ben", "b", "2026-05-01", 800);
    api.books.grant("ben", "c", "2025-05-01", 5000);
    api.books.grant("zoe", "d", "2026-05-01", 9000);
  }

  private HttpAnswer by(String member) {
    return api.send(MemberApi.by(member, "GET", PATH));
  }

  @Test
  @DisplayName("names its people with their levels and the points of their year, most points first")
  void people() {
    assertThat(api.send(HttpCall.of("GET", PATH)).body())
        .isEqualTo(
            json(
                """
                {"partnerId":"acme","people":[
                  {"memberId":"ben","name":"Name of ben","level":"ENABLER","earned":800},
                  {"memberId":"ada","name":"Name of ada","level":"MEMBER","earned":250}],
                 "earned":1050}
                """));
  }

  @Test
  @DisplayName("is its people's and administrators', and nobody else's")
  void whoMay() {
    assertThat(by("ada").status()).isEqualTo(200);
    assertThat(by("zoe").status()).isEqualTo(403);
    assertThat(by("solo").status()).isEqualTo(403);
    assertThat(by("stranger").status()).isEqualTo(403);
    assertThat(api.send(HttpCall.of("GET", "/v1/partners/none/standing")).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("follows whoever changes the partner")
  void moved() {
    api.books.member("ben", true, Optional.of("bolt"), "ben@acme.example");

    assertThat(by("ada").body().get("earned").longValue()).isEqualTo(250);
    assertThat(by("ben").status()).isEqualTo(403);
  }

  @Test
  @DisplayName("leaves out whose membership begins later")
  void notYet() {
    api.books
        .members()
        .save(
            new Member(
                "cleo",
                "Cleo",
                List.of("cleo@acme.example"),
                List.of(),
                List.of(),
                Optional.of("acme"),
                LocalDate.parse("2026-12-01"),
                true,
                Map.of()),
            new Editor("grace", Instant.parse("2026-08-01T00:00:00Z")));

    assertThat(by("ada").body().findValuesAsText("memberId")).containsExactly("ben", "ada");
    assertThat(
            api.send(MemberApi.by("ada", "GET", PATH).at("2026-12-02T10:00:00Z"))
                .body()
                .findValuesAsText("memberId"))
        .containsExactly("ben", "ada", "cleo");
  }
}
