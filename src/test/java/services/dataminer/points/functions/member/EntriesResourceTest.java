package services.dataminer.points.functions.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.functions.HttpContract;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.program.activity.ActivityId;

@DisplayName("A member's entries")
@WholeSuite
class EntriesResourceTest {

  private final MemberApi api = new MemberApi();

  @BeforeEach
  void someone() {
    api.books.member("ada");
  }

  private static HttpCall call() {
    return MemberApi.by("ada", "GET", "/v1/members/ada/entries").header("accept", "text/csv");
  }

  /// The answer as it is sent, since a table is no JSON.
  private APIGatewayV2HTTPResponse table(HttpCall call) {
    var event = call.event();
    var answer = new EntriesResource(new Entries(api.books.table())).get("ada", Request.of(event));
    HttpContract.check(event, answer);
    return answer;
  }

  private List<String> lines(HttpCall call) {
    return table(call).getBody().lines().toList();
  }

  @Test
  @DisplayName("are a table for a spreadsheet to whoever accepts that")
  void csv() {
    api.books.grant("ada", "a", "2026-05-01", 1000);
    api.books.grant("ada", "a", "2026-05-01", 400);

    APIGatewayV2HTTPResponse answer = table(call());

    assertThat(answer.getHeaders()).containsEntry("content-type", "text/csv; charset=utf-8");
    assertThat(answer.getBody())
        .isEqualTo(
            """
            id,at,earnedOn,recordedAt,kind,points,activityId,reason\r
            calendar:a#2,2026-05-01T10:00:00Z,2026-05-01,2026-05-01T10:00:00Z,REVERSAL,-600,calendar:a,granted in a test\r
            calendar:a#1,2026-05-01T10:00:00Z,2026-05-01,2026-05-01T10:00:00Z,AWARD,1000,calendar:a,granted in a test\r
            """);
  }

  @Test
  @DisplayName("are in the table all at once, and only those of the days asked for")
  void allPages() {
    IntStream.range(0, 130).forEach(i -> api.books.grant("ada", "a" + i, "2026-05-01", 1));
    api.books.grant("ada", "later", "2026-06-01", 1);

    assertThat(lines(call())).hasSize(132);
    assertThat(lines(call().query("from", "2026-06-01"))).hasSize(2);
    assertThat(lines(call().query("to", "2026-05-31"))).hasSize(131);
  }

  @ParameterizedTest
  @DisplayName("are JSON to everyone else")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          ACCEPT                              | MEDIA TYPE
          text/csv                            | text/csv; charset=utf-8
          Text/CSV; charset=utf-8             | text/csv; charset=utf-8
          application/json;q=0.5, text/csv    | text/csv; charset=utf-8
          text/csv;q=0                        | application/json
          application/json                    | application/json
          */*                                 | application/json
          """)
  void byWhatIsAccepted(String accept, String mediaType) {
    assertThat(table(call().header("accept", accept)).getHeaders())
        .containsEntry("content-type", mediaType);
  }

  @ParameterizedTest
  @DisplayName("hold no formula that a spreadsheet would run")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          REASON            | CELL
          plain             | plain
          one, two          | "one, two"
          say "yes"         | "say ""yes""\"
          =1+1              | '=1+1
          +1                | '+1
          -1                | '-1
          @SUM(A1)          | '@SUM(A1)
          =HYPERLINK("x,y") | "'=HYPERLINK(""x,y"")"
          """)
  void noFormula(String reason, String cell) {
    String row =
        EntryCsv.of(
                List.of(
                    new Entry(
                        "ada",
                        new ActivityId("contribution:c-1"),
                        1,
                        EntryKind.AWARD,
                        -7,
                        Instant.EPOCH,
                        LocalDate.EPOCH,
                        Instant.EPOCH,
                        LocalDate.EPOCH,
                        Optional.empty(),
                        reason)))
            .lines()
            .toList()
            .get(1);

    assertThat(row)
        .isEqualTo(
            "contribution:c-1#1,1970-01-01T00:00:00Z,1970-01-01,1970-01-01T00:00:00Z,AWARD,-7,contribution:c-1,"
                + cell);
  }

  @ParameterizedTest
  @DisplayName("of days in the wrong order, or of a cursor of other days, are refused")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          FROM       | TO         | FIELD  | MESSAGE
          2026-09-30 | 2026-09-01 | from   | must not be after to
          2026-09-02 | 2026-09-01 | from   | must not be after to
          2025-01-01 | 2026-01-01 | cursor | belongs to other dates: send the same from and to as for the first page
          2026-08-01 | 2026-09-01 | cursor | belongs to other dates: send the same from and to as for the first page
          """)
  void ofNoDays(String from, String to, String field, String message) {
    var answer =
        api.send(
            MemberApi.by("ada", "GET", "/v1/members/ada/entries")
                .query("from", from)
                .query("to", to)
                .query("cursor", FirstPage.NEXT));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().get("errors").get(0).get("field").textValue()).isEqualTo(field);
    assertThat(answer.body().get("errors").get(0).get("message").textValue()).isEqualTo(message);
  }

  /// The first page of someone with more than one, made once: what follows it is only asked for.
  private static final class FirstPage {
    static final String NEXT = next();

    private static String next() {
      var api = new MemberApi();
      api.books.member("ada");
      IntStream.range(0, 101).forEach(i -> api.books.grant("ada", "a" + i, "2026-05-01", 1));
      return api.get("ada", "/entries").body().get("next").textValue();
    }
  }
}
