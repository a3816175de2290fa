package services.dataminer.points.application.activity;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.ledger.activity.ActivityReference;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;

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
  public void send(Collection<ActivityReference> activities, ReassessmentScope again) {
    var once = new LinkedHashMap<ActivityId, ActivityKind>();
    activities.forEach(activity -> once.putIfAbsent(activity.id(), activity.kind()));
    var byQueue = new LinkedHashMap<QueueName, List<Object>>();
    once.forEach(
        (id, kind) ->
            byQueue
                .computeIfAbsent(QueueName.of(kind), _ -> new ArrayList<>())
                .add(ActivityMessages.reassess(id, kind, again)));
    byQueue.forEach(queues::sendAll);
  }
}
