package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.ledger.table.Table;

/// Works on everything told of courses and quizzes.
@Singleton
public class AwardCourse {

  private final Table table;
  private final ApplyStatement statement;
  private final ApplyVoid voiding;
  private final ReassessCourse again;

  public AwardCourse(
      Table table, ApplyStatement statement, ApplyVoid voiding, ReassessCourse again) {
    this.table = table;
    this.statement = statement;
    this.voiding = voiding;
    this.again = again;
  }

  /// @param recordedAt when the message was sent; decides no award
  /// @return whether the message changed anything
  public boolean judge(CourseMessage message, Instant recordedAt) {
    return table.retryOnConflict(
        () ->
            switch (message) {
              case CourseMessage.Progressed told -> statement.judge(told, recordedAt);
              case CourseMessage.Voids told -> voiding.judge(told, recordedAt);
              case CourseMessage.Retract told -> again.judge(told, recordedAt);
              case CourseMessage.Reassess wish -> again.judge(wish, recordedAt);
            });
  }
}
