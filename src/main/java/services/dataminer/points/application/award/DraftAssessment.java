package services.dataminer.points.application.award;

import java.time.ZoneId;
import java.util.Optional;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.FurtherStatements;
import services.dataminer.points.ledger.activity.StoredCourse;
import services.dataminer.points.ledger.activity.StoredVenue;
import services.dataminer.points.program.activity.CourseProgress;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.RecordedAward;
import services.dataminer.points.program.activity.RecordedAwardFact;
import services.dataminer.points.program.activity.Venue;
import services.dataminer.points.program.award.CapUse;
import services.dataminer.points.program.award.CourseRules;
import services.dataminer.points.program.award.MeetingRules;
import services.dataminer.points.program.award.RecordedAwardRules;
import services.dataminer.points.program.rules.RuleBook;

/// Assesses stored activities by a draft of the rules, the same way as they are awarded. Who people
/// are, at which show a meeting is and what the catalogue says of a course stay as first assessed.
/// Nothing is written.
///
/// Of people outside the partner only the domain is kept where they had no share. If a draft
/// divides among all attendees, a leftover point may therefore go to someone else than it would by
/// their addresses.
public final class DraftAssessment {

  private final MeetingRules meetings;
  private final CourseRules courses;
  private final RecordedAwardRules recordedAwards;
  private final FurtherStatements further;

  /// @param timeZone the program's
  public DraftAssessment(RuleBook draft, ZoneId timeZone, FurtherStatements further) {
    this.meetings = new MeetingRules(draft, timeZone);
    this.courses = new CourseRules(draft, timeZone);
    this.recordedAwards = new RecordedAwardRules(draft, timeZone);
    this.further = further;
  }

  RecordedAwardRules recordedAwards() {
    return recordedAwards;
  }

  /// A stored activity with the decision of the draft. It needs no read, but two of a course of
  /// which ten statements or more are kept.
  ///
  /// @param stored no settlement of a show, which only its meetings decide, and no contribution,
  ///   whose cap depends on others: see [ContributionReplay]
  public ActivityRecord assess(ActivityRecord stored) {
    return switch (stored.kind().family()) {
      case MEETING -> meeting(stored);
      case COURSE -> course(stored);
      case RECORDED_AWARD -> recordedAward(stored, award(stored), Optional.empty());
      case SHOW -> throw new IllegalArgumentException(stored.id() + " has no facts of its own");
    };
  }

  private ActivityRecord meeting(ActivityRecord stored) {
    Meeting meeting = stored.meeting();
    Venue venue = stored.venue().map(StoredVenue::venue).orElseGet(Venue.Elsewhere::new);
    return stored.withAssessment(
        meeting,
        stored.people(),
        stored.venue(),
        meetings.assess(meeting, Persons.of(stored.people()), venue));
  }

  private ActivityRecord course(ActivityRecord stored) {
    StoredCourse course = stored.course().orElseThrow();
    if (course.course().isEmpty()) {
      return stored;
    }
    CourseProgress kept = stored.progress();
    CourseHistory history =
        CourseRules.mayLackStatements(kept)
            ? new CourseHistory(kept, kept.with(further.of(stored)))
            : new CourseHistory(kept);
    return CourseAssessment.assess(courses, stored, history, stored.people(), course);
  }

  static RecordedAward award(ActivityRecord stored) {
    return RecordedAward.of(stored.id(), stored.facts(RecordedAwardFact.class));
  }

  ActivityRecord recordedAward(
      ActivityRecord stored, RecordedAward award, Optional<CapUse> capUse) {
    return stored.withDecision(
        stored.facts(),
        stored.people(),
        recordedAwards.assess(award, GrantRecordedAward.byMember(stored.people()), capUse));
  }
}
