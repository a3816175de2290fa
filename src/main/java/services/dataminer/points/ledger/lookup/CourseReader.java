package services.dataminer.points.ledger.lookup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import services.dataminer.points.ledger.activity.CourseActivities;
import services.dataminer.points.ledger.activity.Statements;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.directory.DirectorySnapshot;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Snapshot;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.Pseudonym;

/// Reads statements and learners together with what the directory says of learner and course.
@Singleton
public class CourseReader {

  private final Table table;
  private final Directory directory;

  public CourseReader(Table table, Directory directory) {
    this.table = table;
    this.directory = directory;
  }

  /// A statement: one batch read.
  ///
  /// @param statementId a UUID in lower case
  /// @param learner the actor
  /// @param courseId the IRI of the course or quiz
  /// @param milestone what the learner reached
  public KnownStatement read(
      String statementId, Address learner, String courseId, Milestone milestone) {
    Pseudonym pseudonym = directory.pseudonym(learner);
    ActivityId unclaimed = ActivityId.ofLearner(pseudonym, courseId, milestone);
    var keys = new ArrayList<>(directory.keys(List.of(learner)));
    keys.add(Keys.statement(statementId));
    keys.add(Keys.course(courseId));
    keys.add(Keys.missing(courseId));
    keys.add(Keys.activity(unclaimed));
    Snapshot items = Snapshot.of(table, keys);
    return new KnownStatement(
        Statements.in(items.items(), statementId),
        pseudonym,
        CourseActivities.in(items, unclaimed),
        new DirectorySnapshot(directory, items));
  }

  /// What the directory says of a course and of learners: one batch read.
  public DirectorySnapshot read(String courseId, Collection<Pseudonym> learners) {
    var keys = new ArrayList<Key>();
    keys.add(Keys.course(courseId));
    learners.stream().map(Keys::identity).forEach(keys::add);
    return new DirectorySnapshot(directory, Snapshot.of(table, keys));
  }
}
