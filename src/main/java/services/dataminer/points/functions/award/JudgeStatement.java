package services.dataminer.points.functions.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.NamedPerson;
import services.dataminer.points.ledger.activity.StatementItem;
import services.dataminer.points.ledger.activity.Statements;
import services.dataminer.points.ledger.activity.StoredCourse;
import services.dataminer.points.ledger.directory.Courses;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.platform.queue.CourseMessage.Progressed;
import services.dataminer.points.platform.queue.CourseMessage.Statement;
import services.dataminer.points.platform.queue.CourseMessage.Voids;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.Identity;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Works on statements: looks each up before anything else, since it is worked on once, and finds
/// the activity it counts in. Of two contents under one id the first judged stands.
@Singleton
public class JudgeStatement {

  private static final Logger LOG = Logger.getLogger(JudgeStatement.class);

  private final Table table;
  private final Directory directory;
  private final CourseDecisions decisions;

  public JudgeStatement(Table table, Directory directory, CourseDecisions decisions) {
    this.table = table;
    this.directory = directory;
    this.decisions = decisions;
  }

  /// A statement that a learner got somewhere: one batch read, one more where the learner is a
  /// member, and one transaction.
  ///
  /// @param recordedAt when the message was sent; decides no award
  /// @return whether anything was written
  boolean judge(Progressed message, Instant recordedAt) {
    Identity learner = directory.pseudonym(message.learner());
    var items = lookUp(message, learner);
    String statementId = message.statement().id();
    StatementItem known = Statements.in(items, statementId);
    if (isOld(known, message.statement())) {
      return false;
    }
    NamedPerson person = directory.people(List.of(message.learner()), items).get(learner);
    ActivityRecord before =
        person
            .memberId()
            .map(id -> read(ActivityId.ofMember(id, message.courseId(), milestone(message))))
            .orElseGet(() -> in(items, unclaimed(message, learner)));
    var people = new TreeMap<>(before.people());
    people.putIfAbsent(
        learner, Directory.isErased(learner, items) ? person.erased(learner, before.id()) : person);
    ActivityRecord judged =
        decisions.judged(
            before,
            before.progress().with(facts(message, known)),
            people,
            course(before, message.courseId(), items));
    StatementItem arrived =
        known.arrived(
            message.statement().digest(), message.statement().lms(), Optional.of(before.id()));
    return decisions.write(
        before,
        judged,
        recordedAt,
        transaction -> Statements.write(transaction, statementId, arrived));
  }

  private Map<Key, Map<String, AttributeValue>> lookUp(Progressed message, Identity learner) {
    var keys = new ArrayList<>(directory.keys(List.of(message.learner())));
    keys.add(Keys.statement(message.statement().id()));
    keys.add(Keys.course(message.courseId()));
    keys.add(Keys.activity(unclaimed(message, learner)));
    return table.read(keys);
  }

  private static ActivityId unclaimed(Progressed message, Identity learner) {
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

  /// The course as first judged or, as long as the catalogue does not have it, as of now.
  static StoredCourse course(
      ActivityRecord before, String courseId, Map<Key, Map<String, AttributeValue>> items) {
    return before
        .course()
        .filter(stored -> stored.course().isPresent())
        .orElseGet(() -> new StoredCourse(courseId, Courses.in(items, courseId)));
  }

  /// A statement that takes another one back, which may be on its way still, may never come, or may
  /// count in another activity by now.
  ///
  /// @param recordedAt when the message was sent; decides no award
  /// @return whether anything was written
  boolean judge(Voids message, Instant recordedAt) {
    Statement statement = message.statement();
    var items =
        table.read(List.of(Keys.statement(statement.id()), Keys.statement(message.voidedId())));
    StatementItem known = Statements.in(items, statement.id());
    if (isOld(known, statement)) {
      return false;
    }
    StatementItem voided = Statements.in(items, message.voidedId());
    Transaction notes = notes(message, known, voided);
    Optional<ActivityRecord> counted =
        voided.activityId().map(id -> whereItCounts(id, message.voidedId()));
    if (counted.isEmpty()) {
      table.write(notes);
      return true;
    }
    ActivityRecord before = counted.get();
    var fact = new CourseFact.Voided(statement.at(), message.voidedId());
    ActivityRecord judged =
        decisions.judged(
            before,
            before.progress().with(List.of(fact)),
            before.people(),
            before.course().orElseThrow());
    return decisions.write(before, judged, recordedAt, written -> written.addAll(notes));
  }

  /// What is noted of both statements. One that itself voids another cannot be voided.
  private Transaction notes(Voids message, StatementItem known, StatementItem voided) {
    Statement statement = message.statement();
    Transaction notes = table.transaction();
    Statements.write(
        notes,
        statement.id(),
        known.arrived(statement.digest(), statement.lms(), Optional.empty()));
    if (!voided.isVoiding() && !message.voidedId().equals(statement.id())) {
      Statements.write(notes, message.voidedId(), voided.voided(statement.at()));
    }
    return notes;
  }

  private ActivityRecord whereItCounts(ActivityId first, String statementId) {
    ActivityRecord record = read(first);
    return record.progress().whereabouts(statementId).map(this::read).orElse(record);
  }

  private ActivityRecord read(ActivityId id) {
    return in(table.read(List.of(Keys.activity(id))), id);
  }

  private static ActivityRecord in(Map<Key, Map<String, AttributeValue>> items, ActivityId id) {
    return ActivityLedger.in(items, id, ActivityKind.COURSE_PROGRESS);
  }

  private static boolean isOld(StatementItem known, Statement statement) {
    if (known.contradicts(statement.digest())) {
      LOG.warnf(
          "statement %s of %s is left out: it was known by then with other content",
          statement.id(), statement.lms());
    }
    return known.isKnown();
  }
}
