package services.dataminer.points.program.activity;

import java.time.Instant;

/// One thing a learning management system told of a learner and a course or quiz.
public sealed interface CourseFact extends Fact
    permits CourseFact.Progress, CourseFact.Voided, Retracted {

  /// A statement that a learner enrolled, completed or passed.
  ///
  /// @param at the statement's timestamp: when it happened
  /// @param statementId the statement's UUID
  /// @param learner who, as the statement names the actor
  /// @param courseId the IRI of the statement's object
  record Progress(Instant at, String statementId, Identity learner, String courseId, Step step)
      implements CourseFact {}

  /// A statement was taken back by its sender, whether or not it has arrived yet.
  record Voided(Instant at, String statementId) implements CourseFact {}

  /// How far a learner got.
  enum Step {
    ENROLLED,
    COMPLETED,
    PASSED
  }
}
