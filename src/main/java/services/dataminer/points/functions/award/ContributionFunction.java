package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.quarkus.funqy.Funq;

/// Works on general contributions, and those taken back.
public class ContributionFunction {

  private final RecordedAwardReceiver inbox;

  ContributionFunction(RecordedAwardReceiver inbox) {
    this.inbox = inbox;
  }

  @Funq("contribution")
  public void receive(SQSMessage delivered) {
    inbox.receive(delivered);
  }
}
