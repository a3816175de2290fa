package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import jakarta.inject.Singleton;
import services.dataminer.points.application.award.JudgeMeeting;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.functions.queue.Inbox;

/// The one handler behind the queues of the meeting functions.
@Singleton
class MeetingInbox {

  private final Inbox<MeetingMessage> inbox =
      new Inbox<>(MeetingMessage.class, MeetingMessage.SCHEMA);
  private final JudgeMeeting judge;

  MeetingInbox(JudgeMeeting judge) {
    this.judge = judge;
  }

  void receive(SQSMessage delivered) {
    inbox.receive(delivered, received -> judge.judge(received.message(), received.sentAt()));
  }
}
