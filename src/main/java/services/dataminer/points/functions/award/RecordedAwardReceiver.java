package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import jakarta.inject.Singleton;
import services.dataminer.points.application.award.GrantRecordedAward;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.functions.queue.MessageReceiver;

/// The one handler behind the queues of the functions for what administrators decide on.
@Singleton
class RecordedAwardReceiver {

  private final MessageReceiver<RecordedAwardMessage> inbox =
      new MessageReceiver<>(RecordedAwardMessage.class, RecordedAwardMessage.SCHEMA);
  private final GrantRecordedAward judge;

  RecordedAwardReceiver(GrantRecordedAward judge) {
    this.judge = judge;
  }

  void receive(SQSMessage delivered) {
    inbox.receive(delivered, received -> judge.judge(received.message(), received.sentAt()));
  }
}
