package services.dataminer.points.application.award;

import java.util.Collection;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseProgress;

/// All that is known of a learner's progress.
///
/// @param kept what the activity keeps as facts, and what a message adds
/// @param whole the same and the further statements beside the activity, as far as they can matter
record CourseHistory(CourseProgress kept, CourseProgress whole) {

  /// No further statement can matter.
  CourseHistory(CourseProgress kept) {
    this(kept, kept);
  }

  CourseHistory with(Collection<? extends CourseFact> facts) {
    return new CourseHistory(kept.with(facts), whole.with(facts));
  }
}
