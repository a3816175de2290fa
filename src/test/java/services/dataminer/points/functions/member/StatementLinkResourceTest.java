package services.dataminer.points.functions.member;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.link.StatementLinks;

@DisplayName("A link to a statement")
@WholeSuite
class StatementLinkResourceTest {

  private static final String LINK = "/v1/members/ada/statement-link";
  private static final String HOST = "https://points.example";

  private final MemberApi api = new MemberApi();
  private final StatementLinks links = new StatementLinks(api.books.table());

  @BeforeEach
  void someone() {
    api.books.member("ada");
  }

  private static HttpCall post(String caller) {
    return MemberApi.by(caller, "POST", LINK)
        .header("host", "points.example")
        .json("{\"days\":30}");
  }

  private static String token(HttpAnswer made) {
    assertThat(made.status()).isEqualTo(201);
    return made.body().get("url").textValue().substring((HOST + "/statement/").length());
  }

  private Optional<String> holder(String token, String at) {
    return links.holder(token, Instant.parse(at)).map(Member::id);
  }

  @Test
  @DisplayName("leads to the page, until the days are over")
  void made() {
    HttpAnswer made = api.send(post("ada"));

    assertThat(made.body().get("expiresAt").textValue()).isEqualTo("2026-10-01T10:00:00Z");
    assertThat(token(made)).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(made.body().get("url").textValue()).startsWith(HOST + "/statement/");
    assertThat(made.headers()).containsEntry("cache-control", "no-store");
    assertThat(holder(token(made), "2026-10-01T09:59:59Z")).contains("ada");
    assertThat(holder(token(made), "2026-10-01T10:00:00Z")).isEmpty();
  }

  @Test
  @DisplayName("is made by administrators, too, is another one each time, and nothing keeps it")
  void unguessable() {
    String one = token(api.send(post("ada")));
    String other =
        token(
            api.send(
                HttpCall.of("POST", LINK).header("host", "points.example").json("{\"days\":366}")));

    assertThat(one).isNotEqualTo(other);
    assertThat(holder(other, "2027-09-01T00:00:00Z")).contains("ada");
    assertThat(everything()).contains("MEMBER#ada").doesNotContain(one, other);
  }

  /// All that is stored, as text.
  private String everything() {
    var local = api.books.local();
    return local.client().scan(scan -> scan.tableName(local.name())).items().toString();
  }

  @Test
  @DisplayName("works no more once revoked, with all others of the member alone")
  void revoked() {
    api.books.member("ben");
    String first = token(api.send(post("ada")));
    String second = token(api.send(post("ada")));
    String bens =
        token(
            api.send(
                MemberApi.by("ben", "POST", LINK.replace("ada", "ben"))
                    .header("host", "points.example")
                    .json("{\"days\":30}")));

    assertThat(api.send(MemberApi.by("ada", "DELETE", LINK)).status()).isEqualTo(204);

    assertThat(holder(first, "2026-09-02T00:00:00Z")).isEmpty();
    assertThat(holder(second, "2026-09-02T00:00:00Z")).isEmpty();
    assertThat(holder(bens, "2026-09-02T00:00:00Z")).contains("ben");
    assertThat(api.send(MemberApi.by("ada", "DELETE", LINK)).status()).isEqualTo(204);
    assertThat(holder(token(api.send(post("ada"))), "2026-09-02T00:00:00Z")).contains("ada");
    assertThat(holder(first, "2026-09-02T00:00:00Z")).as("after a new one").isEmpty();
  }

  @Test
  @DisplayName("is one of twenty at the most, of which those that ended do not count")
  void limited() {
    IntStream.range(0, StatementLinks.MOST)
        .forEach(_ -> assertThat(api.send(post("ada")).status()).isEqualTo(201));

    HttpAnswer refused = api.send(post("ada"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("detail").textValue()).contains("20 links", "End them all");
    assertThat(api.send(post("ada").at("2026-10-01T10:00:00Z")).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @DisplayName("says what is wrong with the days")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          BODY                     | FAULT
          {}                       | days: is missing
          {"days":0}               | days: must be a whole number from 1 to 366
          {"days":367}             | days: must be a whole number from 1 to 366
          {"days":1.5}             | days: must be a whole number from 1 to 366
          {"days":"30"}            | days: must be a whole number from 1 to 366
          {"days":30,"to":"me"}    | to: is not a known field: remove it
          """)
  void refused(String body, String fault) {
    HttpAnswer answer = api.send(MemberApi.by("ada", "POST", LINK).json(body));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(fault);
  }

  @Test
  @DisplayName("is nobody else's to make or to revoke")
  void someoneElses() {
    api.books.member("ben");
    String adas = token(api.send(post("ada")));

    assertThat(api.send(post("ben")).status()).isEqualTo(403);
    assertThat(api.send(MemberApi.by("ben", "DELETE", LINK)).status()).isEqualTo(403);

    assertThat(holder(adas, "2026-09-02T00:00:00Z")).contains("ada");
    assertThat(api.send(HttpCall.of("DELETE", LINK.replace("ada", "zoe"))).body())
        .isEqualTo(
            json(
                """
                {"type":"tag:dataminer.services,2023:devops-points/problems/not-found",
                 "title":"Not found","status":404,"detail":"There is no member zoe."}"""));
  }
}
