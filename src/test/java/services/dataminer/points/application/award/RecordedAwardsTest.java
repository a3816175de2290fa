package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static services.dataminer.points.program.fixture.Recordings.adjustment;
import static services.dataminer.points.program.fixture.Recordings.contribution;
import static services.dataminer.points.program.fixture.Recordings.event;
import static services.dataminer.points.program.fixture.Recordings.retraction;
import static services.dataminer.points.program.fixture.Recordings.useCase;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.award.ActivityState;

@WholeSuite
class RecordedAwardsTest {

  private final Program program = new Program(LocalTable.fresh());

  @BeforeEach
  void directory() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", "ada@acme.example");
    program.member("ben", null, "ben@home.example");
  }

  @Test
  void An_event_pays_its_people_once_however_often_it_is_told() {
    ActivityId id =
        program.record("ghent", event(List.of("2026-10-01 1000", "2026-10-02 800"), "ada ben"));
    program.record("ghent", event(List.of("2026-10-02 800", "2026-10-01 1000"), "ben ada"));

    Entry entry = only(program.entriesOf("ada"));
    assertThat(entry.points()).isEqualTo(900);
    assertThat(entry.kind()).isEqualTo(EntryKind.AWARD);
    assertThat(entry.earnedOn()).isEqualTo("2026-10-02");
    assertThat(entry.at()).isEqualTo("2026-10-01T22:00:00Z");
    assertThat(entry.reason())
        .isEqualTo(
            "Inspire, Ghent: 1,800 points for 2 days, divided among 2 people; your share is 900 points (rules of 2023-03-28)");
    assertThat(program.balanceOf("ben")).isEqualTo(900);
    assertThat(program.view(id).state()).isEqualTo(ActivityState.GRANTED);
    assertThat(program.view(id).occurredAt()).contains(entry.at());
    assertThat(program.activitiesOf("ben")).containsExactly(id);
  }

  @Test
  void Taking_back_reverses_exactly_what_was_granted_and_is_final() {
    ActivityId id = program.record("uc-17", useCase(751, "2026-10-05", "ada ben"));
    long ofAda = program.balanceOf("ada");
    assertThat(ofAda + program.balanceOf("ben")).isEqualTo(751);

    program.tell(id, retraction("a copy"));
    program.tell(id, retraction("a copy"));
    program.record("uc-17", useCase(751, "2026-10-05", "ada ben"));

    assertThat(program.entriesOf("ada"))
        .extracting(Entry::kind, Entry::points)
        .containsExactlyInAnyOrder(
            tuple(EntryKind.AWARD, ofAda), tuple(EntryKind.REVERSAL, -ofAda));
    assertThat(program.balanceOf("ada")).isZero();
    assertThat(program.view(id).state()).isEqualTo(ActivityState.RETRACTED);
    assertThat(program.view(id).reason()).isEqualTo("retracted: a copy");
  }

  @Test
  void What_is_retracted_before_it_is_assessed_never_pays() {
    ActivityId id = new ActivityId("use-case:uc-18");
    program.tell(id, retraction("sent by mistake"));
    program.recordUnassessed("uc-18", useCase(750, "2026-10-05", "ada"));
    program.tell(id, retraction("sent by mistake"));
    program.record("uc-18", useCase(750, "2026-10-05", "ada"));

    assertThat(program.entriesOf("ada")).isEmpty();
    assertThat(program.view(id).state()).isEqualTo(ActivityState.RETRACTED);
    assertThat(program.activitiesOf("ada")).containsExactly(id);
  }

  @Test
  void An_adjustment_is_an_entry_of_its_own_kind_whatever_its_sign() {
    program.record("adj-1", adjustment(-50, "booked twice", "2026-10-05T10:00:00Z"));
    ActivityId gift = program.record("adj-2", adjustment(20, "a gift", "2026-10-06T10:00:00Z"));
    program.tell(gift, retraction("not deserved"));

    assertThat(program.entriesOf("ada"))
        .extracting(entry -> entry.kind() + " " + entry.points() + " " + entry.reason())
        .containsExactlyInAnyOrder(
            "ADJUSTMENT -50 adjusted by -50 points: booked twice (rules of 2023-03-28)",
            "ADJUSTMENT 20 adjusted by 20 points: a gift (rules of 2023-03-28)",
            "REVERSAL -20 retracted: not deserved; your share changes from 20 points to 0 points");
    assertThat(program.balanceOf("ada")).isEqualTo(-50);
  }

  @Test
  void A_downvote_costs_points_and_is_an_award_all_the_same() {
    program.record("c-1", contribution("receive-downvote", "2026-10-05T10:00:00Z"));

    assertThat(only(program.entriesOf("ada")).kind()).isEqualTo(EntryKind.AWARD);
    assertThat(program.balanceOf("ada")).isEqualTo(-10);
  }

  @Test
  void What_does_not_fit_under_a_cap_is_refused_with_its_reason_and_stays_refused() {
    ActivityId first = program.record("c-1", contribution("feedback", "2026-10-05T10:00:00Z"));
    program.record("c-2", contribution("feedback", "2026-10-06T10:00:00Z"));
    ActivityId third = program.record("c-3", contribution("feedback", "2026-10-07T10:00:00Z"));
    program.record("c-4", contribution("feedback", "2026-11-01T10:00:00Z"));

    assertThat(program.balanceOf("ada")).isEqualTo(150);
    assertThat(program.view(third).state()).isEqualTo(ActivityState.REFUSED);
    assertThat(program.view(third).reason())
        .isEqualTo("the 100-point cap for feedback in October 2026 is used up");
    assertThat(program.view(third).occurredAt()).isPresent();
    assertThat(program.activitiesOf("ada")).contains(third);

    program.tell(first, retraction("not by Ada"));
    program.record("c-3", contribution("feedback", "2026-10-07T10:00:00Z"));
    assertThat(program.balanceOf("ada")).isEqualTo(100);
    assertThat(program.view(third).state()).isEqualTo(ActivityState.REFUSED);
  }

  @Test
  void A_retraction_frees_room_for_what_comes_next_and_for_what_is_reassessed_on_request() {
    ActivityId first = program.record("c-1", contribution("feedback", "2026-10-05T10:00:00Z"));
    program.record("c-2", contribution("feedback", "2026-10-06T10:00:00Z"));
    ActivityId third = program.record("c-3", contribution("feedback", "2026-10-07T10:00:00Z"));
    program.tell(first, retraction("not by Ada"));

    program.reassess(third);
    assertThat(program.view(third).state()).isEqualTo(ActivityState.GRANTED);
    assertThat(program.balanceOf("ada")).isEqualTo(100);

    program.reassess(first);
    ActivityId fourth = program.record("c-4", contribution("feedback", "2026-10-08T10:00:00Z"));
    assertThat(program.view(first).state()).isEqualTo(ActivityState.RETRACTED);
    assertThat(program.view(fourth).state()).isEqualTo(ActivityState.REFUSED);
  }

  @Test
  void Once_a_membership_year_is_once_a_membership_year() {
    program.record("c-1", contribution("job-title", "2026-04-11T10:00:00Z"));
    program.record("c-2", contribution("job-title", "2026-04-12T10:00:00Z"));
    ActivityId third = program.record("c-3", contribution("job-title", "2027-04-11T10:00:00Z"));

    assertThat(program.balanceOf("ada")).isEqualTo(500);
    assertThat(program.view(third).reason())
        .isEqualTo(
            "the 250-point cap for job-title in the membership year from 2026-04-12 is used up");
  }

  @Test
  void Someone_unknown_is_refused_until_known_and_reassessed() {
    ActivityId id = program.record("uc-1", useCase(750, "2026-10-05", "ada cleo"));
    assertThat(program.view(id).reason()).isEqualTo("there is no member cleo");
    assertThat(program.activitiesOf("ada")).containsExactly(id);

    program.member("cleo", "acme", "cleo@acme.example");
    program.reassess(id);

    assertThat(program.balanceOf("cleo")).isEqualTo(375);
    assertThat(program.balanceOf("ada")).isEqualTo(375);
  }

  private static Entry only(List<Entry> entries) {
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }
}
