package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.quarkus.funqy.Funq;

/// Works on use cases that the community accepted, and those taken back.
public class UseCaseFunction {

  private final RecordedAwardReceiver inbox;

  UseCaseFunction(RecordedAwardReceiver inbox) {
    this.inbox = inbox;
  }

  @Funq("use-case")
  public void receive(SQSMessage delivered) {
    inbox.receive(delivered);
  }
}
