package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.CalendarFacts.IBC;
import static services.dataminer.points.application.award.CalendarFacts.NIGHT_AFTER_IBC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.program.activity.ActivityId;

@DisplayName(
    "Whose entries changed since the last night is found by the index, whatever wrote them:")
@WholeSuite
class ChangedSinceTheNightTest {

  private static final String ADA = "ada@acme.example";
  private static final String BEN = "ben@acme.example";
  private static final String CLEO = "cleo@acme.example";
  private static final String CARL = "carl@customer.example";
  private static final ActivityId CALL = ActivityId.calcom("call");
  private static final ActivityId BOOTH = ActivityId.calcom("booth");

  private final LocalTable local = LocalTable.fresh();
  private final Program program = new Program(local);
  private final Transfers transfers = new Transfers(local.table());

  @BeforeEach
  void directory() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.member("ben", "acme", BEN);
    program.show(IBC, CalendarFacts.BOOTH);
    program.course(Lms.agile());
  }

  /// What the nights do once they are through with everyone.
  private void nightIsOver() {
    for (Key key : new DueWork(local.table()).all(Due.TRANSFER)) {
      local.table().change(key, new Change().remove("due").remove("dueAt"));
    }
    assertThat(changed()).isEmpty();
  }

  private List<String> changed() {
    return new DueWork(local.table())
        .all(Due.TRANSFER).stream()
            .filter(key -> key.equals(Keys.balance(Keys.memberOf(key))))
            .map(Keys::memberOf)
            .sorted()
            .toList();
  }

  private void call() {
    program.tell(CALL, CalendarFacts.videoCall(ADA, BEN, CLEO, CARL), CalendarFacts.ended());
  }

  @Test
  @DisplayName("an award")
  void award() {
    call();

    assertThat(changed()).containsExactly("ada", "ben");
  }

  @Test
  @DisplayName("a correction, of whom it concerns")
  void correction() {
    call();
    nightIsOver();

    program.tell(CALL, CalendarFacts.absent(CLEO, "2026-09-17T00:00:00Z"));

    assertThat(changed()).containsExactly("ada", "ben");
    nightIsOver();
    program.tell(CALL, CalendarFacts.absent(CLEO, "2026-09-17T00:00:00Z"));
    assertThat(changed()).as("a duplicate").isEmpty();
  }

  @Test
  @DisplayName("a share that waited for a sign-up")
  void claim() {
    call();
    nightIsOver();

    program.member("cleo", "acme", CLEO);

    assertThat(changed()).containsExactly("cleo");
  }

  @Test
  @DisplayName("the settlement of a show, and its correction")
  void settlement() {
    program.tell(BOOTH, CalendarFacts.boothMeeting(ADA, BEN), CalendarFacts.ended());
    program.night(NIGHT_AFTER_IBC);
    assertThat(changed()).containsExactly("ada", "ben");
    nightIsOver();

    program.tell(BOOTH, CalendarFacts.absent(BEN, "2026-09-17T12:00:00Z"));
    assertThat(changed()).as("before the settlement").isEmpty();
    program.night("2026-09-18T01:00:00Z");

    assertThat(changed()).containsExactly("ada", "ben");
  }

  @Test
  @DisplayName("a course, and a void")
  void course() {
    program.tell(Lms.completed("s-1", Lms.ADAS_MAIL, "2026-05-03T10:00:00Z"));
    assertThat(changed()).containsExactly("ada");
    nightIsOver();

    program.tell(Lms.voids("s-2", "s-1"));

    assertThat(changed()).containsExactly("ada");
  }

  @Test
  @DisplayName("a transfer that is reserved, posted or rejected")
  void transfer() {
    call();
    nightIsOver();

    Transfer one = reserve("t-1");
    assertThat(changed()).containsExactly("ada");
    Transfer other = reserve("t-2");
    nightIsOver();
    transfers.posted(one, Instant.parse("2026-09-16T02:00:00Z"));
    assertThat(changed()).as("posted").containsExactly("ada");
    nightIsOver();
    transfers.rejected(
        other,
        "no such person",
        LocalDate.parse("2026-09-16"),
        Instant.parse("2026-09-16T02:00:00Z"));
    assertThat(changed()).as("rejected").containsExactly("ada");
  }

  private Transfer reserve(String id) {
    Transfer transfer =
        Transfer.of(
            "ada",
            id,
            10,
            10,
            Instant.parse("2026-09-15T10:00:00Z"),
            LocalDate.parse("2026-09-15"),
            LocalDate.parse("2026-04-12"));
    transfers.reserve(transfer, Condition.NONE, "asked", transfer.at());
    return transfer;
  }

  @Test
  @DisplayName("an erasure, and what of the erased person's is corrected later")
  void erasure() {
    call();
    nightIsOver();

    program.erase("ben");
    assertThat(changed()).containsExactly("ben");
    nightIsOver();
    program.tell(CALL, CalendarFacts.absent(ADA, "2026-09-17T00:00:00Z"));

    assertThat(changed()).containsExactly("ada", "ben");
  }
}
