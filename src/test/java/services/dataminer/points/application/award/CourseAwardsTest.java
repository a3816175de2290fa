package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static services.dataminer.points.application.award.Lms.ADAS_ACCOUNT;
import static services.dataminer.points.application.award.Lms.ADAS_MAIL;
import static services.dataminer.points.application.award.Lms.AGILE;
import static services.dataminer.points.application.award.Lms.SELF_TEST;
import static services.dataminer.points.application.award.Lms.completed;
import static services.dataminer.points.application.award.Lms.told;
import static services.dataminer.points.application.award.Lms.voids;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.award.ActivityState;

/// What a member earns by the courses and quizzes of the catalogue.
@WholeSuite
class CourseAwardsTest {

  static final List<Address> WAYS_TO_NAME_ADA =
      List.of(ADAS_MAIL, ADAS_ACCOUNT, Lms.ADAS_SHA1, Lms.ADAS_OPEN_ID);

  private static final ActivityId DONE = ActivityId.ofMember("ada", AGILE, Milestone.DONE);

  private final Program program = new Program(LocalTable.fresh());

  @BeforeEach
  void catalogue() {
    program.member(Lms.ada());
    program.course(Lms.agile());
    program.course(Lms.selfTest());
  }

  private long ada() {
    return program.balanceOf("ada");
  }

  @Test
  void A_completed_course_pays_once_and_says_what_for() {
    program.tell(completed("s1", ADAS_MAIL, "2026-03-31T22:30:00Z"));

    assertThat(program.entriesOf("ada"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo(EntryKind.AWARD);
              assertThat(entry.points()).isEqualTo(50);
              assertThat(entry.activityId()).isEqualTo(DONE);
              assertThat(entry.at()).isEqualTo("2026-03-31T22:30:00Z");
              assertThat(entry.earnedOn()).isEqualTo("2026-04-01");
              assertThat(entry.reason())
                  .isEqualTo("50 points for completing Agile Deployment (rules of 2023-03-28)");
            });
    assertThat(program.view(DONE).state()).isEqualTo(ActivityState.GRANTED);
    assertThat(program.view(DONE).occurredAt()).contains(Instant.parse("2026-03-31T22:30:00Z"));
  }

  @ParameterizedTest
  @FieldSource("WAYS_TO_NAME_ADA")
  void A_member_is_found_however_the_sender_names_people(Address named) {
    program.tell(completed("s1", named, "2026-04-01T10:00:00Z"));

    assertThat(ada()).isEqualTo(50);
  }

