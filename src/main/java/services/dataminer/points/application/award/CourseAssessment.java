package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.CourseActivities;
import services.dataminer.points.ledger.activity.Dependency;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.ledger.activity.FurtherStatements;
import services.dataminer.points.ledger.activity.LedgerWrite;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StoredCourse;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.CourseProgress;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.award.CourseRules;
import services.dataminer.points.program.award.Decision;
import services.dataminer.points.program.award.Person;

/// Decides on a learner's progress and writes what follows, whatever brought the news.
@Singleton
public class CourseAssessment {

  private final CourseRules rules;
  private final CourseActivities activities;
  private final ActivityLedger ledger;

  public CourseAssessment(CourseRules rules, CourseActivities activities, ActivityLedger ledger) {
    this.rules = rules;
    this.activities = activities;
    this.ledger = ledger;
  }

  /// An activity with all that is known by now, and decided.
  ///
  /// @param people the learner, under each identity that was named; nobody where nothing counts
  ///   here any more
  ActivityRecord assess(
      ActivityRecord before,
      CourseHistory history,
      Map<Pseudonym, Participant> people,
      StoredCourse course) {
    return assess(rules, before, history, people, course);
  }

  /// The same by other rules.
  static ActivityRecord assess(
      CourseRules rules,
      ActivityRecord before,
      CourseHistory history,
      Map<Pseudonym, Participant> people,
      StoredCourse course) {
    Optional<Person> learner = Persons.of(people).values().stream().findFirst();
    CourseProgress kept =
        rules.condensed(history.whole(), history.kept().open().size(), course.course());
    Decision decision = rules.assess(kept, course.id(), course.course(), learner);
    return before.withDecision(kept.facts(), people, decision).withCourse(course);
  }

  /// Writes an assessed activity. Statements that it no longer needs are kept beside it; where they
  /// are all that is new, the activity is not written but held to the version that was read.
  ///
  /// Fails with a conflict if someone else wrote the activity meanwhile, or what was missing
  /// appeared: see [services.dataminer.points.ledger.conflict.ConflictRetry].
  ///
  /// @param besides what else is written with it
  /// @return whether anything was written
  boolean write(
      ActivityRecord before,
      ActivityRecord assessed,
      CourseHistory history,
      Instant recordedAt,
      LedgerWrite besides) {
    LedgerWrite others = besides.and(leftOut(assessed, history.kept()));
    return assessed.equals(before) && activities.writeBeside(before, others)
        || ledger.write(before, assessed, dependencies(assessed), recordedAt, others);
  }

  /// The statements that an activity no longer needs, kept beside it. One that may be forgotten has
  /// all of them there already.
  private static LedgerWrite leftOut(ActivityRecord assessed, CourseProgress all) {
    if (Expiry.of(assessed).isPresent()) {
      return LedgerWrite.NOTHING;
    }
    CourseProgress progress = assessed.progress();
    return LedgerWrite.all(
        all.open().stream()
            .filter(statement -> !progress.isOpen(statement.statementId()))
            .map(
                statement ->
                    FurtherStatements.entry(
                        assessed, statement, all.voidedAt(statement.statementId())))
            .toList());
  }

  /// What an activity misses: the course, as long as the catalogue lacks it, and the member behind
  /// an identity, as long as the activity keeps that identity.
  private static List<Dependency> dependencies(ActivityRecord assessed) {
    var dependencies = new ArrayList<Dependency>();
    assessed
        .people()
        .forEach(
            (who, person) -> {
              if (person.memberId().isEmpty()) {
                dependencies.add(Dependency.onMember(who, person));
              }
            });
    if (assessed.isIn(ActivityState.WAITING)) {
      String courseId = assessed.course().orElseThrow().id();
      dependencies.add(Dependency.onCourse(courseId, person(assessed, courseId)));
    }
    return dependencies;
  }

  /// The same for both milestones of a person, and no name.
  private static Optional<String> person(ActivityRecord assessed, String courseId) {
    return assessed.people().entrySet().stream()
        .findFirst()
        .map(
            named ->
                named
                    .getValue()
                    .memberId()
                    .map(id -> ActivityId.ofMember(id, courseId, Milestone.DONE))
                    .orElseGet(
                        () -> ActivityId.ofLearner(named.getKey(), courseId, Milestone.DONE)))
        .map(ActivityId::value);
  }
}
