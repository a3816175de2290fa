package services.dataminer.points.functions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;

@DisplayName("An import")
@WholeSuite
class ImportPageTest {

  private static final Visitor GRACE = PagesOnTable.administrator();

  private final LocalTable local = LocalTable.fresh();
  private final PagesOnTable pages = new PagesOnTable(local);

  @BeforeEach
  void people() {
    var program = new Program(local);
    program.partner("acme", "acme.example");
    program.member("ada", "acme", "ada@acme.example");
  }

  private APIGatewayV2HTTPResponse send(String what, String step, String csv) {
    return pages.send(GRACE, "/admin/import", "what", what, "step", step, "text", csv);
  }

  /// Checks a file, then presses the button that enters what was checked.
  private APIGatewayV2HTTPResponse enter(String what, String csv) {
    return enter(what, csv, csv);
  }

  private APIGatewayV2HTTPResponse enter(String what, String checked, String entered) {
    String page = send(what, "CHECK", checked).getBody();
    String fingerprint = page.replaceAll("(?s).*name=\"checked\" value=\"(\\w+)\".*", "$1");
    return pages.send(
        GRACE,
        "/admin/import",
        "what",
        what,
        "step",
        "ENTER",
        "checked",
        fingerprint,
        "text",
        entered);
  }

  private boolean isMember(String id) {
    return pages.get(GRACE, "/admin/members/" + id).getStatusCode() == 200;
  }

