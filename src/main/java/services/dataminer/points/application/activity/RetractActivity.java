package services.dataminer.points.application.activity;

import jakarta.inject.Singleton;
import java.util.Optional;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Retraction;

/// Retracts an activity, for good. A retraction is a fact like any other and goes through the
/// activity's queue.
@Singleton
public class RetractActivity {

  private final Activities activities;
  private final MessageQueues queues;

  public RetractActivity(Activities activities, MessageQueues queues) {
    this.activities = activities;
    this.queues = queues;
  }

  /// What became of retracting an activity.
  public sealed interface Outcome {

    /// It is retracted, or its retraction is on its queue.
    record Accepted() implements Outcome {}

    /// There is no such activity.
    record Unknown() implements Outcome {}

    /// It was retracted before, for another reason.
    record ReasonDiffers(String reason) implements Outcome {}
  }

  /// @param id not that of a show's settlement, which follows its meetings
  /// @throws services.dataminer.points.platform.outage.Unavailable if the retraction is not known
  ///   to be on the queue
  public Outcome retract(ActivityId id, String reason, Editor editor) {
    Optional<ActivityRecord> activity = activities.find(id);
    if (activity.isEmpty()) {
      return new Outcome.Unknown();
    }
    Optional<Retraction> before = activity.get().facts(Retraction.class).stream().findFirst();
    if (before.isPresent()) {
      return before.get().reason().equals(reason)
          ? new Outcome.Accepted()
          : new Outcome.ReasonDiffers(before.get().reason());
    }
    var kind = activity.get().kind();
    queues.send(
        QueueName.of(kind),
        ActivityMessages.retraction(kind, id, new Retraction(editor.at(), editor.by(), reason)));
    return new Outcome.Accepted();
  }
}
