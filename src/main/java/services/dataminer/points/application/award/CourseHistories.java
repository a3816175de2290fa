package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.ledger.activity.FurtherStatements;
import services.dataminer.points.ledger.activity.StoredCourse;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseProgress;

/// Brings together what an activity keeps as facts and what is kept beside it.
///
/// An activity that waits for an entry of the catalogue, and is forgotten if none comes, has all
/// its statements beside it, each with a time of its own at which it is forgotten; its facts only
/// show one of them.
@Singleton
public class CourseHistories {

  private final FurtherStatements further;

  public CourseHistories(FurtherStatements further) {
    this.further = further;
  }

  /// All that is known of an activity. If it was to be forgotten and the catalogue has its course
  /// by now, its statements are kept for ever from here on.
  ///
  /// @param course by which it will be assessed
  CourseHistory of(ActivityRecord activity, StoredCourse course) {
    if (course.course().isEmpty()) {
      return new CourseHistory(activity.progress());
    }
    CourseProgress facts = facts(activity);
    return new CourseHistory(
        facts,
        facts.with(
            Expiry.of(activity).isPresent()
                ? further.release(activity, course)
                : further.of(activity)));
  }

  /// All that is known of an activity once one of its facts is void.
  CourseHistory withVoid(ActivityRecord activity, CourseFact.Voided fact) {
    CourseProgress now = activity.progress().with(List.of(fact));
    return new CourseHistory(now, now.with(further.of(activity)));
  }

  /// What matters of an activity to which a message adds.
  CourseHistory with(ActivityRecord activity, List<CourseFact> added) {
    return new CourseHistory(facts(activity).with(added));
  }

  /// The same, where the message retracts what was reported before: what comes after it is no
  /// longer decided by the facts alone.
  ///
  /// @param since when the learner is reported not to have completed
  CourseHistory withUncompleted(ActivityRecord activity, List<CourseFact> added, Instant since) {
    CourseProgress now = facts(activity).with(added);
    return new CourseHistory(now, now.with(further.of(activity, since)));
  }

  /// What an activity keeps as facts, where these count.
  private static CourseProgress facts(ActivityRecord activity) {
    CourseProgress progress = activity.progress();
    return Expiry.of(activity).isPresent() ? progress.without(progress.open()) : progress;
  }
}
