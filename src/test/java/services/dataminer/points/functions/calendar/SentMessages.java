package services.dataminer.points.functions.calendar;

import java.util.ArrayList;
import java.util.List;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.Queues;
import services.dataminer.points.platform.outage.Unavailable;

/// Queues that remember what they were sent, or that are down.
final class SentMessages implements Queues {

  private final List<Told.Addressed> sent = new ArrayList<>();
  private boolean down;

  @Override
  public void sendAll(QueueName queue, List<?> messages) {
    if (down) {
      throw new Unavailable("queue " + queue + " is down for the test");
    }
    messages.forEach(message -> sent.add(new Told.Addressed(queue, (MeetingMessage) message)));
  }

  List<Told.Addressed> all() {
    return List.copyOf(sent);
  }

  void forget() {
    sent.clear();
  }

  void goDown() {
    down = true;
  }
}