  private static String words(APIGatewayV2HTTPResponse response) {
    return response.getBody().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  @DisplayName("names every bad line, by the file's own numbers, and enters nothing when checked")
  void checked() {
    String csv =
        "\uFEFFid,name,emails,signedUpOn\r\n"
            + "ben,\"Ben\r\n\"\"B\"\" Bo\",ben@acme.example;b@home.example,2024-01-01\r\n"
            + "\r\n"
            + "eve,Eve,ada@acme.example,2024-01-01\r\n"
            + "fay,Fay,fay at acme,soon\r\n"
            + "ben,Ben,,2024-01-01\r\n";

    var response = send("member", "CHECK", csv);

    assertThat(words(response))
        .contains(
            "1 new, 0 changed, 0 as stored already, 3 wrong. Nothing is entered yet.",
            "5 emails[0] belongs to member ada: remove it there first.",
            "6 emails[0] must be an e-mail address",
            "7 id ben is on line 2 already.")
        .doesNotContain("Enter 1 line");
    assertThat(pages.get(GRACE, "/admin/members/ben").getStatusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          member  | id,name,emails,signedUpOn~a,A,Who@home.example,2024-01-01~b,B,b@home.example;who@HOME.example,2024-01-01 | emails who@home.example is on line 2 already.
          member  | id,name,accounts,signedUpOn~a,A,https://lms.example 42,2024-01-01~b,B,https://lms.example  42,2024-01-01 | accounts https://lms.example 42 is on line 2 already.
          member  | id,name,openIds,signedUpOn~a,A,https://id.example/a,2024-01-01~b,B,https://id.example/a,2024-01-01       | openIds https://id.example/a is on line 2 already.
          partner | id,name,kind,domains~a,A,BUSINESS,sky.example~b,B,BUSINESS,Sky.example                                  | domains sky.example is on line 2 already.
          """)
  @DisplayName("names the line that claims what an earlier one claims, before anything is entered")
  void claimedTwice(String what, String csv, String why) {
    assertThat(words(send(what, "CHECK", csv.replace('~', '\n'))))
        .contains("1 new, 0 changed, 0 as stored already, 1 wrong.", "3 " + why);
  }

  @Test
  @DisplayName("takes the name of one line for that of another, and an account's in its own case")
  void sharedByLines() {
    String csv =
        "id,name,accounts,signedUpOn\na,A,https://lms.example a,2024-01-01\nb,A,https://lms.example A,2024-01-01\n";

    assertThat(words(send("member", "CHECK", csv))).contains("2 new", "Enter 2 lines");
  }

  @Test
  @DisplayName("names each line without an id, whether its cell is empty or blank")
  void withoutId() {
    String csv = "id,name,signedUpOn\n,Ben,2024-01-01\n  ,Eve,2024-01-01\n";

    assertThat(words(send("member", "CHECK", csv)))
        .contains("2 wrong", "2 id ", "3 id ")
        .doesNotContain("is on line");
  }

  @Test
  @DisplayName("enters what was checked, and changes nothing when it is repeated")
  void entered() {
    String csv = "id,name,emails,partnerId,signedUpOn\nben,Ben,ben@acme.example,acme,2024-01-01\n";

    assertThat(words(send("member", "CHECK", csv)))
        .contains("1 new, 0 changed, 0 as stored already.", "Enter 1 line");
    assertThat(words(enter("member", csv))).contains("1 line entered.");
    assertThat(words(send("member", "CHECK", csv)))
        .contains("0 new, 0 changed, 1 as stored already.")
        .doesNotContain("Enter 1 line");
    assertThat(words(send("member", "CHECK", csv.replace(",Ben,", ",Benjamin,"))))
        .contains("0 new, 1 changed, 0 as stored already.", "2 ben name");
  }

  @Test
  @DisplayName(
      "says that an address gets another spelling, and once it has it, that nothing changes")
  void spelling() {
    String csv = "id,name,emails,signedUpOn\nben,Ben,Ben@Acme.example,2024-01-01\n";
    enter("member", csv);

    assertThat(words(send("member", "CHECK", csv))).contains("0 changed, 1 as stored already.");
    assertThat(words(send("member", "CHECK", csv.replace("Ben@Acme", "ben@acme"))))
        .contains("0 changed, 1 as stored already.");
    assertThat(words(send("member", "CHECK", csv.replace("Ben@Acme", "BEN@acme"))))
        .contains("1 changed, 0 as stored already.", "2 ben spelling of emails");
  }

  @Test
  @DisplayName("enters nothing of a text with a bad line, checked before or not")
  void unsound() {
    String twice = "id,name,signedUpOn\nben,Ben,2024-01-01\n\"ben \",Benjamin,2024-01-01\n";

    assertThat(words(send("member", "ENTER", twice)))
        .contains("1 wrong. Nothing is entered yet.", "3 id ben is on line 2 already.");
    assertThat(words(enter("member", twice.replace("\"ben \"", "eve"), twice)))
        .contains("1 wrong. Nothing is entered yet.");
    assertThat(isMember("ben")).isFalse();
  }

  @Test
  @DisplayName("enters nothing but the text that was checked, whatever its line ends are sent as")
  void otherText() {
    String csv = "id,name,signedUpOn\nben,Ben,2024-01-01\n";

    assertThat(words(send("member", "ENTER", csv))).contains("1 new", "Nothing is entered yet");
    assertThat(words(enter("member", csv, csv.replace("ben", "eve"))))
        .contains("1 new", "2 eve new", "Nothing is entered yet");
    assertThat(isMember("ben") || isMember("eve")).isFalse();

    assertThat(words(enter("member", csv, csv.replace("\n", "\r\n")))).contains("1 line entered");
    assertThat(isMember("ben")).isTrue();
  }

  @Test
  @DisplayName("enters nothing of a part with a bad line")
  void unsoundPart() {
    String part = "id,name,kind\nsky,Skyways,BUSINESS\nsea,Seaways,NAVY\n";

    HttpAnswer answer = part("ENTER", part);
    assertThat(answer.body().path("entered").asInt()).isZero();
    assertThat(answer.body().path("problems")).hasSize(1);

    answer = part("ENTER", part.replace("NAVY", "BUSINESS"));
    assertThat(answer.body().path("entered").asInt()).isEqualTo(2);
    assertThat(answer.body().path("problems")).isEmpty();
  }

  private HttpAnswer part(String step, String csv) {
    return HttpAnswer.of(
        pages.sendForJson(
            GRACE, "/admin/import", "what", "partner", "first", "1001", "step", step, "text", csv));
  }

  @Test
  @DisplayName("takes no word for a no that says neither yes nor no, and an empty cell for neither")
  void flags() {
    String csv = "id,name,signedUpOn,autoTransfer\nben,Ben,2024-01-01,nein\neve,Eve,2024-01-01,\n";

    assertThat(words(send("member", "CHECK", csv)))
        .contains("1 new", "2 autoTransfer must be true or false.");
    enter("member", csv.replace("nein", "no"));
    assertThat(pages.get(GRACE, "/admin/entry/member", "id", "eve").getBody()).contains(" checked");
    assertThat(pages.get(GRACE, "/admin/entry/member", "id", "ben").getBody())
        .doesNotContain(" checked");
  }

  @Test
  @DisplayName("enters past awards once, however often")
  void awards() {
    String csv =
        "id,memberId,points,reason,occurredAt\na-1,ada,70,\"before, by hand\",2025-03-01T10:00\n";

    assertThat(words(send("adjustment", "CHECK", csv)))
        .contains("1 new", "2 a-1 new: granted, 70 points");
    enter("adjustment", csv);
    enter("adjustment", csv);
    pages.work();

    assertThat(new Bookkeeping(local).entries("ada")).hasSize(1);
    assertThat(words(send("adjustment", "CHECK", csv))).contains("1 as stored already");
  }

  @Test
  @DisplayName("says which award would be refused, and why, and that lines do not count for a cap")
  void refusedAward() {
    String csv =
        """
        id,memberId,action,occurredAt
        c-1,ada,linkedin-headline,2026-05-01T10:00
        c-2,ada,linkedin-headline,2026-05-02T10:00
        """;

    assertThat(words(send("contribution", "CHECK", csv)))
        .contains(
            "2 c-1 new: granted, 250 points",
            "3 c-2 new: granted, 250 points",
            "but not the other lines of the file");
    enter("contribution", csv);
    pages.work();
    assertThat(words(send("contribution", "CHECK", csv.replace("c-", "d-"))))
        .contains("2 d-1 new: refused, the 250-point cap");
  }

  @Test
  @DisplayName("says in the file's own time what is wrong with a time of it")
  void times() {
    String csv =
        "id,memberId,points,reason,occurredAt\na-1,ada,7,r,2026-09-13T15:00\na-2,ada,7,r,2026-09-13T13:00Z\na-3,ada,7,r,noon\n";

    assertThat(words(send("adjustment", "CHECK", csv)))
        .contains(
            "2 occurredAt must not be in the future: it is 2026-09-13T14:00 now."
                + " You entered 2026-09-13T15:00; times are those of Europe/Brussels.",
            "3 occurredAt must not be in the future: it is 2026-09-13T12:00:00Z now.",
            "4 occurredAt must be a time such as 2026-09-11T12:30. Times are those of Europe/Brussels.");
  }

  @Test
  @DisplayName("is answered in JSON to the script that sends a file in parts")
  void parts() {
    String part = "id,name,kind,domains\nsky,Skyways,BUSINESS,SKY.example\nsea,,NAVY,\n";

    HttpAnswer answer = part("CHECK", part);

    assertThat(answer.body().path("added").asInt()).isOne();
    assertThat(answer.body().path("entered").asInt()).isZero();
    assertThat(answer.body().path("changes").toString())
        .isEqualTo("[{\"line\":1001,\"id\":\"sky\",\"created\":true,\"what\":\"new\"}]");
    assertThat(answer.body().path("claims").toString())
        .isEqualTo("[{\"line\":1001,\"claims\":[\"id sky\",\"domains sky.example\"]}]");
    assertThat(answer.body().path("problems").path(0).path("line").asInt()).isEqualTo(1002);
  }

  @Test
  @DisplayName("says what every line of a part claims, stored already or not")
  void claims() {
    String csv = "id,name,kind,domains\nacme,Acme,BUSINESS,acme.example\n";
    part("ENTER", csv);

    HttpAnswer answer = part("CHECK", csv);

    assertThat(answer.body().path("same").asInt()).isOne();
    assertThat(answer.body().path("claims").path(0).path("claims").toString())
        .isEqualTo("[\"id acme\",\"domains acme.example\"]");
  }

  @Test
  @DisplayName("says nothing of what a line claims that is refused for it")
  void claimsOnce() {
    HttpAnswer answer =
        part("CHECK", "id,name,kind\nsky,A,BUSINESS\nsky,B,BUSINESS\nsea,C,BUSINESS\n");

    assertThat(answer.body().path("problems")).hasSize(1);
    assertThat(answer.body().path("claims").findValuesAsText("line"))
        .containsExactly("1001", "1003");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          partner    | id,name,colour~a,A,red   | has the column "colour", which is none of id, name
          partner    | id,name,name~a,A,A       | has the column "name" twice
          partner    | name~A                   | has no column "id"
          partner    | id,name                  | must have a header and at least one line after it
          partner    | id,name~a,A~b,"B~c,C     | has a quote on line 3 that does not end its cell
          partner    | id;name~a;A              | separates its columns by semicolons
          partner    | id,name~a,Zo\uFFFD      | is not UTF-8
          show       | id~a                     | must be one of partner, member, course
          """)
  @DisplayName("is refused as a whole where nothing of it can be read")
  void refused(String what, String csv, String why) {
    var response = send(what, "ENTER", csv.replace('~', '\n'));

    assertThat(response.getStatusCode()).isEqualTo(422);
    assertThat(words(response)).contains(why);
  }

  @Test
  @DisplayName("takes 500 lines at once, and no more")
  void limits() {
    String csv =
        "id,name,kind\n"
            + IntStream.rangeClosed(1, 501)
                .mapToObj(n -> "p" + n + ",P,NONE")
                .collect(Collectors.joining("\n"));

    assertThat(words(send("partner", "CHECK", csv))).contains("must have at most 500 lines");
    assertThat(words(send("partner", "CHECK", csv.substring(0, csv.lastIndexOf('\n')))))
        .contains("500 wrong");
  }

  @Test
  @DisplayName("is nobody else's, nor sent from elsewhere")
  void forged() {
    assertThat(pages.send(PagesOnTable.member("ada"), "/admin/import").getStatusCode())
        .isEqualTo(403);
    assertThat(pages.sendWithToken(GRACE, "another", "/admin/import").getStatusCode())
        .isEqualTo(403);
  }
}
