package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.ledger.conflict.ConflictRetry;

/// Works on all messages about courses and quizzes.
@Singleton
public class AwardCourse {

  private final ConflictRetry conflicts;
  private final ApplyStatement applyStatement;
  private final ApplyVoid applyVoid;
  private final ReassessCourse reassessCourse;

  public AwardCourse(
      ConflictRetry conflicts,
      ApplyStatement applyStatement,
      ApplyVoid applyVoid,
      ReassessCourse reassessCourse) {
    this.conflicts = conflicts;
    this.applyStatement = applyStatement;
    this.applyVoid = applyVoid;
    this.reassessCourse = reassessCourse;
  }

  /// @param recordedAt when the message was sent; decides no award
  /// @return whether the message changed anything
  public boolean award(CourseMessage message, Instant recordedAt) {
    return conflicts.retryOnConflict(
        () ->
            switch (message) {
              case CourseMessage.Progressed statement ->
                  applyStatement.apply(statement, recordedAt);
              case CourseMessage.Voids statement -> applyVoid.apply(statement, recordedAt);
              case CourseMessage.Retract request -> reassessCourse.retract(request, recordedAt);
              case CourseMessage.Reassess request -> reassessCourse.reassess(request, recordedAt);
            });
  }
}
