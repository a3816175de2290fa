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
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.ledger.activity.FurtherStatements;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StatementItem;
import services.dataminer.points.ledger.activity.Statements;
import services.dataminer.points.ledger.activity.StoredCourse;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.directory.MissingCourses;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.CourseProgress;
import services.dataminer.points.program.activity.Pseudonym;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Works on statements: looks each up before anything else, since it is worked on once, and finds
/// the activity it counts in. Of two contents under one id the first judged stands.
@Singleton
public class ApplyStatement {

  private static final Logger LOG = Logger.getLogger(ApplyStatement.class);

  private final Table table;
  private final Directory directory;
  private final CourseAssessment decisions;
  private final StatementsAtHand statements;
  private final FurtherStatements further;

  public ApplyStatement(
      Table table,
      Directory directory,
      CourseAssessment decisions,
      StatementsAtHand statements,
      FurtherStatements further) {
    this.table = table;
    this.directory = directory;
    this.decisions = decisions;
    this.statements = statements;
    this.further = further;
  }

  /// A statement that a learner got somewhere: one batch read, one more where the learner is a
  /// member, and one transaction.
  ///
  /// @param recordedAt when the message was sent; decides no award
  /// @return whether anything was written
  boolean apply(Progressed message, Instant recordedAt) {
    Pseudonym learner = directory.pseudonym(message.learner());
    var items = lookUp(message, learner);
    String statementId = message.statement().id();
    StatementItem known = Statements.in(items, statementId);
    if (isOld(known, message.statement())) {
      return false;
    }
    Participant person = directory.people(List.of(message.learner()), items).get(learner);
    ActivityRecord before =
        person
            .memberId()
            .map(id -> read(ActivityId.ofMember(id, message.courseId(), milestone(message))))
            .orElseGet(() -> in(items, unclaimed(message, learner)));
    StoredCourse course = course(before, message.courseId(), items, recordedAt);
    boolean waitsOn =
        CourseAssessment.isWaiting(before) && before.course().equals(Optional.of(course));
    var people = new TreeMap<>(before.people());
    people.putIfAbsent(
        learner, Directory.isErased(learner, items) ? person.erased(learner, before.id()) : person);
    Evidence evidence =
        waitsOn ? new Evidence(before.progress()) : evidence(message, known, before, course);
    ActivityRecord judged = waitsOn ? before : decisions.judged(before, evidence, people, course);
    return decisions.write(
        before,
        judged,
        evidence,
        recordedAt,
        written -> note(written, new Arrival(message, known, recordedAt), before, judged, items));
  }

  /// A statement that is worked on.
  private record Arrival(Progressed message, StatementItem known, Instant recordedAt) {

    Progress fact() {
      Statement statement = message.statement();
      return new Progress(statement.at(), statement.id(), message.step());
    }
  }

  /// What is written of a statement beside the activity in which it counts. As long as that waits
  /// for an entry of the catalogue, this is all that is written of any but the first.
  private static void note(
      Transaction written,
      Arrival arrival,
      ActivityRecord before,
      ActivityRecord judged,
      Map<Key, Map<String, AttributeValue>> items) {
    Statement statement = arrival.message().statement();
    Statements.write(
        written,
        statement.id(),
        arrival
            .known()
            .arrived(statement.digest(), statement.lms())
            .counting(judged, statement.at()));
    if (CourseAssessment.isWaiting(judged)) {
      FurtherStatements.write(written, judged, arrival.fact(), arrival.known().voidedAt());
      boolean begins = !before.waiting().contains(Keys.course(arrival.message().courseId()).pk());
      if (begins || !Expiry.of(before).equals(Expiry.of(judged))) {
        MissingCourses.note(written, items, described(arrival.message()), arrival.recordedAt());
      }
    }
  }

  private static MissingCourses.Described described(Progressed message) {
    return new MissingCourses.Described(message.courseId(), message.type(), message.title());
  }

  /// The course by which to judge and, as long as the catalogue lacks it, until when it is waited
  /// for at the least. What was waited for before there was an end to it has none.
  private static StoredCourse course(
      ActivityRecord before,
      String courseId,
      Map<Key, Map<String, AttributeValue>> items,
      Instant recordedAt) {
    StoredCourse course = StatementsAtHand.course(before, courseId, items);
    boolean begins = before.version() == 0;
    boolean runsOut =
        course.keptUntil().filter(end -> !Expiry.suffices(end, recordedAt)).isPresent();
    return course.course().isEmpty() && (begins || runsOut)
        ? course.keptUntil(Optional.of(Expiry.from(recordedAt)))
        : course;
  }

  private Evidence evidence(
      Progressed message, StatementItem known, ActivityRecord before, StoredCourse course) {
    List<CourseFact> told = facts(message, known);
    if (course.course().isPresent() && Expiry.of(before).isPresent()) {
      Evidence waited = statements.all(before, course);
      return new Evidence(waited.told().with(told), waited.all().with(told));
    }
    CourseProgress now = StatementsAtHand.facts(before).with(told);
    return message.step() == Step.UNCOMPLETED
        ? new Evidence(now, now.with(further.of(before, message.statement().at())))
        : new Evidence(now);
  }

  private Map<Key, Map<String, AttributeValue>> lookUp(Progressed message, Pseudonym learner) {
    var keys = new ArrayList<>(directory.keys(List.of(message.learner())));
    keys.add(Keys.statement(message.statement().id()));
    keys.add(Keys.course(message.courseId()));
    keys.add(Keys.missing(message.courseId()));
    keys.add(Keys.activity(unclaimed(message, learner)));
    return table.read(keys);
  }

  private static ActivityId unclaimed(Progressed message, Pseudonym learner) {
    return ActivityId.ofLearner(learner, message.courseId(), milestone(message));
  }

  private static Milestone milestone(Progressed message) {
    return message.step().milestone();
  }

  private static List<CourseFact> facts(Progressed message, StatementItem known) {
    Statement statement = message.statement();
    var facts = new ArrayList<CourseFact>();
    facts.add(new CourseFact.Progress(statement.at(), statement.id(), message.step()));
    known.voidedAt().map(at -> new CourseFact.Voided(at, statement.id())).ifPresent(facts::add);
    return facts;
  }

  private ActivityRecord read(ActivityId id) {
    return in(table.read(List.of(Keys.activity(id))), id);
  }

  static ActivityRecord in(Map<Key, Map<String, AttributeValue>> items, ActivityId id) {
    return ActivityLedger.in(items, id, ActivityKind.COURSE_PROGRESS);
  }

  static boolean isOld(StatementItem known, Statement statement) {
    if (known.contradicts(statement.digest())) {
      LOG.warnf(
          "statement %s of %s is left out: it was known by then with other content",
          statement.id(), statement.lms());
    }
    return known.isKnown();
  }
}
