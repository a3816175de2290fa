package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.Lms.ADAS_ACCOUNT;
import static services.dataminer.points.application.award.Lms.ADAS_MAIL;
import static services.dataminer.points.application.award.Lms.AGILE;
import static services.dataminer.points.application.award.Lms.completed;
import static services.dataminer.points.application.award.Lms.told;
import static services.dataminer.points.application.award.Lms.voids;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.CourseFact.HandedOver;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.Retraction;
import services.dataminer.points.program.award.ActivityState;

/// What waits: for a learner to sign up, for a course to be entered.
@WholeSuite
class CourseSignUpTest {

  private static final ActivityId OWN = ActivityId.ofMember("ada", AGILE, Milestone.DONE);
  private static final String AT = "2026-04-01T10:00:00Z";

  private final Program program = new Program(LocalTable.fresh());

  private ActivityId unclaimed(Address learner) {
    return ActivityId.ofLearner(program.directory.pseudonym(learner), AGILE, Milestone.DONE);
  }

  private void retract(ActivityId id) {
    program.tell(
        new CourseMessage.Retract(
            CourseMessage.SCHEMA, id, new Retraction(Instant.parse(AT), "grace", "a test")));
  }

  @Test
  void What_a_learner_earned_before_signing_up_is_granted_at_the_sign_up_and_dated_as_earned() {
    program.course(Lms.agile());
    program.tell(completed("s1", ADAS_ACCOUNT, AT));
    assertThat(program.view(unclaimed(ADAS_ACCOUNT)).state()).isEqualTo(ActivityState.GRANTED);

    program.member(Lms.ada());

    assertThat(program.entriesOf("ada"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.points()).isEqualTo(50);
              assertThat(entry.at()).isEqualTo(AT);
              assertThat(entry.activityId()).isEqualTo(OWN);
            });
  }

  @Test
  void The_activity_of_the_unknown_learner_says_where_it_counts_and_forgets_the_person() {
    program.course(Lms.agile());
    program.tell(completed("s1", ADAS_MAIL, AT));
    program.member(Lms.ada());

    var left = program.view(unclaimed(ADAS_MAIL));
    assertThat(left.state()).isEqualTo(ActivityState.CANCELLED);
    assertThat(left.reason()).isEqualTo("the learner has signed up, and it counts as " + OWN);
    assertThat(left.record().people()).isEmpty();
    assertThat(left.record().waiting()).isEmpty();
    assertThat(left.record().facts(HandedOver.class))
        .singleElement()
        .extracting(HandedOver::to, HandedOver::statementIds)
        .containsExactly(OWN, List.of("s1"));
  }

  @Test
  void Completions_under_two_identities_of_one_person_are_one_award() {
    program.course(Lms.agile());
    program.tell(completed("s1", ADAS_MAIL, AT), completed("s2", ADAS_ACCOUNT, AT));

    program.member(Lms.ada());

    assertThat(program.entriesOf("ada")).extracting(Entry::points).containsExactly(50L);
  }

  @Test
  void An_identity_added_later_joins_what_the_member_has() {
    program.course(Lms.agile());
    program.member(Lms.member("ada", List.of("ada@acme.example")));
    program.tell(completed("s1", ADAS_MAIL, AT), completed("s2", ADAS_ACCOUNT, AT));
    program.tell(voids("v1", "s1"));
    assertThat(program.balanceOf("ada")).isZero();

    program.member(Lms.ada());

    assertThat(program.balanceOf("ada")).isEqualTo(50);
  }

  @Test
  void A_course_entered_later_pays_what_was_completed_before() {
    program.member(Lms.ada());
    program.tell(completed("s1", ADAS_MAIL, AT));
    assertThat(program.view(OWN).state()).isEqualTo(ActivityState.WAITING);
    assertThat(program.activitiesOf("ada")).containsExactly(OWN);

    program.course(Lms.agile());

    assertThat(program.balanceOf("ada")).isEqualTo(50);
    assertThat(program.entriesOf("ada").getFirst().at()).isEqualTo(AT);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void A_late_course_and_a_late_sign_up_may_come_in_either_order(boolean courseFirst) {
    program.tell(completed("s1", ADAS_ACCOUNT, AT));
    if (courseFirst) {
      program.course(Lms.agile());
      program.member(Lms.ada());
    } else {
      program.member(Lms.ada());
      program.course(Lms.agile());
    }

    assertThat(program.balanceOf("ada")).isEqualTo(50);
  }

  @Test
  void What_a_course_pays_is_what_it_paid_before_the_sign_up() {
    program.course(Lms.agile());
    program.tell(completed("s1", ADAS_MAIL, AT));
    program.course(
        new Course(
            AGILE, "Agile Deployment", new Course.ForCourse(Optional.of(10L), Optional.of(20L))));

    program.member(Lms.ada());

    assertThat(program.balanceOf("ada")).isEqualTo(50);
  }

  @Test
  void A_void_finds_a_statement_that_was_handed_over() {
    program.course(Lms.agile());
    program.tell(completed("s1", ADAS_MAIL, AT));
    program.member(Lms.ada());

    program.tell(voids("v1", "s1"));

    assertThat(program.balanceOf("ada")).isZero();
    assertThat(program.view(OWN).state()).isEqualTo(ActivityState.CANCELLED);
  }

  @Test
  void A_learner_under_an_address_of_Skylines_may_be_a_partners_member() {
    Program program = new Program(LocalTable.fresh());
    program.partner("acme", "acme.example");
    program.course(Lms.agile());
    program.tell(
        Lms.completed("s-1", new Address("mailto:ada@skyline.be"), "2026-04-01T10:00:00Z"));

    program.member("ada", "acme", "ada@acme.example", "ada@skyline.be");

    assertThat(program.balanceOf("ada")).isEqualTo(50);
  }

  @Test
  void What_was_voided_before_the_sign_up_earns_nothing() {
    program.course(Lms.agile());
    program.tell(completed("s1", ADAS_MAIL, AT), voids("v1", "s1"));

    program.member(Lms.ada());

    assertThat(program.entriesOf("ada")).isEmpty();
  }

  @Test
  void An_account_that_changes_hands_takes_nothing_along() {
    program.course(Lms.agile());
    program.tell(completed("s1", ADAS_ACCOUNT, AT));
    program.member(Lms.ada());
    program.member(Lms.member("ada", List.of("ada@acme.example")));
    program.tell(
        completed("s1", ADAS_ACCOUNT, AT), completed("s2", ADAS_ACCOUNT, "2026-05-01T10:00:00Z"));

    program.member(Lms.member("ben", List.of("ben@acme.example"), "42"));
    program.tell(voids("v1", "s1"));

    assertThat(program.balanceOf("ada")).isZero();
    assertThat(program.balanceOf("ben")).isEqualTo(50);
    assertThat(program.entriesOf("ben").getFirst().at()).isEqualTo("2026-05-01T10:00:00Z");
  }

  @Test
  void What_was_taken_back_stays_so() {
    program.course(Lms.agile());
    program.member(Lms.ada());
    program.tell(completed("s1", ADAS_MAIL, AT));
    retract(OWN);

    program.tell(completed("s2", ADAS_ACCOUNT, AT));

    assertThat(program.balanceOf("ada")).isZero();
    assertThat(program.view(OWN).state()).isEqualTo(ActivityState.RETRACTED);
  }

  @Test
  void What_was_taken_back_before_the_sign_up_is_not_handed_over_and_forgets_the_person() {
    program.course(Lms.agile());
    program.tell(completed("s1", ADAS_MAIL, AT));
    retract(unclaimed(ADAS_MAIL));

    program.member(Lms.ada());

    assertThat(program.entriesOf("ada")).isEmpty();
    var left = program.view(unclaimed(ADAS_MAIL));
    assertThat(left.state()).isEqualTo(ActivityState.RETRACTED);
    assertThat(left.record().people()).isEmpty();
    assertThat(left.record().waiting()).isEmpty();
  }

  @Test
  void What_is_taken_back_while_the_sign_up_hands_it_over_is_taken_from_the_member() {
    program.course(Lms.agile());
    program.tell(completed("s1", ADAS_MAIL, AT));
    program.member(Lms.ada());
    assertThat(program.balanceOf("ada")).isEqualTo(50);

    retract(unclaimed(ADAS_MAIL));
    retract(unclaimed(ADAS_MAIL));

    assertThat(program.balanceOf("ada")).isZero();
    assertThat(program.view(OWN).state()).isEqualTo(ActivityState.RETRACTED);
    assertThat(program.entriesOf("ada")).hasSize(2);
  }

  @Test
  void A_refusal_is_reassessed_by_the_catalogue_of_today() {
    program.course(new Course(AGILE, "Agile Deployment", new Course.ForQuiz(25)));
    program.member(Lms.ada());
    program.tell(completed("s1", ADAS_MAIL, AT));
    program.course(Lms.agile());
    assertThat(program.balanceOf("ada")).isZero();

    program.tell(
        new CourseMessage.Reassess(CourseMessage.SCHEMA, OWN, ReassessmentScope.EVERYTHING));

    assertThat(program.balanceOf("ada")).isEqualTo(50);
  }

  @Test
  void Asking_again_for_what_is_granted_or_unknown_changes_nothing() {
    program.course(Lms.agile());
    program.member(Lms.ada());
    program.tell(completed("s1", ADAS_MAIL, AT));
    long version = program.view(OWN).record().version();

    program.tell(
        new CourseMessage.Reassess(CourseMessage.SCHEMA, OWN, ReassessmentScope.EVERYTHING),
        new CourseMessage.Reassess(
            CourseMessage.SCHEMA,
            ActivityId.ofMember("ada", AGILE, Milestone.ENROLLED),
            ReassessmentScope.MISSING));

    assertThat(program.view(OWN).record().version()).isEqualTo(version);
  }

  @Test
  void Enrolling_before_signing_up_is_an_activity_of_its_own() {
    program.course(Lms.agile());
    program.tell(told("s1", ADAS_MAIL, AGILE, Step.ENROLLED, AT), completed("s2", ADAS_MAIL, AT));

    program.member(Lms.ada());

    assertThat(program.balanceOf("ada")).isEqualTo(60);
  }

  @Test
  void An_erased_learner_leaves_no_account_behind() {
    program.course(Lms.agile());
    program.member(Lms.ada());
    program.tell(completed("s1", ADAS_ACCOUNT, AT));

    program.erase("ada");

    assertThat(program.view(OWN).record().toString()).doesNotContain("lms.example|42");
    assertThat(program.balanceOf("ada")).isEqualTo(50);
    program.tell(voids("v1", "s1"));
    assertThat(program.balanceOf("ada")).isZero();
  }
}
