package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.List;

/// Where a learner's progress stands.
public sealed interface CourseState {

  /// Nothing is reported yet, or only that a statement is void.
  record Unknown() implements CourseState {}

  /// Reported by statements that are not void and that no later one cancels.
  ///
  /// @param statements the earliest first; at least one
  record Standing(List<CourseFact.Progress> statements) implements CourseState {}

  /// Reported by statements that were all voided by their senders.
  record Void() implements CourseState {}

  /// Reported as not completed, and not completed again since.
  ///
  /// @param at the time of the latest such report that is not void
  record Uncompleted(Instant at) implements CourseState {}

  /// Counts as a member's own activity by now.
  record HandedOver(ActivityId to) implements CourseState {}

  /// Retracted by an administrator.
  record Retracted(Retraction how) implements CourseState {}
}
