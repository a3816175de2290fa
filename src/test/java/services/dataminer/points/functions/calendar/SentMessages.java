package services.dataminer.points.functions.calendar;

import java.util.ArrayList;
import java.util.List;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.platform.outage.Unavailable;

/// Queues that remember what they were sent, or that are down.
public final class SentMessages implements MessageQueues {

  /// A message on its queue.
  public record Sent(QueueName queue, MeetingMessage message) {}

  private final List<Sent> sent = new ArrayList<>();
  private boolean down;

  @Override
  public void sendAll(QueueName queue, List<?> messages) {
    if (down) {
      throw new Unavailable("queue " + queue + " is down for the test");
    }
    messages.forEach(message -> sent.add(new Sent(queue, (MeetingMessage) message)));
  }

  public List<Sent> all() {
    return List.copyOf(sent);
  }

  public void forget() {
    sent.clear();
  }

  public void goDown() {
    down = true;
  }
}
