package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.quarkus.funqy.Funq;

/// Works on corrections of figures by administrators, and those taken back.
public class AdjustmentFunction {

  private final RecordedAwardReceiver inbox;

  AdjustmentFunction(RecordedAwardReceiver inbox) {
    this.inbox = inbox;
  }

  @Funq("adjustment")
  public void receive(SQSMessage delivered) {
    inbox.receive(delivered);
  }
}
