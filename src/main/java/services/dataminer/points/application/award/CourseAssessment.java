package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Dependency;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.ledger.activity.FurtherStatements;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StoredCourse;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseProgress;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.award.CourseRules;
import services.dataminer.points.program.award.Decision;
import services.dataminer.points.program.award.Person;

/// Judges a learner's progress and writes what follows, whatever brought the news.
@Singleton
public class CourseAssessment {

  private final Table table;
  private final CourseRules judge;
  private final ActivityLedger ledger;

  public CourseAssessment(Table table, CourseRules judge, ActivityLedger ledger) {
    this.table = table;
    this.judge = judge;
    this.ledger = ledger;
  }

  /// Whether an activity waits for an entry of the catalogue.
  static boolean isWaiting(ActivityRecord record) {
    return record.decision().filter(d -> d.state() == ActivityState.WAITING).isPresent();
  }

  /// An activity with all that is known by now, judged.
  ///
  /// @param people the learner, under each identity that was named; nobody where nothing counts
  ///   here any more
  ActivityRecord judged(
      ActivityRecord before,
      Evidence evidence,
      Map<Pseudonym, Participant> people,
      StoredCourse course) {
    Optional<Person> learner =
        people.entrySet().stream()
            .findFirst()
            .map(named -> named.getValue().person(named.getKey()));
    CourseProgress kept =
        judge.condensed(evidence.all(), evidence.told().open().size(), course.course());
    Decision decision = judge.judge(kept, course.id(), course.course(), learner);
    return before.decided(kept.facts(), people, decision).about(course);
  }

  /// Writes a judged activity. Statements that it no longer needs are kept beside it; where they
  /// are all that is new, the activity is not written but held to the version that was read.
  ///
  /// @param along what else is written with it
  /// @return whether anything was written
  /// @throws services.dataminer.points.ledger.table.Conflict if someone else wrote the activity
  ///   meanwhile, or what was missing appeared
  boolean write(
      ActivityRecord before,
      ActivityRecord judged,
      Evidence evidence,
      Instant recordedAt,
      Consumer<Transaction> along) {
    Transaction others = table.transaction();
    along.accept(others);
    if (Expiry.of(judged).isEmpty()) {
      for (Progress statement : evidence.told().open()) {
        if (!judged.progress().isOpen(statement.statementId())) {
          FurtherStatements.write(
              others, judged, statement, evidence.told().voidedAt(statement.statementId()));
        }
      }
    }
    if (judged.equals(before) && others.size() > 0) {
      table.write(others.check(Keys.activity(before.id()), Condition.version(before.version())));
      return true;
    }
    return ledger.write(
        before, judged, waits(judged), recordedAt, written -> written.addAll(others));
  }

  /// What an activity misses: the course, as long as the catalogue lacks it, and the member behind
  /// an identity, as long as the activity keeps that identity.
  private static List<Dependency> waits(ActivityRecord judged) {
    var waits = new ArrayList<Dependency>();
    judged
        .people()
        .forEach(
            (who, person) -> {
              if (person.memberId().isEmpty()) {
                waits.add(Dependency.forMember(who, person));
              }
            });
    if (isWaiting(judged)) {
      String courseId = judged.course().orElseThrow().id();
      waits.add(
          new Dependency(
              Keys.course(courseId), Optional.of(Condition.ABSENT), person(judged, courseId)));
    }
    return waits;
  }

  /// The same for both milestones of a person, and no name.
  private static Optional<String> person(ActivityRecord judged, String courseId) {
    return judged.people().entrySet().stream()
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
