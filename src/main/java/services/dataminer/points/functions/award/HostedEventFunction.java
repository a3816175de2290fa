package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.quarkus.funqy.Funq;

/// Works on events that were hosted, and those taken back.
public class HostedEventFunction {

  private final RecordedAwardReceiver inbox;

  HostedEventFunction(RecordedAwardReceiver inbox) {
    this.inbox = inbox;
  }

  @Funq("hosted-event")
  public void receive(SQSMessage delivered) {
    inbox.receive(delivered);
  }
}
