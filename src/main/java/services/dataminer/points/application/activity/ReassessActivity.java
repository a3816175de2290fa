package services.dataminer.points.application.activity;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.activity.ActivityReference;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.ledger.view.ActivityViews;
import services.dataminer.points.ledger.view.ReassessmentRequests;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.award.ActivityState;

/// Has a refused activity assessed again, with the directory of today.
@Singleton
public class ReassessActivity {

  private final ActivityViews activities;
  private final RequestReassessment reassessment;
  private final ReassessmentRequests requests;

  public ReassessActivity(
      ActivityViews activities, RequestReassessment reassessment, ReassessmentRequests requests) {
    this.activities = activities;
    this.reassessment = reassessment;
    this.requests = requests;
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
    requests.note(id, editor);
    return new Outcome.Accepted();
  }
}
