package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.BlockedActivity;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.award.ActivityState;

/// `POST /v1/activities/{id}/judgement`: judges a refused activity again, with the directory of
/// today.
@Singleton
class ReassessActivity {

  private static final Logger LOG = Logger.getLogger(ReassessActivity.class);

  private final ActivityPath activities;
  private final RequestReassessment judgingAgain;
  private final AdminAccess access;

  ReassessActivity(ActivityPath activities, RequestReassessment judgingAgain, AdminAccess access) {
    this.activities = activities;
    this.judgingAgain = judgingAgain;
    this.access = access;
  }

  APIGatewayV2HTTPResponse post(Request request) {
    Editor editor = access.editor(request);
    Fields.strict(request.json(DirectoryEntry.LIMIT_BYTES)).read(_ -> Boolean.TRUE);
    ActivityView story = activities.story(request);
    if (story.state() != ActivityState.REFUSED) {
      throw Problem.conflict(
              "Only a refused activity is judged again, and this one is " + story.state() + ".")
          .asException();
    }
    ActivityRecord record = story.record();
    judgingAgain.send(
        List.of(new BlockedActivity(record.id(), record.kind())), ReassessmentScope.EVERYTHING);
    // No fact of the activity, so the log is where it is kept who asked for it.
    LOG.infof("%s is to be judged again, asked for by %s", record.id(), editor.by());
    return Responses.accepted(new Accepted(record.id().value()));
  }
}
