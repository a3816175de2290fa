package services.dataminer.points.functions.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.admin.CalendarFacts.atBooth;
import static services.dataminer.points.functions.admin.CalendarFacts.ended;
import static services.dataminer.points.functions.admin.CalendarFacts.id;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.program.activity.Show;

@DisplayName("The pages of a show in another time zone")
@WholeSuite
class ShowPagesTest {

  private static final Show EXPO =
      new Show(
          "expo",
          "Expo",
          LocalDate.parse("2026-09-08"),
          LocalDate.parse("2026-09-09"),
          ZoneId.of("America/New_York"));

  private final LocalTable local = LocalTable.fresh();
  private final Program program = new Program(local);
  private final PagesOnTable pages = new PagesOnTable(local);

  @BeforeEach
  void meetings() {
    program.partner("acme", "acme.example");
    program.partner("other", "other.example");
    program.member("ada", "acme", "ada@acme.example");
    program.show(EXPO, 1131);
    meeting("first", "2026-09-08T13:00:00Z", "ada@acme.example");
    meeting("second", "2026-09-08T15:00:00Z", "ada@acme.example");
    meeting("others", "2026-09-08T17:00:00Z", "eve@other.example");
  }

  private void meeting(String uid, String at, String attendee) {
    program.tell(id(uid), atBooth(at, attendee), ended(at.replace(":00:00Z", ":40:00Z")));
  }

  private String page(String path) {
    var response = pages.get(PagesOnTable.administrator(), path);
    assertThat(response.getStatusCode()).isEqualTo(200);
    return response.getBody();
  }

  @Test
  @DisplayName("say when its meetings begin there, and until when they are by the program's time")
  void times() {
    assertThat(PagesTest.words(page("/admin/shows/expo")))
        .contains("Times are those of America/New_York.", "8 Sept 2026, 09:00:00 acme 500")
        .doesNotContain("Brussels");
    assertThat(PagesTest.words(page("/admin/activities/calcom:first")))
        .contains("calcom:first , until 8 Sept 2026, 15:30:00 (Europe/Brussels)");
  }

  @Test
  @DisplayName("agree with what the member's page says is on its way")
  void onItsWay() {
    var page = pages.get(PagesOnTable.member("ada"), "/me");

    assertThat(PagesTest.words(page.getBody()))
        .contains(
            "Pending from shows 1,000", "8 Sept 2026 Meeting at Expo, 500 points 500 points for");
  }

  @Test
  @DisplayName("lead from a partner's settlement to the show and the meetings that it divides")
  void settlement() {
    program.night("2026-09-11T01:00:00Z");

    String html = page("/admin/activities/show:expo:acme");

    assertThat(html)
        .contains(
            "href=\"/admin/shows/expo\"",
            "href=\"/admin/activities/calcom%3Afirst\"",
            "href=\"/admin/activities/calcom%3Asecond\"")
        .doesNotContain("calcom%3Aothers");
    assertThat(PagesTest.words(html))
        .contains(
            "What it divides",
            "Times are those of America/New_York.",
            "8 Sept 2026, 09:00:00 acme 500");
  }
}
