package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.ledger.table.Table;

/// Works on everything told of courses and quizzes.
@Singleton
public class AwardCourse {

  private final Table table;
  private final ApplyStatement applyStatement;
  private final ApplyVoid applyVoid;
  private final ReassessCourse reassessCourse;

  public AwardCourse(
      Table table,
      ApplyStatement applyStatement,
      ApplyVoid applyVoid,
      ReassessCourse reassessCourse) {
    this.table = table;
    this.applyStatement = applyStatement;
    this.applyVoid = applyVoid;
    this.reassessCourse = reassessCourse;
  }

  /// @param recordedAt when the message was sent; decides no award
  /// @return whether the message changed anything
  public boolean award(CourseMessage message, Instant recordedAt) {
    return table.retryOnConflict(
        () ->
            switch (message) {
              case CourseMessage.Progressed told -> applyStatement.apply(told, recordedAt);
              case CourseMessage.Voids told -> applyVoid.apply(told, recordedAt);
              case CourseMessage.Retract told -> reassessCourse.retract(told, recordedAt);
              case CourseMessage.Reassess wish -> reassessCourse.reassess(wish, recordedAt);
            });
  }
}
