package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.ledger.table.Table;

/// Works on everything told of courses and quizzes.
@Singleton
public class JudgeCourse {

  private final Table table;
  private final JudgeStatement statement;
  private final JudgeVoid voiding;
  private final JudgeCourseAgain again;

  public JudgeCourse(
      Table table, JudgeStatement statement, JudgeVoid voiding, JudgeCourseAgain again) {
    this.table = table;
    this.statement = statement;
    this.voiding = voiding;
    this.again = again;
  }

  /// @param recordedAt when the message was sent; decides no award
  /// @return whether the message changed anything
  public boolean judge(CourseMessage message, Instant recordedAt) {
    return table.untilWon(
        () ->
            switch (message) {
              case CourseMessage.Progressed told -> statement.judge(told, recordedAt);
              case CourseMessage.Voids told -> voiding.judge(told, recordedAt);
              case CourseMessage.TakeBack told -> again.judge(told, recordedAt);
              case CourseMessage.JudgeAgain wish -> again.judge(wish, recordedAt);
            });
  }
}
