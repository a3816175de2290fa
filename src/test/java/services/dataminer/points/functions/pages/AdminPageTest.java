package services.dataminer.points.functions.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.admin.CalendarFacts.atBooth;
import static services.dataminer.points.functions.admin.CalendarFacts.ended;
import static services.dataminer.points.functions.admin.CalendarFacts.id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.message.DeadLetters.Kept;
import services.dataminer.points.functions.admin.CalendarFacts;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Requests;
import services.dataminer.points.ledger.directory.MemberLists;
import services.dataminer.points.ledger.directory.MissingCourses;
import services.dataminer.points.ledger.directory.MissingCourses.Described;
import services.dataminer.points.ledger.reconciliation.BalanceCheck;
import services.dataminer.points.ledger.reconciliation.BalanceReconciliation;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;
import services.dataminer.points.ledger.reconciliation.ReconciliationScope;
import services.dataminer.points.ledger.reconciliation.Roster;
import services.dataminer.points.ledger.table.Keys;

@DisplayName("The administrators' first page shows")
@WholeSuite
class AdminPageTest {

  /// The pages' clock says noon of 13 September 2026.
  private final LocalTable local = LocalTable.fresh();

  private final Bookkeeping books = new Bookkeeping(local);
  private final Program program = new Program(local);
  private final PagesOnTable pages = new PagesOnTable(local);

