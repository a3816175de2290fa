package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.quarkus.funqy.Funq;

/// Works on what is told of meetings of which the sender tells only the id: no-shows, above all.
public class MeetingAttendanceFunction {

  private final MeetingReceiver inbox;

  MeetingAttendanceFunction(MeetingReceiver inbox) {
    this.inbox = inbox;
  }

  @Funq("meeting-attendance")
  public void receive(SQSMessage delivered) {
    inbox.receive(delivered);
  }
}
