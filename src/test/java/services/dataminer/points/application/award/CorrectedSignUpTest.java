package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Meanwhile;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.CourseFact.Step;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

@DisplayName("A sign-up date corrected before anything was granted tells the year of")
@WholeSuite
class CorrectedSignUpTest {

  private static final String ADA = "ada@acme.example";
  private static final LocalDate RIGHT = LocalDate.parse("2025-08-01");

  private final Program program = new Program(LocalTable.fresh());

  private void signedUp(LocalDate on, String... emails) {
    program.memberUnheard(
        new Member(
            "ada",
            "Ada",
            List.of(emails),
            List.of(),
            List.of(),
            Optional.of("acme"),
            on,
            true,
            Map.of()));
  }

  /// Corrects the date, and what is to be reassessed waits still.
  private void correct() {
    signedUp(RIGHT, ADA);
  }

  private void counts() {
    List<Entry> entries = program.entriesOf("ada");
    assertThat(entries).isNotEmpty().extracting(Entry::year).containsOnly(RIGHT.plusYears(1));
    assertThat(program.entries.balance("ada").earned()).containsOnlyKeys(RIGHT.plusYears(1));
  }

  private void begin() {
    program.partner("acme", "acme.example");
    program.show(CalendarFacts.IBC, CalendarFacts.BOOTH);
    signedUp(LocalDate.parse("2025-10-10"), ADA);
  }

  @Test
  @DisplayName("a call that was booked by the date before")
  void call() {
    begin();
    program.tell(ActivityId.calcom("call"), CalendarFacts.videoCall(ADA, "carl@customer.example"));
    correct();

    program.tell(ActivityId.calcom("call"), CalendarFacts.ended());

    counts();
  }

  @Test
  @DisplayName("a call under an address that was removed as well")
  void callOfAnotherAddress() {
    begin();
    program.tell(ActivityId.calcom("call"), CalendarFacts.videoCall(ADA, "carl@customer.example"));
    signedUp(RIGHT, "ada@home.example");

    program.tell(ActivityId.calcom("call"), CalendarFacts.ended());

    counts();
  }

  @Test
  @DisplayName("a show whose meetings were assessed by the date before")
  void show() {
    begin();
    program.tell(
        ActivityId.calcom("booth"), CalendarFacts.boothMeeting(ADA), CalendarFacts.ended());
    correct();

    program.night(CalendarFacts.NIGHT_AFTER_IBC);

    counts();
  }

  @Test
  @DisplayName("a course that the catalogue did not have yet")
  void course() {
    begin();
    program.tell(
        Lms.told(
            "s-1",
            new Address("mailto:" + ADA),
            Lms.AGILE,
            Step.COMPLETED,
            "2026-09-01T10:00:00Z"));
    correct();

    program.course(Lms.agile());

    counts();
  }

  @Test
  @DisplayName("a quiz passed before its first attempt was reassessed")
  void quiz() {
    begin();
    program.course(Lms.selfTest());
    statement("s-1", Step.COMPLETED);
    correct();

    statement("s-2", Step.PASSED);

    counts();
  }

  @Test
  @DisplayName("a statement assessed at the very moment")
  void inBetween() {
    begin();
    program.course(Lms.selfTest());
    var meanwhile = new Meanwhile(TransactWriteItemsRequest.class, this::correct);

    new Program(program.local.through(meanwhile)).tell(told("s-1", Step.PASSED));

    assertThat(meanwhile.happened()).isTrue();
    counts();
  }

  private void statement(String id, Step step) {
    program.tell(told(id, step));
  }

  private static CourseMessage told(String id, Step step) {
    return Lms.told(id, new Address("mailto:" + ADA), Lms.SELF_TEST, step, "2026-09-01T10:00:00Z");
  }
}
