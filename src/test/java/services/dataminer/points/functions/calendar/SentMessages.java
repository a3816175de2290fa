package services.dataminer.points.functions.calendar;

import java.util.ArrayList;
import java.util.List;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.platform.outage.Unavailable;

/// Queues that remember what they were sent, or that are down.
final class SentMessages implements MessageQueues {

  /// A message on its queue.
  record Sent(QueueName queue, MeetingMessage message) {}

  private final List<Sent> sent = new ArrayList<>();
  private boolean down;

  @Override
  public void sendAll(QueueName queue, List<?> messages) {
    if (down) {
      throw new Unavailable("queue " + queue + " is down for the test");
    }
    messages.forEach(message -> sent.add(new Sent(queue, (MeetingMessage) message)));
  }

  List<Sent> all() {
    return List.copyOf(sent);
  }

  void forget() {
    sent.clear();
  }

  void goDown() {
    down = true;
  }
}
