package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import jakarta.inject.Singleton;
import services.dataminer.points.application.award.AwardMeeting;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.functions.queue.MessageReceiver;

/// The one handler behind the queues of the meeting functions.
@Singleton
class MeetingReceiver {

  private final MessageReceiver<MeetingMessage> inbox =
      new MessageReceiver<>(MeetingMessage.class, MeetingMessage.SCHEMA);
  private final AwardMeeting judge;

  MeetingReceiver(AwardMeeting judge) {
    this.judge = judge;
  }

  void receive(SQSMessage delivered) {
    inbox.receive(delivered, received -> judge.judge(received.message(), received.sentAt()));
  }
}
