package services.dataminer.points.functions.member;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.ledger.transfer.Transfer;

@DisplayName("A member's transfers to DOJO")
@WholeSuite
class TransfersResourceTest {

  private static final Instant NIGHT = Instant.parse("2026-09-15T01:30:00Z");

  private final MemberApi api = new MemberApi();

  @BeforeEach
  void someoneWithPoints() {
    api.books.member("ada", false);
    api.books.grant("ada", "a", "2026-05-01", 1000);
  }

  private JsonNode balance() {
    return api.get("ada", "/balance").body();
  }

  private Transfer transfer(String id) {
    return api.transfers.find("ada", id).orElseThrow();
  }

  @Test
  @DisplayName("what is asked for is reserved at once, with an entry that says so")
  void reservedAtOnce() {
    HttpAnswer answer = api.ask("ada", "{'id':'t-1','points':600}".replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(json("{\"id\":\"t-1\",\"points\":600,\"state\":\"REQUESTED\"}"));
    assertThat(balance().get("transferable").longValue()).isEqualTo(400);
    assertThat(balance().get("transferred").longValue()).isZero();
    assertThat(balance().get("earned").longValue()).isEqualTo(1000);
    JsonNode entry = api.get("ada", "/entries").body().path("entries").get(0);
    assertThat(entry.get("kind").textValue()).isEqualTo("TRANSFER");
    assertThat(entry.get("points").longValue()).isEqualTo(-600);
    assertThat(entry.get("at").textValue()).isEqualTo("2026-09-01T10:00:00Z");
    assertThat(entry.get("reason").textValue())
        .isEqualTo("600 points transferred to DOJO, as requested");
  }

  @Test
  @DisplayName("the same id and points again change nothing, before and after DOJO has them")
  void askedTwice() {
    String wish = "{\"id\":\"t-1\",\"points\":600}";
    HttpAnswer first = api.ask("ada", wish);

    assertThat(api.ask("ada", wish)).isEqualTo(first);
    api.transfers.posted(transfer("t-1"), NIGHT);
    assertThat(api.ask("ada", wish)).isEqualTo(first);

    assertThat(balance().get("transferable").longValue()).isEqualTo(400);
  }

  @Test
  @DisplayName("the same id with other points is a conflict")
  void otherPoints() {
    api.ask("ada", "{\"id\":\"t-1\",\"points\":600}");

    HttpAnswer answer = api.ask("ada", "{\"id\":\"t-1\",\"points\":1}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.violations())
        .containsExactly("id: is in use for a transfer of 600 points: use another id");
  }

  @ParameterizedTest
  @DisplayName("what cannot be asked for is refused, and nothing is reserved")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          BODY                                       | FAULT
          {"id":"t-1","points":1001}                 | points: exceeds the 1000 points that are transferable
          {"id":"t-1","points":0}                    | points: must be a whole number from 1 to 1000000000
          {"id":"t-1","points":-5}                   | points: must be a whole number from 1 to 1000000000
          {"id":"t-1","points":1.5}                  | points: must be a whole number from 1 to 1000000000
          {"id":"t-1","points":"5"}                  | points: must be a whole number from 1 to 1000000000
          {"id":"t-1"}                               | points: is missing
          {"points":5}                               | id: is missing
          {"id":"2026-09-15","points":5}             | id: must not be a date: dates name automatic transfers
          {"id":"t.1","points":5}                    | id: must be an id of 1 to 64 letters, digits, "_" and "-"
          {"id":"t#1","points":5}                    | id: must be an id of 1 to 64 letters, digits, "_" and "-"
          {"id":"t-1","points":5,"memberId":"ben"}   | memberId: is not a known field: remove it
          """)
  void refused(String body, String fault) {
    HttpAnswer answer = api.ask("ada", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(fault);
    assertThat(api.books.balance("ada").transferable()).isEqualTo(1000);
    assertThat(api.transfers.of("ada")).isEmpty();
  }

  @Test
  @DisplayName("asked for at once from many sides, no more is reserved than there is")
  void atOnce() {
    List<CompletableFuture<Integer>> asked =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> api.ask("ada", "{\"id\":\"t-" + i + "\",\"points\":300}").status()))
            .toList();

    assertThat(asked.stream().map(CompletableFuture::join))
        .filteredOn(status -> status == 202)
        .hasSize(3);
    assertThat(asked.stream().map(CompletableFuture::join)).containsOnly(202, 422);
    assertThat(api.books.balance("ada").transferable()).isEqualTo(100);
  }

  @Test
  @DisplayName("are listed newest first, each as far as it got")
  void listed() {
    for (String id : List.of("t-1", "t-2", "t-3", "t-4")) {
      api.ask("ada", "{\"id\":\"" + id + "\",\"points\":10}");
    }
    api.transfers.posted(transfer("t-1"), NIGHT);
    api.transfers.rejected(transfer("t-2"), "no such member", LocalDate.parse("2026-09-15"), NIGHT);
    api.transfers.tried(transfer("t-3"), LocalDate.parse("2026-09-15"));

    HttpAnswer answer = api.get("ada", "/transfers");

    assertThat(answer.body())
        .isEqualTo(
            json(
                """
                {"transfers":[
                  {"id":"t-4","points":10,"state":"REQUESTED","at":"2026-09-01T10:00:00Z"},
                  {"id":"t-3","points":10,"state":"PENDING","at":"2026-09-01T10:00:00Z"},
                  {"id":"t-2","points":10,"state":"REJECTED","at":"2026-09-01T10:00:00Z",
                   "reason":"no such member"},
                  {"id":"t-1","points":10,"state":"POSTED","at":"2026-09-01T10:00:00Z",
                   "postedAt":"2026-09-15T01:30:00Z"}],
                 "next":null}
                """));
  }

  @Test
  @DisplayName("are listed page by page, each once")
  void paged() {
    for (int i = 0; i < 103; i++) {
      api.ask("ada", "{\"id\":\"t-" + i + "\",\"points\":1}");
    }
    HttpAnswer first = api.get("ada", "/transfers");
    HttpAnswer second =
        api.send(
            MemberApi.by("ada", "GET", "/v1/members/ada/transfers")
                .query("cursor", first.body().get("next").textValue()));

    var ids = new ArrayList<String>();
    for (HttpAnswer page : List.of(first, second)) {
      StreamSupport.stream(page.body().get("transfers").spliterator(), false)
          .forEach(transfer -> ids.add(transfer.get("id").textValue()));
    }
    assertThat(ids).hasSize(103).doesNotHaveDuplicates();
    assertThat(second.body().get("next").isNull()).isTrue();
    assertThat(
            api.send(MemberApi.by("ada", "GET", "/v1/members/ada/transfers").query("cursor", "§"))
                .status())
        .isEqualTo(422);
  }

  @Test
  @DisplayName(
      "after a reversal of transferred points, nothing can be asked for and the member sees why")
  void negative() {
    api.ask("ada", "{\"id\":\"t-1\",\"points\":1000}");
    api.transfers.posted(transfer("t-1"), NIGHT);
    api.books.grant("ada", "a", "2026-05-01", 400);

    HttpAnswer answer = api.ask("ada", "{\"id\":\"t-2\",\"points\":1}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations())
        .containsExactly("points: exceeds the -600 points that are transferable");
    assertThat(balance().get("transferable").longValue()).isEqualTo(-600);
    assertThat(balance().get("transferred").longValue()).isEqualTo(1000);
    assertThat(api.get("ada", "/entries").body().findValuesAsText("kind"))
        .containsExactlyInAnyOrder("AWARD", "TRANSFER", "REVERSAL");
  }

  @Test
  @DisplayName("are the member's own business, and administrators'")
  void whoMay() {
    api.books.member("ben");
    String wish = "{\"id\":\"t-1\",\"points\":10}";

    assertThat(
            api.send(MemberApi.by("ben", "POST", "/v1/members/ada/transfers").json(wish)).status())
        .isEqualTo(403);
    assertThat(api.send(MemberApi.by("ben", "GET", "/v1/members/ada/transfers")).status())
        .isEqualTo(403);
    assertThat(api.get("zoe", "/transfers").status()).isEqualTo(404);
    assertThat(api.send(HttpCall.of("POST", "/v1/members/ada/transfers").json(wish)).status())
        .isEqualTo(202);
    assertThat(api.send(HttpCall.of("GET", "/v1/members/ada/transfers")).status()).isEqualTo(200);
  }
}
