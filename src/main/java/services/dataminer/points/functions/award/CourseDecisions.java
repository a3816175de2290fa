package services.dataminer.points.functions.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.NamedPerson;
import services.dataminer.points.ledger.activity.StoredCourse;
import services.dataminer.points.ledger.activity.Wait;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.CourseProgress;
import services.dataminer.points.program.activity.CourseState;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.award.CourseJudge;
import services.dataminer.points.program.award.Decision;
import services.dataminer.points.program.award.Person;

/// Judges a learner's progress and writes what follows, whatever brought the news.
@Singleton
public class CourseDecisions {

  private final CourseJudge judge;
  private final ActivityLedger ledger;

  public CourseDecisions(CourseJudge judge, ActivityLedger ledger) {
    this.judge = judge;
    this.ledger = ledger;
  }

  /// An activity with all that is known by now, judged.
  ///
  /// @param people the learner, under each identity that was named; nobody where nothing counts
  ///   here any more
  ActivityRecord judged(
      ActivityRecord before,
      CourseProgress progress,
      Map<Identity, NamedPerson> people,
      StoredCourse course) {
    Optional<Person> learner =
        people.entrySet().stream()
            .findFirst()
            .map(named -> named.getValue().person(named.getKey()));
    Decision decision = judge.judge(progress, course.id(), course.course(), learner);
    return before.decided(progress.facts(), people, decision).about(course);
  }

  /// Writes a judged activity.
  ///
  /// @param along what else is written with it
  /// @return whether anything was written
  boolean write(
      ActivityRecord before,
      ActivityRecord judged,
      Instant recordedAt,
      Consumer<Transaction> along) {
    return ledger.write(before, judged, waits(judged), recordedAt, along);
  }

  /// What an activity misses: the course, as long as something would be paid for it, and the member
  /// behind an identity, as long as the activity keeps that identity.
  private static List<Wait> waits(ActivityRecord judged) {
    var waits = new ArrayList<Wait>();
    judged
        .people()
        .forEach(
            (who, person) -> {
              if (person.memberId().isEmpty()) {
                waits.add(Wait.forMember(who, person));
              }
            });
    boolean standing = judged.progress().state() instanceof CourseState.Standing;
    judged
        .course()
        .filter(course -> standing && course.course().isEmpty())
        .ifPresent(
            course -> waits.add(new Wait(Keys.course(course.id()), Optional.of(Condition.ABSENT))));
    return waits;
  }
}
