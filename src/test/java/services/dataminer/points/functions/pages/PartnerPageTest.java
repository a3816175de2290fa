package services.dataminer.points.functions.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.admin.CalendarFacts.atBooth;
import static services.dataminer.points.functions.admin.CalendarFacts.ended;
import static services.dataminer.points.functions.admin.CalendarFacts.id;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.standing.ReadPartnerShows;
import services.dataminer.points.functions.admin.CalendarFacts;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.program.activity.MeetingFact;

@DisplayName("A partner's page shows")
@WholeSuite
class PartnerPageTest {

  private static final Visitor ADA = PagesOnTable.member("ada");

  private final LocalTable local = LocalTable.fresh();
  private final Program program = new Program(local);
  private final PagesOnTable pages = new PagesOnTable(local);

  @BeforeEach
  void directory() {
    program.partner("acme", "acme.example");
    program.partner("umbrella", "umbrella.example");
    program.member("ada", "acme", "ada@acme.example");
    program.show(CalendarFacts.IBC, CalendarFacts.IBC_EVENT_TYPE);
  }

  private String words(Visitor visitor, String... query) {
    var response = pages.get(visitor, "/partner", query);
    assertThat(response.getStatusCode()).isEqualTo(200);
    return response.getBody().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  @DisplayName("its meetings at shows by state, and what they pay, before and after the settlement")
  void shows() {
    assertThat(words(ADA)).contains("No meetings at shows");

    program.tell(id("booked"), atBooth("2026-09-13T10:00:00Z", "ada@acme.example"));
    program.tell(
        id("held"),
        atBooth("2026-09-12T10:00:00Z", "ada@acme.example"),
        ended("2026-09-12T10:40:00Z"));
    program.tell(id("cancelled"), atBooth("2026-09-13T11:00:00Z", "ada@acme.example"));
    program.tell(id("cancelled"), new MeetingFact.Cancelled(CalendarFacts.BOOKED_AT));

    assertThat(words(ADA))
        .contains(
            "Shows 1",
            "IBC 2026 11 Sept 2026 to 14 Sept 2026 1,000"
                + " 1 booked, 1 held, 0 awarded, 0 refused");

    program.night("2026-09-15T01:00:00Z");

    assertThat(words(ADA)).contains("1,000 1 booked, 0 held, 1 awarded, 0 refused");
  }

  @Test
  @DisplayName("shows until a year after they end and from a year before they begin, its own")
  void window() {
    program.tell(id("booth"), atBooth("2026-09-12T10:00:00Z", "ada@acme.example"));
    var graph = new ObjectGraph(local.table());
    var shows = new ReadPartnerShows(graph.directorySearch(), new ShowMeetings(local.table()));

    assertThat(shows.around("acme", LocalDate.parse("2027-09-14"))).hasSize(1);
    assertThat(shows.around("acme", LocalDate.parse("2027-09-15"))).isEmpty();
    assertThat(shows.around("acme", LocalDate.parse("2025-09-11"))).hasSize(1);
    assertThat(shows.around("acme", LocalDate.parse("2025-09-10"))).isEmpty();
    assertThat(shows.around("umbrella", LocalDate.parse("2026-09-13"))).isEmpty();
  }

  @Test
  @DisplayName("administrators any partner, and its own people only that")
  void whose() {
    Visitor grace = PagesOnTable.administrator();

    assertThat(words(grace, "id", "acme")).contains("acme", "People 1", "ada 0 Member");
    assertThat(words(grace, "id", "umbrella")).contains("Nobody has signed up for this partner");
    assertThat(pages.get(grace, "/partner", "id", "none").getStatusCode()).isEqualTo(404);
    assertThat(pages.get(grace, "/partner").getStatusCode()).isEqualTo(404);

    assertThat(words(ADA, "id", "acme")).contains("ada 0 Member");
    assertThat(pages.get(ADA, "/partner", "id", "umbrella").getStatusCode()).isEqualTo(403);
    assertThat(pages.get(ADA, "/partner", "id", "none").getStatusCode()).isEqualTo(403);
  }
}