  @BeforeEach
  void people() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", "ada@acme.example");
  }

  private String html(String path, String... query) {
    var response = pages.get(PagesOnTable.administrator(), path, query);
    assertThat(response.getStatusCode()).isEqualTo(200);
    return response.getBody();
  }

  private String words(String path, String... query) {
    return html(path, query).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private void reconciled(int... septembers) {
    var roster = new Roster(local.table(), new MemberLists(local.table()));
    for (int day : septembers) {
      assertThat(roster.ofNight(LocalDate.of(2026, 9, day), _ -> true)).isTrue();
    }
  }

  @Test
  @DisplayName("that all is well, in fifteen reads at most")
  void allIsWell() {
    reconciled(12, 13);
    var requests = new Requests();

    var seen =
        new PagesOnTable(local.through(requests)).get(PagesOnTable.administrator(), "/admin");

    assertThat(seen.getBody().split("All is well", -1)).hasSize(8);
    assertThat(requests.calls()).isLessThanOrEqualTo(15);
  }

  @Test
  @DisplayName("the nights that did not get through since the first that did")
  void missedNights() {
    assertThat(words("/admin")).contains("No night has reconciled balances yet");

    reconciled(9, 10, 12);

    assertThat(words("/admin"))
        .contains(
            "Missed nights 2",
            "reconciled in the night to 13 Sept 2026 and 11 Sept 2026.",
            "The last night that got through is that to 12 Sept 2026");
  }

  @Test
  @DisplayName("how many dead letters there are and how to read them, or that nobody can say now")
  void deadLetters() {
    pages.deadLetters(new Kept("message", 3), new Kept("scheduled run", 1));
    assertThat(words("/admin"))
        .contains(
            "Dead letters 4",
            "3 messages and 1 scheduled run failed for good. scripts/redrive --stage STAGE --show lists them");

    pages.deadLetters();
    assertThat(words("/admin")).contains("Dead letters ?", "do not say just now how many");
  }

  private void reconcile(String at) {
    var graph = new ObjectGraph(local.table());
    new BalanceReconciliation(
            local.table(), new BalanceCheck(local.table(), graph.entries(), graph.transfers()))
        .reconcile(
            "ada",
            ReconciliationRun.ofEveryone(Instant.parse(at), ObjectGraph.BRUSSELS),
            ReconciliationScope.EVERYTHING);
  }

  @Test
  @DisplayName("whose balance differed from its entries in the last days, and by how much")
  void drift() {
    books.grant("ada", "now", "2026-05-01", 900);
    books.tamper(Keys.balance("ada"), "transferable", 100);
    reconcile("2026-09-05T01:30:00Z");
    assertThat(words("/admin")).contains("Corrected balances of the last 7 days 0");

    books.tamper(Keys.balance("ada"), "transferable", 1000);
    reconcile("2026-09-12T01:30:00Z");

    assertThat(words("/admin"))
        .contains(
            "Corrected balances of the last 7 days 1",
            "ada 12 Sept 2026 Corrected: transferable −100.");
  }

  @Test
  @DisplayName("entries that a reconciliation added, and transfers that it leaves to people")
  void driftOfEntries() {
    books.grant("ada", "now", "2026-05-01", 900);
    books.tamper(books.entries("ada").getFirst().key(), "points", 700);
    reconcile("2026-09-12T01:30:00Z");
    books.reserve("ada", "t-1", 500);
    books.tamper(Keys.transfer("ada", "t-1"), "points", 50);
    reconcile("2026-09-13T01:30:00Z");

    assertThat(words("/admin"))
        .contains(
            "Corrected balances of the last 7 days 2",
            "13 Sept 2026 Not corrected: transfers differ from their entries (t-1).",
            "12 Sept 2026 Corrected: entries alone, no sum."
                + " Entries were not what these granted: calendar:now");
  }

  @Test
  @DisplayName("what is on its way to DOJO, for how long, and how often it was tried")
  void transfers() {
    books.grant("ada", "now", "2026-05-01", 900);
    var tried = books.reserve("ada", "t1", 300);
    books.reserve("ada", "t2", 200);
    new ObjectGraph(local.table()).transfers().tried(tried, LocalDate.parse("2026-09-12"));

    assertThat(words("/admin"))
        .contains(
            "Transfers on their way to DOJO 2",
            "ada 300 Since 14 Sept 2026. Tried in one night, last on 12 Sept 2026, without",
            "ada 200 Since 14 Sept 2026. Waits for the next night.");

    new ObjectGraph(local.table()).transfers().posted(tried, Instant.parse("2026-09-13T01:30:00Z"));

    assertThat(words("/admin"))
        .contains("Transfers on their way to DOJO 1")
        .doesNotContain("ada 300");
  }

  @Test
  @DisplayName("refusals of the last days by reason, until the activity counts")
  void refusals() {
    program.tell(id("old"), atBooth("2026-08-30T10:00:00Z", "carla@customer.example"));
    program.tell(
        id("visit"),
        atBooth("2026-09-12T10:00:00Z", "ada@acme.example"),
        ended("2026-09-12T10:40:00Z"));

    assertThat(words("/admin"))
        .contains("Refusals reported in the last 7 days 1", "no show uses this booth that day")
        .doesNotContain("30 Aug");
    var requests = new Requests();
    new PagesOnTable(local.through(requests)).get(PagesOnTable.administrator(), "/admin");
    assertThat(requests.calls()).isLessThanOrEqualTo(15);
    assertThat(html("/admin")).contains("href=\"/admin/activities/calcom%3Avisit\"");
    assertThat(words("/admin/activities/calcom:visit"))
        .contains("Whom it names Who As", "someone at skyline.be Skyline", "ada partner acme");

    program.show(CalendarFacts.IBC, CalendarFacts.IBC_EVENT_TYPE);

    assertThat(words("/admin")).contains("Refusals reported in the last 7 days 0");
  }

  @Test
  @DisplayName("whose shares wait for a sign-up, until they have signed up")
  void unclaimed() {
    program.show(CalendarFacts.IBC, CalendarFacts.IBC_EVENT_TYPE);
    program.tell(
        id("booth"),
        atBooth("2026-09-12T10:00:00Z", "ada@acme.example", "ben@acme.example"),
        ended("2026-09-12T10:40:00Z"));
    assertThat(words("/admin")).contains("Activities with unclaimed shares 0");
    program.night("2026-09-15T01:00:00Z");

    assertThat(words("/admin"))
        .contains("Activities with unclaimed shares 1", "14 Sept 2026 ben@acme.example ( enter )");
    assertThat(html("/admin"))
        .contains(
            "href=\"/admin/activities/show%3Aibc-2026%3Aacme\"",
            "href=\"/admin/entry/member?emails=ben%40acme.example\"");

    program.member("ben", "acme", "ben@acme.example");
    program.night("2026-09-16T01:00:00Z");

    assertThat(words("/admin")).contains("Activities with unclaimed shares 0");
  }

  @Test
  @DisplayName("what the catalogue lacks, to be entered, and on a page of its own who waits")
  void missing() {
    var transaction = local.table().transaction();
    MissingCourses.note(
        transaction,
        Map.of(),
        new Described("https://lms.example/7", Optional.empty(), Optional.of("Agile & I")),
        Instant.parse("2026-09-02T10:00:00Z"));
    local.table().write(transaction);

    assertThat(words("/admin"))
        .contains("Missing in the catalogue 1", "Agile &amp; I 2 Sept 2026 https://lms.example/7");
    assertThat(html("/admin"))
        .contains(
            "course?id=https%3A%2F%2Flms.example%2F7&amp;title=Agile+%26+I\"",
            "aria-label=\"Enter it: Agile &amp; I\"");
    assertThat(words("/admin/missing")).contains("https://lms.example/7 Enter it 0 2 Sept 2026");

    pages.send(
        PagesOnTable.administrator(),
        "/admin/entry/course",
        "id",
        "http://lms.example/7",
        "title",
        "Agile",
        "kind",
        "COURSE",
        "points.enrolled",
        "10");
    assertThat(words("/admin/missing"))
        .contains("The catalogue has nearly the same: http://lms.example/7 If they are the same");
  }

  @Test
  @DisplayName("a way to a member's entry, awards and statement")
  void memberLinks() {
    books.grant("ada", "before", "2025-06-01", 5200);
    books.grant("ada", "now", "2026-05-01", 1250);

    assertThat(html("/admin/members/ada"))
        .contains(
            "href=\"/admin/entry/member?id=ada\"",
            "href=\"/admin/entry/contribution?memberId=ada\"",
            "href=\"/admin/entry/adjustment?memberId=ada\"",
            "href=\"/admin/statement?member=ada\"")
        .doesNotContain("/me/statement");
    assertThat(html("/admin/entry/adjustment", "memberId", "ada")).contains("value=\"ada\"");
    assertThat(words("/admin/statement", "member", "ada"))
        .contains("Statement for ada", "1 May 2026 +1,250");
    assertThat(html("/admin/statement", "member", "ada"))
        .contains(
            "href=\"/admin/statement.csv?member=ada&amp;year=2026-04-12\"",
            "href=\"/admin/statement?member=ada&amp;year=2025-04-12\"");
    assertThat(html("/admin/statement.csv", "member", "ada", "year", "2025-12-24"))
        .startsWith("\uFEFFid,at,")
        .contains("AWARD,5200,")
        .doesNotContain("1250");
  }

  @Test
  @DisplayName("nobody else a member's statement, and nothing of nobody")
  void statementOfOthers() {
    var ada = PagesOnTable.member("ada");
    var grace = PagesOnTable.administrator();

    assertThat(pages.get(ada, "/admin/statement", "member", "ada").getStatusCode()).isEqualTo(403);
    assertThat(pages.get(ada, "/admin/statement.csv", "member", "ada").getStatusCode())
        .isEqualTo(403);
    assertThat(pages.get(grace, "/admin/statement", "member", "eve").getStatusCode())
        .isEqualTo(404);
    assertThat(pages.get(grace, "/admin/statement").getStatusCode()).isEqualTo(422);
  }
}
