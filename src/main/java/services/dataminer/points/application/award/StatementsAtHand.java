package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.ledger.activity.FurtherStatements;
import services.dataminer.points.ledger.activity.StoredCourse;
import services.dataminer.points.ledger.directory.Courses;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseProgress;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Brings together what an activity keeps as facts and what is kept beside it.
///
/// An activity that waits for an entry of the catalogue, and is forgotten if none comes, has all
/// its statements beside it, each with a time of its own at which it is forgotten; its facts only
/// show one of them.
@Singleton
class StatementsAtHand {

  private final FurtherStatements further;

  StatementsAtHand(FurtherStatements further) {
    this.further = further;
  }

  /// The course as first judged or, as long as the catalogue does not have it, as of now.
  static StoredCourse course(
      ActivityRecord before, String courseId, Map<Key, Map<String, AttributeValue>> items) {
    return before
        .course()
        .filter(stored -> stored.course().isPresent())
        .orElseGet(() -> ofToday(before, courseId, items));
  }

  /// The course as the catalogue has it now.
  static StoredCourse ofToday(
      ActivityRecord before, String courseId, Map<Key, Map<String, AttributeValue>> items) {
    var now = new StoredCourse(courseId, Courses.in(items, courseId));
    return now.course().isPresent()
        ? now
        : now.keptUntil(before.course().flatMap(StoredCourse::keptUntil));
  }

  /// What an activity keeps as facts, where these count.
  static CourseProgress facts(ActivityRecord before) {
    CourseProgress progress = before.progress();
    return Expiry.of(before).isPresent() ? progress.without(progress.open()) : progress;
  }

  /// All that is known of an activity. If it was to be forgotten and the catalogue has its course
  /// by now, its statements are kept for ever from here on.
  ///
  /// @param course as it will be judged by
  Evidence all(ActivityRecord before, StoredCourse course) {
    if (course.course().isEmpty()) {
      return new Evidence(before.progress());
    }
    CourseProgress facts = facts(before);
    return new Evidence(
        facts,
        facts.with(
            Expiry.of(before).isPresent() ? further.release(before, course) : further.of(before)));
  }

  /// All that is known of an activity once one of its facts is void.
  Evidence all(ActivityRecord before, List<CourseFact> told) {
    CourseProgress now = before.progress().with(told);
    return new Evidence(now, now.with(further.of(before)));
  }
}
