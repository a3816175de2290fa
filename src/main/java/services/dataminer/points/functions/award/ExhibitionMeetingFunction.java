package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.quarkus.funqy.Funq;

/// Works on what is told of meetings in person, at the booth of a show.
public class ExhibitionMeetingFunction {

  private final MeetingReceiver inbox;

  ExhibitionMeetingFunction(MeetingReceiver inbox) {
    this.inbox = inbox;
  }

  @Funq("exhibition-meeting")
  public void receive(SQSMessage delivered) {
    inbox.receive(delivered);
  }
}
