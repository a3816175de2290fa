package services.dataminer.points.application.activity;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.activity.ActivityReference;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.ledger.view.ActivityViews;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.award.ActivityState;

/// Has a refused activity assessed again, with the directory of today.
@Singleton
public class ReassessActivity {

  private static final Logger LOG = Logger.getLogger(ReassessActivity.class);

  private final ActivityViews activities;
  private final RequestReassessment reassessment;

  public ReassessActivity(ActivityViews activities, RequestReassessment reassessment) {
    this.activities = activities;
    this.reassessment = reassessment;
  }

  /// What became of asking for it.
  public sealed interface Outcome {

    /// The request is on the activity's queue.
    record Accepted() implements Outcome {}

    /// There is no such activity.
    record Unknown() implements Outcome {}

    /// Only a refused activity is assessed again.
    record NotRefused(ActivityState state) implements Outcome {}
  }

  /// @throws services.dataminer.points.platform.outage.Unavailable if the request is not known to
  ///   be on the queue
  public Outcome reassess(ActivityId id, Editor editor) {
    Optional<ActivityView> activity = activities.of(id);
    if (activity.isEmpty()) {
      return new Outcome.Unknown();
    }
    ActivityState state = activity.get().state();
    if (state != ActivityState.REFUSED) {
      return new Outcome.NotRefused(state);
    }
    reassessment.send(
        List.of(new ActivityReference(id, activity.get().record().kind())),
        ReassessmentScope.EVERYTHING);
    // No fact of the activity, so the log is where it is kept who asked for it.
    LOG.infof("%s is to be reassessed, requested by %s", id, editor.by());
    return new Outcome.Accepted();
  }
}
