package services.dataminer.points.application.message;

import java.util.ArrayList;
import java.util.List;
import services.dataminer.points.platform.outage.Unavailable;

/// Queues that only keep what is put on them, until they are taken down.
public final class RecordingMessageQueues implements MessageQueues {

  /// A message on its queue.
  public record Sent(QueueName queue, Object message) {}

  private final List<Sent> sent = new ArrayList<>();
  private int room = Integer.MAX_VALUE;

  /// From now on takes only so many messages more.
  public void breakAfter(int messages) {
    room = messages;
  }

  /// Takes all messages again.
  public void mend() {
    room = Integer.MAX_VALUE;
  }

  /// What has been sent since this was last asked.
  public synchronized List<Sent> take() {
    List<Sent> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  /// The messages sent since, whatever their queue.
  public List<Object> takeMessages() {
    return take().stream().map(Sent::message).toList();
  }

  @Override
  public synchronized void sendAll(QueueName queue, List<?> messages) {
    for (Object message : messages) {
      if (room == 0) {
        throw new Unavailable("queue " + queue + " is down for the test");
      }
      room--;
      sent.add(new Sent(queue, message));
    }
  }
}
