package services.dataminer.points.application.award;

import services.dataminer.points.program.activity.CourseProgress;

/// By what a learner's progress is judged.
///
/// @param told what the activity keeps as facts and what is told now
/// @param all the same and the further statements, as far as they can matter
record Evidence(CourseProgress told, CourseProgress all) {

  /// Nothing further can matter.
  Evidence(CourseProgress told) {
    this(told, told);
  }
}
