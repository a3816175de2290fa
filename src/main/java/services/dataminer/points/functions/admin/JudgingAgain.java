package services.dataminer.points.functions.admin;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import services.dataminer.points.ledger.activity.Waiting;
import services.dataminer.points.platform.queue.MeetingMessage;
import services.dataminer.points.platform.queue.MeetingMessage.Again;
import services.dataminer.points.platform.queue.QueueName;
import services.dataminer.points.platform.queue.Queues;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;

/// Sends meetings to be judged again, each to the queue of its kind. One that is sent twice is
/// judged twice to the same end.
@Singleton
class JudgingAgain {

  private final Queues queues;

  JudgingAgain(Queues queues) {
    this.queues = queues;
  }

  /// @param meetings each is sent once, however often it is among them
  /// @throws services.dataminer.points.platform.outage.Unavailable if not all are on their queues
  void send(Collection<Waiting> meetings, Again again) {
    var byQueue = new EnumMap<QueueName, LinkedHashSet<ActivityId>>(QueueName.class);
    for (Waiting meeting : meetings) {
      byQueue
          .computeIfAbsent(queueOf(meeting.kind()), _ -> new LinkedHashSet<>())
          .add(meeting.activityId());
    }
    byQueue.forEach(
        (queue, ids) ->
            queues.sendAll(
                queue, ids.stream().map(id -> MeetingMessage.judgeAgain(id, again)).toList()));
  }

  /// The queue whose function works on activities of a kind.
  static QueueName queueOf(ActivityKind kind) {
    return switch (kind) {
      case EXHIBITION_MEETING -> QueueName.EXHIBITION_MEETING;
      case VIRTUAL_MEETING -> QueueName.VIRTUAL_MEETING;
      case MEETING -> QueueName.MEETING_ATTENDANCE;
      case SHOW ->
          throw new IllegalArgumentException("a show is settled at night, not judged by a queue");
      case COURSE_PROGRESS -> throw new IllegalArgumentException("no meeting: " + kind.label());
    };
  }
}