  @Test
  void Whatever_else_tells_of_it_pays_nothing_more() {
    program.tell(completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"));

    program.tell(
        completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"),
        completed("s2", ADAS_MAIL, "2026-04-01T10:00:00Z"),
        completed("s3", ADAS_ACCOUNT, "2026-05-01T10:00:00Z"),
        told("s4", Lms.ADAS_SHA1, AGILE, Step.SUCCEEDED, "2025-05-01T10:00:00Z"));

    assertThat(program.entriesOf("ada")).hasSize(1);
    assertThat(ada()).isEqualTo(50);
  }

  @Test
  void Enrolling_and_completing_pay_each() {
    program.tell(
        told("s1", ADAS_MAIL, AGILE, Step.ENROLLED, "2026-03-01T10:00:00Z"),
        completed("s2", ADAS_MAIL, "2026-04-01T10:00:00Z"));

    assertThat(program.entriesOf("ada")).extracting(Entry::points).containsExactly(50L, 10L);
  }

  @ParameterizedTest
  @CsvSource({"PASSED,25", "SUCCEEDED,25", "COMPLETED,0", "ENROLLED,0"})
  void A_quiz_pays_for_passing(Step step, long points) {
    program.tell(told("s1", ADAS_MAIL, SELF_TEST, step, "2026-04-01T10:00:00Z"));

    assertThat(ada()).isEqualTo(points);
  }

  @Test
  void A_statement_voided_later_takes_back_what_it_earned() {
    program.tell(completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"));

    program.tell(voids("v1", "s1"), voids("v1", "s1"), voids("v2", "s1"));

    assertThat(program.entriesOf("ada"))
        .extracting(Entry::kind, Entry::points)
        .containsExactlyInAnyOrder(tuple(EntryKind.AWARD, 50L), tuple(EntryKind.REVERSAL, -50L));
    assertThat(program.entriesOf("ada"))
        .extracting(Entry::reason)
        .contains(
            "its sender voided every statement about it; your share changes from 50 points to 0 points");
    assertThat(program.view(DONE).state()).isEqualTo(ActivityState.CANCELLED);
  }

  @Test
  void A_statement_voided_before_it_arrives_earns_nothing() {
    program.tell(voids("v1", "s1"));
    program.tell(completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"));

    assertThat(program.entriesOf("ada")).isEmpty();
    assertThat(program.view(DONE).state()).isEqualTo(ActivityState.CANCELLED);
  }

  @Test
  void What_another_statement_tells_stands() {
    program.tell(
        completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"),
        completed("s2", ADAS_ACCOUNT, "2026-04-02T10:00:00Z"),
        voids("v1", "s1"));

    assertThat(program.entriesOf("ada"))
        .singleElement()
        .extracting(Entry::at)
        .isEqualTo(Instant.parse("2026-04-01T10:00:00Z"));
  }

  @Test
  void What_is_told_anew_after_a_void_counts_when_it_was_earned() {
    program.tell(
        completed("s1", ADAS_MAIL, "2025-01-01T10:00:00Z"),
        voids("v1", "s1"),
        completed("s2", ADAS_MAIL, "2026-05-01T10:00:00Z"));

    assertThat(program.entriesOf("ada"))
        .extracting(Entry::points, entry -> entry.earnedOn().getYear())
        .containsExactly(tuple(50L, 2026), tuple(-50L, 2025), tuple(50L, 2025));
    assertThat(program.entries.balance("ada").earned())
        .containsEntry(LocalDate.parse("2024-04-12"), 0L)
        .containsEntry(LocalDate.parse("2026-04-12"), 50L);
  }

  @Test
  void A_statement_that_voids_cannot_be_voided() {
    program.tell(
        completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"),
        voids("v1", "s1"),
        voids("v2", "v1"),
        voids("v3", "v3"));

    assertThat(ada()).isZero();
  }

  @Test
  void A_voiding_statement_stays_one_though_another_voided_it_before() {
    program.tell(
        completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"), voids("v2", "v1"), voids("v1", "s1"));

    assertThat(ada()).isZero();
  }

  @Test
  void Of_two_contents_under_one_id_the_first_assessed_stands() {
    program.tell(
        told("s1", ADAS_MAIL, AGILE, Step.ENROLLED, "2026-04-01T10:00:00Z"),
        completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"));

    assertThat(ada()).isEqualTo(10);
  }

  @Test
  void An_earlier_statement_that_arrives_later_moves_nothing() {
    program.tell(
        completed("s2", ADAS_MAIL, "2026-04-20T10:00:00Z"),
        completed("s1", ADAS_MAIL, "2026-04-02T10:00:00Z"));

    assertThat(program.entriesOf("ada"))
        .singleElement()
        .extracting(Entry::at)
        .isEqualTo(Instant.parse("2026-04-20T10:00:00Z"));
  }

  @Test
  void What_a_course_pays_is_what_it_paid_when_first_assessed() {
    program.tell(completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"));
    program.course(
        new Course(
            AGILE, "Agile Deployment", new Course.ForCourse(Optional.of(20L), Optional.of(30L))));

    program.tell(
        completed("s2", ADAS_MAIL, "2026-04-02T10:00:00Z"),
        told("s3", ADAS_MAIL, AGILE, Step.ENROLLED, "2026-04-02T10:00:00Z"));

    assertThat(program.entriesOf("ada")).extracting(Entry::points).containsExactly(20L, 50L);
  }

  @Test
  void A_completion_from_before_the_sign_up_counts_in_the_first_year() {
    program.tell(completed("s1", ADAS_MAIL, "2023-04-01T10:00:00Z"));

    assertThat(program.entries.balance("ada").earned())
        .containsExactly(Map.entry(LocalDate.parse("2023-04-12"), 50L));
  }

  @Test
  void A_completion_from_before_the_program_earns_nothing_and_shows_among_the_activities() {
    program.tell(completed("s1", ADAS_MAIL, "2023-03-01T10:00:00Z"));

    assertThat(program.entriesOf("ada")).isEmpty();
    assertThat(program.view(DONE).reason())
        .isEqualTo("earned on 2023-03-01, before the program began on 2023-03-28");
    assertThat(program.activitiesOf("ada")).containsExactly(DONE);
  }
}
