package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.Lms.completed;
import static services.dataminer.points.application.award.Lms.voids;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.MeetingFact.Ended;

@DisplayName("What gets another date after its award")
@WholeSuite
class MovedAfterAwardTest {

  private static final ActivityId CALL = ActivityId.calendar("weekly");
  private static final String CARL = "carl@customer.example";

  private final Program program = new Program(LocalTable.fresh());

  private void call(String day, String... attendees) {
    Instant startsAt = Instant.parse(day + "T10:00:00Z");
    Instant endsAt = startsAt.plusSeconds(1_800);
    program.tell(
        CALL,
        CalendarFacts.booked(Medium.VIDEO_CALL, Optional.empty(), endsAt, startsAt, attendees),
        new Ended(endsAt));
  }

  @Test
  @DisplayName("is paid once, counts where it was awarded, and says so")
  void meeting() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", "ada@acme.example");

    call("2026-09-20", "ada@acme.example", CARL);
    assertThat(program.view(CALL).reason()).isEqualTo("100 points for the only attendee");
    call("2026-09-27", "ada@acme.example", CARL);

    assertThat(program.balanceOf("ada")).isEqualTo(100);
    assertThat(program.entriesOf("ada"))
        .extracting(Entry::earnedOn)
        .containsExactly(LocalDate.parse("2026-09-20"));
    assertThat(program.view(CALL).reason())
        .isEqualTo(
            "100 points for the only attendee; still counts on 2026-09-20, as first awarded");
  }

  @Test
  @DisplayName("says nothing of a date that no points count on any more")
  void nothingStands() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", "ada@acme.example");
    call("2026-09-20", "ada@acme.example", CARL);
    call("2026-09-27", "ada@acme.example");
    assertThat(program.balanceOf("ada")).isZero();

    call("2026-10-04", "ada@acme.example", CARL);

    assertThat(program.view(CALL).reason()).isEqualTo("100 points for the only attendee");
  }

  @Test
  @DisplayName("may be a course whose first statement is void")
  void course() {
    program.member(Lms.ada());
    program.course(Lms.agile());
    program.tell(
        completed("s1", Lms.ADAS_MAIL, "2026-04-01T10:00:00Z"),
        completed("s2", Lms.ADAS_MAIL, "2026-04-03T10:00:00Z"),
        voids("v", "s1"));

    assertThat(program.view(ActivityId.ofMember("ada", Lms.AGILE, Milestone.DONE)).reason())
        .isEqualTo(
            "50 points for completing Agile Deployment; still counts on 2026-04-01, as first awarded");
  }
}
