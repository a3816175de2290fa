package services.dataminer.points.application.activity;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.ledger.activity.BlockedActivity;
import services.dataminer.points.program.activity.ActivityId;

/// Sends activities to be reassessed, each to the queue of its kind. One that is sent twice is
/// assessed twice to the same end.
@Singleton
public class RequestReassessment {

  private final MessageQueues queues;

  public RequestReassessment(MessageQueues queues) {
    this.queues = queues;
  }

  /// @param activities each is sent once, however often it is among them
  /// @throws services.dataminer.points.platform.outage.Unavailable if not all are on their queues
  public void send(Collection<BlockedActivity> activities, ReassessmentScope again) {
    var once = new LinkedHashMap<ActivityId, BlockedActivity>();
    activities.forEach(activity -> once.putIfAbsent(activity.activityId(), activity));
    var byQueue = new LinkedHashMap<QueueName, List<Object>>();
    for (BlockedActivity activity : once.values()) {
      byQueue
          .computeIfAbsent(QueueName.of(activity.kind()), _ -> new ArrayList<>())
          .add(ActivityMessages.reassess(activity, again));
    }
    byQueue.forEach(queues::sendAll);
  }
}
