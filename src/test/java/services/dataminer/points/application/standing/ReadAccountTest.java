package services.dataminer.points.application.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.award.CalendarFacts;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.standing.ReadAccount.Outcome.Found;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.show.Pending;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.Retraction;
import services.dataminer.points.program.award.ActivityState;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

@DisplayName("A member's account")
@WholeSuite
class ReadAccountTest {

  private static final String ADA = "ada@acme.example";
  private static final String BEN = "ben@acme.example";
  private static final String CARL = "carl@customer.example";

  private final LocalTable local = LocalTable.fresh();
  private final Program program = new Program(local);

  @BeforeEach
  void people() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.member("ben", "acme", BEN);
    program.show(CalendarFacts.IBC, CalendarFacts.BOOTH);
    program.tell(
        ActivityId.calcom("shared"),
        CalendarFacts.boothMeeting(ADA, BEN, CARL),
        CalendarFacts.ended());
    program.tell(ActivityId.calcom("own"), CalendarFacts.boothMeeting(ADA, CARL));
    program.tell(
        ActivityId.calcom("no-customer"), CalendarFacts.videoCall(ADA, BEN), CalendarFacts.ended());
  }

  private static Found account(LocalTable table, String at) {
    return account(table, "ada", at);
  }

  private static Found account(LocalTable table, String member, String at) {
    return (Found) new ObjectGraph(table.table()).readAccount().read(member, Instant.parse(at));
  }

  @Test
  @DisplayName("tells what is on its way from what did not count, and sums up like the API")
  void beforeTheSettlement() {
    Found found = account(local, "2026-09-13T12:00:00Z");

    assertThat(found.account().open())
        .extracting((ActivityView view) -> view.record().id().value())
        .containsExactlyInAnyOrder("calcom:shared", "calcom:own");
    assertThat(found.account().uncounted())
        .extracting(ActivityView::reason)
        .containsExactly("no customer attends");
    assertThat(found.account().pending()).isEqualTo(new Pending(local.table()).of("ada"));
    assertThat(found.account().pending()).isEqualTo(750);
  }

  @Test
  @DisplayName("has nothing on its way twice: a settled meeting is an entry")
  void afterTheSettlement() {
    program.tell(ActivityId.calcom("own"), CalendarFacts.ended());
    program.night(CalendarFacts.NIGHT_AFTER_IBC);

    Found found = account(local, "2026-09-16T12:00:00Z");

    assertThat(found.account().open()).isEmpty();
    assertThat(found.account().pending()).isZero();
    assertThat(found.account().entries()).extracting(Entry::points).containsExactly(750L);
    assertThat(found.standing().earned()).isEqualTo(750);
  }

  @Test
  @DisplayName(
      "has nothing on its way of a settled meeting that brings nothing more, though it changed")
  void changedAfterTheSettlement() {
    program.tell(ActivityId.calcom("own"), CalendarFacts.ended());
    program.night(CalendarFacts.NIGHT_AFTER_IBC);
    program.tell(ActivityId.calcom("shared"), CalendarFacts.absent(BEN, "2026-09-14T10:00:00Z"));
    assertThat(program.view(ActivityId.calcom("shared")).state())
        .isEqualTo(ActivityState.AWAITING_SHOW);

    Found ada = account(local, "ada", "2026-09-16T12:00:00Z");
    Found ben = account(local, "ben", "2026-09-16T12:00:00Z");

    assertThat(ada.account().open()).hasSize(1);
    assertThat(ada.account().pending()).isEqualTo(250);
    assertThat(ben.account().open()).isEmpty();
    assertThat(ben.account().pending()).isZero();
  }

  @Test
  @DisplayName("tells of what was taken back that it did not count, granted before or not")
  void retracted() {
    MeetingFact[] byMistake = {
      new Retraction(Instant.parse("2026-09-12T11:00:00Z"), "grace", "by mistake")
    };
    program.tell(
        ActivityId.calcom("granted"), CalendarFacts.videoCall(ADA, CARL), CalendarFacts.ended());
    program.tell(ActivityId.calcom("granted"), byMistake);
    program.tell(ActivityId.calcom("own"), byMistake);

    Found found = account(local, "2026-09-13T12:00:00Z");

    assertThat(found.account().uncounted())
        .extracting((ActivityView view) -> view.record().id().value())
        .containsExactlyInAnyOrder("calcom:no-customer", "calcom:own", "calcom:granted");
  }

  @Test
  @DisplayName("is read in five requests, and of the entries only this year's, after ten years")
  void fiveReads() {
    var books = new Bookkeeping(local);
    books.memberSince("old", "2016-04-12");
    for (int year = 2016; year <= 2026; year++) {
      books.grant("old", "y" + year, LocalDate.of(year, 5, 1).toString(), 100);
    }
    var requests = new AtomicInteger();
    LocalTable counted =
        local.through(
            new ExecutionInterceptor() {
              @Override
              public void beforeExecution(
                  Context.BeforeExecution context, ExecutionAttributes attributes) {
                requests.incrementAndGet();
              }
            });

    account(counted, "2026-09-13T12:00:00Z");
    assertThat(requests).hasValue(5);

    var old =
        (Found)
            new ObjectGraph(local.table())
                .readAccount()
                .read("old", Instant.parse("2026-09-13T12:00:00Z"));
    assertThat(old.account().entries()).hasSize(1);
    assertThat(old.standing().earned()).isEqualTo(100);
  }

  @Test
  @DisplayName("of nobody, or of one whose membership is to begin, is none")
  void none() {
    ReadAccount read = new ObjectGraph(local.table()).readAccount();

    assertThat(read.read("nobody", Instant.parse("2026-09-13T12:00:00Z")))
        .isInstanceOf(ReadAccount.Outcome.NoMember.class);
    assertThat(read.read("ada", Instant.parse("2023-04-11T21:59:59Z")))
        .isInstanceOf(ReadAccount.Outcome.NotBegun.class);
  }
}
