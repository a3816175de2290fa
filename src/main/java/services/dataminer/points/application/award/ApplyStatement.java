package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import services.dataminer.points.application.message.CourseMessage.Progressed;
import services.dataminer.points.application.message.CourseMessage.Statement;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.CourseActivities;
import services.dataminer.points.ledger.activity.Dependency;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.ledger.activity.FurtherStatements;
import services.dataminer.points.ledger.activity.LedgerWrite;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StatementItem;
import services.dataminer.points.ledger.activity.Statements;
import services.dataminer.points.ledger.activity.StoredCourse;
import services.dataminer.points.ledger.directory.MissingCourses;
import services.dataminer.points.ledger.lookup.CourseReader;
import services.dataminer.points.ledger.lookup.KnownStatement;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.award.ActivityState;

/// Works on statements that a learner got somewhere: looks each up before anything else, since it
/// is worked on once, and finds the activity it counts in. Of two contents under one id the first
/// worked on stands.
@Singleton
public class ApplyStatement {

  private static final Logger LOG = Logger.getLogger(ApplyStatement.class);

  private final CourseReader courses;
  private final CourseActivities activities;
  private final CourseHistories histories;
  private final CourseAssessment assessment;

  public ApplyStatement(
      CourseReader courses,
      CourseActivities activities,
      CourseHistories histories,
      CourseAssessment assessment) {
    this.courses = courses;
    this.activities = activities;
    this.histories = histories;
    this.assessment = assessment;
  }

  /// One batch read, one more where the learner is a member, and one transaction.
  ///
  /// @param recordedAt when the message was sent; decides no award
  /// @return whether anything was written
  boolean apply(Progressed message, Instant recordedAt) {
    Milestone milestone = message.step().milestone();
    KnownStatement known =
        courses.read(message.statement().id(), message.learner(), message.courseId(), milestone);
    if (isOld(known.statement(), message.statement())) {
      return false;
    }
    Participant learner = known.directory().people(List.of(message.learner())).get(known.learner());
    ActivityRecord before =
        learner
            .memberId()
            .map(id -> activities.read(ActivityId.ofMember(id, message.courseId(), milestone)))
            .orElseGet(known::unclaimed);
    var arrival = new Arrival(message, known, recordedAt);
    StoredCourse course = arrival.courseOf(before);
    boolean waitsOn =
        before.isIn(ActivityState.WAITING) && before.course().equals(Optional.of(course));
    CourseHistory history =
        waitsOn ? new CourseHistory(before.progress()) : history(arrival, before, course);
    ActivityRecord assessed =
        waitsOn
            ? before
            : assessment.assess(before, history, people(before, known, learner), course);
    return assessment.write(before, assessed, history, recordedAt, arrival.notes(before, assessed));
  }

  /// The learner under each identity that was named; an erased person's address is not kept.
  private static Map<Pseudonym, Participant> people(
      ActivityRecord before, KnownStatement known, Participant learner) {
    Pseudonym who = known.learner();
    var people = new TreeMap<>(before.people());
    people.putIfAbsent(
        who, known.directory().isErased(who) ? learner.erased(who, before.id()) : learner);
    return people;
  }

  private CourseHistory history(Arrival arrival, ActivityRecord before, StoredCourse course) {
    List<CourseFact> facts = arrival.facts();
    if (course.course().isPresent() && Expiry.of(before).isPresent()) {
      return histories.of(before, course).with(facts);
    }
    Progress progress = arrival.progress();
    return progress.step() == Step.UNCOMPLETED
        ? histories.withUncompleted(before, facts, progress.at())
        : histories.with(before, facts);
  }

  /// A statement that is worked on.
  private record Arrival(Progressed message, KnownStatement known, Instant recordedAt) {

    Progress progress() {
      Statement statement = message.statement();
      return new Progress(statement.at(), statement.id(), message.step());
    }

    List<CourseFact> facts() {
      var facts = new ArrayList<CourseFact>();
      facts.add(progress());
      voidedAt()
          .map(at -> new CourseFact.Voided(at, message.statement().id()))
          .ifPresent(facts::add);
      return facts;
    }

    private Optional<Instant> voidedAt() {
      return known.statement().voidedAt();
    }

    /// The course by which to assess and, as long as the catalogue lacks it, until when it is
    /// waited for at the least. What was waited for before there was an end to it has none.
    StoredCourse courseOf(ActivityRecord before) {
      String courseId = message.courseId();
      StoredCourse course = CourseInForce.of(before, courseId, known.directory().course(courseId));
      boolean begins = before.version() == 0;
      boolean runsOut =
          course.keptUntil().filter(end -> !Expiry.suffices(end, recordedAt)).isPresent();
      return course.course().isEmpty() && (begins || runsOut)
          ? course.keptUntil(Optional.of(Expiry.from(recordedAt)))
          : course;
    }

    /// What is written of a statement beside the activity in which it counts. As long as that waits
    /// for an entry of the catalogue, this is all that is written of any but the first.
    LedgerWrite notes(ActivityRecord before, ActivityRecord assessed) {
      Statement statement = message.statement();
      LedgerWrite note =
          Statements.change(
              statement.id(),
              known
                  .statement()
                  .arrived(statement.digest(), statement.lms())
                  .counting(assessed, statement.at()));
      if (!assessed.isIn(ActivityState.WAITING)) {
        return note;
      }
      LedgerWrite waiting = note.and(FurtherStatements.entry(assessed, progress(), voidedAt()));
      boolean begins = !Dependency.onCourse(message.courseId(), Optional.empty()).isNotedIn(before);
      return begins || !Expiry.of(before).equals(Expiry.of(assessed))
          ? waiting.and(known.directory().listAsMissing(described(), recordedAt))
          : waiting;
    }

    private MissingCourses.Described described() {
      return new MissingCourses.Described(message.courseId(), message.type(), message.title());
    }
  }

  static boolean isOld(StatementItem known, Statement statement) {
    if (known.contradicts(statement.digest())) {
      LOG.warnf(
          "statement %s of %s is skipped: its id is in use for other content",
          statement.id(), statement.lms());
    }
    return known.isKnown();
  }
}
