package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.quarkus.funqy.Funq;

/// Works on what is told of video calls.
public class VirtualMeetingFunction {

  private final MeetingReceiver inbox;

  VirtualMeetingFunction(MeetingReceiver inbox) {
    this.inbox = inbox;
  }

  @Funq("virtual-meeting")
  public void receive(SQSMessage delivered) {
    inbox.receive(delivered);
  }
}
