package services.dataminer.points.ledger.directory;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.address.NearForm;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The training catalogue: the courses and quizzes that pay, and what.
@Singleton
public class Courses {

  private final Table table;

  public Courses(Table table) {
    this.table = table;
  }

  /// @param courseId its id at the learning management system, an IRI
  public Optional<Course> find(String courseId) {
    return in(table.read(List.of(Keys.course(courseId))), courseId);
  }

  /// A course among items read.
  public static Optional<Course> in(Map<Key, Map<String, AttributeValue>> items, String courseId) {
    return item(items, courseId).map(CourseItem::course);
  }

  private static Optional<CourseItem> item(
      Map<Key, Map<String, AttributeValue>> items, String courseId) {
    return Optional.ofNullable(items.get(Keys.course(courseId)))
        .map(item -> Document.read(item, CourseItem.class));
  }

  /// The ids of the catalogue that are nearly the same as one, in their order.
  static List<String> near(Table table, String courseId) {
    return table.beginningWith(Keys.nearPartition(NearForm.of(courseId)), Keys.COURSE).stream()
        .map(item -> item.get("id").s())
        .filter(id -> !id.equals(courseId))
        .sorted()
        .toList();
  }

  /// Enters a course or quiz as sent. What was assessed before stays as it was assessed.
  public SaveOutcome.Done save(Course course, Editor editor) {
    return table.retryOnConflict(() -> attempt(course, editor));
  }

  /// What [#save] would say of a course or quiz now. Nothing is written.
  public SaveOutcome.Done check(Course course) {
    return new SaveOutcome.Done(find(course.id()).isEmpty(), false);
  }

  private SaveOutcome.Done attempt(Course course, Editor editor) {
    Key key = Keys.course(course.id());
    Key near = new Key(Keys.nearPartition(NearForm.of(course.id())), key.pk());
    Key row = DirectoryList.COURSES.row(course.id());
    var items = table.read(List.of(key, near, row));
    Optional<CourseItem> stored = item(items, course.id());
    boolean same = stored.filter(item -> item.course().equals(course)).isPresent();
    if (!same || !items.containsKey(near) || !items.containsKey(row)) {
      long version = stored.map(CourseItem::version).orElse(0L);
      var transaction =
          table
              .transaction()
              .put(
                  key, editor.sign(new CourseItem(version + 1, course)), Condition.version(version))
              .put(near, Map.of("id", AttributeValue.fromS(course.id())), Condition.NONE)
              .delete(Keys.missing(course.id()));
      if (!items.containsKey(row)) {
        DirectoryList.COURSES.add(transaction, course.id());
      }
      table.write(transaction);
    }
    return new SaveOutcome.Done(stored.isEmpty(), false);
  }
}
