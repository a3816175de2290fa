package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.quarkus.funqy.Funq;
import services.dataminer.points.application.award.JudgeCourse;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.functions.queue.Inbox;

/// Works on what learning management systems tell of courses and quizzes.
public class CourseProgressFunction {

  private final Inbox<CourseMessage> inbox = new Inbox<>(CourseMessage.class, CourseMessage.SCHEMA);
  private final JudgeCourse judge;

  CourseProgressFunction(JudgeCourse judge) {
    this.judge = judge;
  }

  @Funq("course-progress")
  public void receive(SQSMessage delivered) {
    inbox.receive(delivered, received -> judge.judge(received.message(), received.sentAt()));
  }
}
