package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import jakarta.inject.Singleton;
import services.dataminer.points.application.award.JudgeDecided;
import services.dataminer.points.application.message.DecidedMessage;
import services.dataminer.points.functions.queue.Inbox;

/// The one handler behind the queues of the functions for what administrators decide on.
@Singleton
class DecidedInbox {

  private final Inbox<DecidedMessage> inbox =
      new Inbox<>(DecidedMessage.class, DecidedMessage.SCHEMA);
  private final JudgeDecided judge;

  DecidedInbox(JudgeDecided judge) {
    this.judge = judge;
  }

  void receive(SQSMessage delivered) {
    inbox.receive(delivered, received -> judge.judge(received.message(), received.sentAt()));
  }
}
