package services.dataminer.points.application.award;

import java.util.Optional;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.StoredCourse;
import services.dataminer.points.program.activity.Course;

/// By which entry of the catalogue an activity is assessed.
final class CourseInForce {

  private CourseInForce() {}

  /// The entry as first assessed or, as long as there was none, as of now.
  ///
  /// @param entry as the catalogue has it now
  static StoredCourse of(ActivityRecord activity, String courseId, Optional<Course> entry) {
    return activity
        .course()
        .filter(stored -> stored.course().isPresent())
        .orElseGet(() -> ofToday(activity, courseId, entry));
  }

  /// The entry as of now; where there is none, it is waited for as long as before.
  ///
  /// @param entry as the catalogue has it now
  static StoredCourse ofToday(ActivityRecord activity, String courseId, Optional<Course> entry) {
    var now = new StoredCourse(courseId, entry);
    return entry.isPresent()
        ? now
        : now.keptUntil(activity.course().flatMap(StoredCourse::keptUntil));
  }
}
