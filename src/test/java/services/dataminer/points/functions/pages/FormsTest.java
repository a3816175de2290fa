package services.dataminer.points.functions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
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

@DisplayName("An administrator's forms")
@WholeSuite
class FormsTest {

  private static final Visitor GRACE = PagesOnTable.administrator();

  private final LocalTable local = LocalTable.fresh();
  private final PagesOnTable pages = new PagesOnTable(local);

  @BeforeEach
  void people() {
    var program = new Program(local);
    program.partner("acme", "acme.example");
    program.member("ada", "acme", "ada@acme.example");
  }

  private String page(String path, String... query) {
    APIGatewayV2HTTPResponse response = pages.get(GRACE, path, query);
    assertThat(response.getStatusCode()).isEqualTo(200);
    return response.getBody();
  }

  private static String words(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  @DisplayName("enter a member, show the entry as it is stored, and change it")
  void member() {
    var entered =
        pages.send(
            GRACE,
            "/admin/entry/member",
            "id",
            "zoë",
            "name",
            "Zoë Núñez",
            "emails",
            "",
            "signedUpOn",
            "2024-02-29");
    assertThat(entered.getStatusCode()).isEqualTo(422);
    assertThat(words(entered.getBody()))
        .contains("Nothing was saved", "Id must be an id of 1 to 64 letters");
    assertThat(entered.getBody()).contains("value=\"Zoë Núñez\"", "aria-invalid=\"true\"");

    var corrected =
        pages.send(
            GRACE,
            "/admin/entry/member",
            "id",
            "zoe",
            "name",
            "Zoë Núñez",
            "emails",
            "zoe@acme.example\r\n\r\nz@home.example",
            "accounts",
            "https://lms.example 42",
            "partnerId",
            "acme",
            "signedUpOn",
            "2024-02-29");
    assertThat(corrected.getStatusCode()).isEqualTo(303);
    assertThat(corrected.getHeaders())
        .containsEntry("location", "/admin/entry/member?id=zoe&saved=yes");

    assertThat(page("/admin/entry/member", "id", "zoe", "saved", "yes"))
        .contains(
            "Saved.",
            "zoe@acme.example\nz@home.example</textarea>",
            "https://lms.example 42</textarea>",
            "value=\"2024-02-29\"")
        .doesNotContain(" checked");
    assertThat(words(page("/admin/members"))).contains("Zoë Núñez acme zoe 29 Feb 2024 Change");
  }

  @Test
  @DisplayName("say beside a field what the API says of it, line by line")
  void errors() {
    var refused =
        pages.send(
            GRACE,
            "/admin/entry/member",
            "id",
            "eve",
            "name",
            "Eve",
            "emails",
            "eve@acme.example\n \nada@acme.example",
            "signedUpOn",
            "2024-01-01");

    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(words(refused.getBody()))
        .contains("Line 3 of E-mail addresses belongs to member ada: remove it there first.");
    assertThat(refused.getBody())
        .contains("aria-describedby=\"field-emails-hint field-emails-error\"");
  }

  @Test
  @DisplayName("name other fields as the form does")
  void otherFields() {
    String[] show = {
      "id",
      "ibc",
      "name",
      "IBC",
      "startsOn",
      "2026-09-14",
      "endsOn",
      "2026-09-11",
      "timeZone",
      "UTC"
    };

    assertThat(words(pages.send(GRACE, "/admin/entry/show", show).getBody()))
        .contains("Last day must not be before \"First day\".");
  }

  @Test
  @DisplayName("replace no entry that their sender has not seen, unless sent once more")
  void unseen() {
    String[] typed = {"id", "acme", "name", "Typed", "kind", "BUSINESS", "domains", "", "seen", ""};

    var refused = pages.send(GRACE, "/admin/entry/partner", typed);

    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(words(refused.getBody())).contains("somebody has entered or changed acme (acme)");
    assertThat(words(page("/admin/partners"))).doesNotContain("Typed");
    typed[9] = refused.getBody().replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]*)\".*", "$1");
    assertThat(pages.send(GRACE, "/admin/entry/partner", typed).getStatusCode()).isEqualTo(303);
    assertThat(pages.send(GRACE, "/admin/entry/partner", typed).getStatusCode()).isEqualTo(303);
    assertThat(words(page("/admin/partners"))).contains("Typed");
  }

  @Test
  @DisplayName("change an entry under its own id, and make no copy under another")
  void otherId() {
    String form = page("/admin/entry/partner", "id", "acme");
    assertThat(form)
        .containsPattern("name=\"id\" value=\"acme\"[^>]* readonly")
        .contains("name=\"changes\" value=\"acme\"");
    assertThat(page("/admin/entry/partner", "id", "new")).doesNotContain("readonly");

    var refused =
        pages.send(
            GRACE,
            "/admin/entry/partner",
            "changes",
            "acme",
            "id",
            "acme-2",
            "name",
            "Acme",
            "kind",
            "BUSINESS");

    assertThat(refused.getStatusCode()).isEqualTo(422);
    assertThat(words(refused.getBody())).contains("Id cannot change: it stays acme.");
    assertThat(refused.getBody()).containsPattern("name=\"id\" value=\"acme\"[^>]* readonly");
    assertThat(words(page("/admin/partners"))).doesNotContain("acme-2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          partner | id=skyways&name=Skyways&kind=TECHNOLOGY&domains=skyways.example | /admin/partners | Skyways Technology skyways skyways.example
          show | id=ibc&name=IBC&startsOn=2026-09-11&endsOn=2026-09-14&timeZone=Europe/Amsterdam&calendarEventTypes=1131 | /admin/shows | IBC 11 Sept 2026 14 Sept 2026 ibc
          course | id=https://lms.example/2&title=Agile&kind=COURSE&points.enrolled=10&points.completed=50 | /admin/courses | Agile Course 10 enrolled, 50 completed https://lms.example/2
          """)
  @DisplayName("enter all that is in the directory")
  void directory(String what, String fields, String list, String listed) {
    String[] texts = fields.split("[&=]");

    var saved = pages.send(GRACE, "/admin/entry/" + what, texts);

    assertThat(saved.getStatusCode()).isEqualTo(303);
    assertThat(page("/admin/entry/" + what, "id", texts[1], "saved", "yes"))
        .contains("Saved.", "value=\"" + texts[3] + "\"");
    assertThat(words(page(list))).contains(listed);
  }

  @Test
  @DisplayName("record an adjustment once, however often it is sent, and show what became of it")
  void adjustment() {
    String[] fields = {
      "id",
      "adj-1",
      "memberId",
      "ada",
      "points",
      "-50",
      "reason",
      "booked twice",
      "occurredAt",
      "2026-09-13T10:30"
    };

    assertThat(pages.send(GRACE, "/admin/entry/adjustment", fields).getHeaders())
        .containsEntry("location", "/admin/activities/adjustment%3Aadj-1?sent=yes");
    pages.send(GRACE, "/admin/entry/adjustment", fields);
    pages.work();

    assertThat(words(page("/admin/activities/adjustment:adj-1", "sent", "yes")))
        .contains("State Granted", "Points −50", "by grace", "13 Sept 2026, 10:30:00")
        // What was recorded, and the entry it led to.
        .contains("Member: ada", "Reason: booked twice", "ada −50", "13 Sept 2026 adjusted by");
    assertThat(new Bookkeeping(local).entries("ada")).hasSize(1);
  }

  @Test
  @DisplayName("say what is wrong with a time as it was entered, and in which zone")
  void times() {
    var refused =
        pages.send(GRACE, "/admin/entry/adjustment", "id", "a", "occurredAt", "2026-09-13T14:30");

    assertThat(words(refused.getBody()))
        .contains(
            "When must not be in the future: it is 2026-09-13T14:00 now."
                + " You entered 2026-09-13T14:30; times are those of Europe/Brussels.")
        .doesNotContain("12:00:00Z");
  }

  @Test
  @DisplayName("show what an award will do, and record nothing before its button is pressed")
  void preview() {
    String[] fields = {
      "id",
      "uc-1",
      "title",
      "Cloud playout",
      "authors",
      "ada",
      "points",
      "750",
      "acceptedOn",
      "2026-09-01",
      "step",
      "PREVIEW"
    };

    var shown = pages.send(GRACE, "/admin/entry/use-case", fields);
    pages.work();

    assertThat(shown.getStatusCode()).isEqualTo(200);
    assertThat(words(shown.getBody()))
        .contains("What it will do Granted, 750 points.", "ada 750 750", "Nothing is recorded yet");
    assertThat(shown.getBody()).contains("value=\"SAVE\"", "value=\"Cloud playout\"");
    assertThat(new Bookkeeping(local).entries("ada")).isEmpty();
    assertThat(pages.get(GRACE, "/admin/activities/use-case:uc-1").getStatusCode()).isEqualTo(404);
    assertThat(page("/admin/entry/use-case")).doesNotContain("value=\"SAVE\"");

    fields[fields.length - 1] = "SAVE";
    pages.send(GRACE, "/admin/entry/use-case", fields);
    pages.work();
    fields[fields.length - 1] = "PREVIEW";
    shown = pages.send(GRACE, "/admin/entry/use-case", fields);
    assertThat(words(shown.getBody()))
        .contains("What it has done Granted, 750 points.", "It is recorded already")
        .doesNotContain("Nothing is recorded yet");
    assertThat(shown.getBody()).doesNotContain("value=\"SAVE\"");
  }

  @Test
  @DisplayName("show what actions pay and are capped at, and ranges where points are typed")
  void hints() {
    assertThat(words(page("/admin/entry/contribution")))
        .contains(
            "Give feedback (50 points, at most 100 points per calendar month)",
            "Give an upvote (1 point)");
    assertThat(words(page("/admin/entry/use-case")))
        .contains("A use case pays 250 to 1,000 points.");
    assertThat(page("/admin/entry/adjustment")).contains("value=\"2026-09-13T14:00\"");
  }

  @Test
  @DisplayName("fill in what a link says of the thing to enter")
  void prefilled() {
    assertThat(page("/admin/entry/course", "id", "https://lms.example/9", "title", "<b>Agile"))
        .contains("value=\"https://lms.example/9\"", "value=\"&lt;b>Agile\"");
  }

  @Test
  @DisplayName("retract an activity with the reason, and not without")
  void retraction() {
    var books = new Bookkeeping(local);
    books.grant("ada", "now", "2026-05-01", 900);

    var refused =
        pages.send(GRACE, "/admin/activities/calendar:now", "do", "retraction", "reason", "");
    assertThat(refused.getStatusCode()).isEqualTo(422);
    assertThat(words(refused.getBody())).contains("Reason must not be empty.");
    assertThat(refused.getBody())
        .contains("aria-describedby=\"field-reason-hint field-reason-error");
    String tooLong = "too long".repeat(100);
    assertThat(
            pages
                .send(
                    GRACE, "/admin/activities/calendar:now", "do", "retraction", "reason", tooLong)
                .getBody())
        .contains("value=\"" + tooLong);

    var sent =
        pages.send(
            GRACE, "/admin/activities/calendar:now", "do", "retraction", "reason", "booked twice");
    assertThat(sent.getStatusCode()).isEqualTo(303);
    pages.work();
    assertThat(words(page("/admin/activities/calendar:now", "sent", "yes")))
        .contains("State Retracted", "booked twice", "ada +900", "ada −900");
    assertThat(page("/admin/activities/calendar:now")).doesNotContain("name=\"reason\"");

    var again =
        pages.send(GRACE, "/admin/activities/calendar:now", "do", "retraction", "reason", "other");
    assertThat(again.getStatusCode()).isEqualTo(409);
    assertThat(words(again.getBody()))
        .contains("Reason differs from the recorded reason: booked twice.");
  }

  @Test
  @DisplayName("assess nothing again that was not refused")
  void reassessment() {
    new Bookkeeping(local).grant("ada", "now", "2026-05-01", 900);

    var refused = pages.send(GRACE, "/admin/activities/calendar:now", "do", "judgement");

    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(words(refused.getBody())).contains("Only a refused activity can be reassessed");
    var nonsense = pages.send(GRACE, "/admin/activities/calendar:now", "do", "nonsense");
    assertThat(nonsense.getStatusCode()).isEqualTo(422);
    assertThat(words(nonsense.getBody())).contains("Do must be retraction or judgement.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/entry/member",
        "/admin/entry/adjustment",
        "/admin/activities/calendar:now"
      })
  @DisplayName("are nobody else's, nor sent from elsewhere")
  void forged(String path) {
    new Bookkeeping(local).grant("ada", "now", "2026-05-01", 900);
    Visitor other = new Visitor("grace", true, "of another session");

    assertThat(pages.send(PagesOnTable.member("ada"), path, "id", "x").getStatusCode())
        .isEqualTo(403);
    assertThat(pages.sendWithToken(GRACE, other.formToken(), path).getStatusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("are those that there are")
  void unknown() {
    assertThat(pages.get(GRACE, "/admin/entry/anything").getStatusCode()).isEqualTo(404);
    assertThat(pages.send(GRACE, "/admin/entry/anything").getStatusCode()).isEqualTo(404);
  }
}
