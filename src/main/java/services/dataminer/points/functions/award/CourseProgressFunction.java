package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.quarkus.funqy.Funq;
import services.dataminer.points.application.award.AwardCourse;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.functions.queue.MessageReceiver;

/// Works on what learning management systems tell of courses and quizzes.
public class CourseProgressFunction {

  private final MessageReceiver<CourseMessage> inbox =
      new MessageReceiver<>(CourseMessage.class, CourseMessage.SCHEMA);
  private final AwardCourse judge;

  CourseProgressFunction(AwardCourse judge) {
    this.judge = judge;
  }

  @Funq("course-progress")
  public void receive(SQSMessage delivered) {
    inbox.receive(delivered, received -> judge.judge(received.message(), received.sentAt()));
  }
}
