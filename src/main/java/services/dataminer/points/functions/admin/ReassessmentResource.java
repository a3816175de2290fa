package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import services.dataminer.points.application.activity.ReassessActivity;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.award.ActivityState;

/// `POST /v1/activities/{id}/judgement`: reassesses a refused activity with today's directory.
@Singleton
class ReassessmentResource {

  private final ReassessActivity reassessment;
  private final AdminAccess access;

  ReassessmentResource(ReassessActivity reassessment, AdminAccess access) {
    this.reassessment = reassessment;
    this.access = access;
  }

  APIGatewayV2HTTPResponse post(Request request) {
    Editor editor = access.editor(request);
    Fields.strict(request.json(DirectoryEntry.LIMIT_BYTES)).read(_ -> Boolean.TRUE);
    return switch (reassessment.reassess(ActivityPath.known(request), editor)) {
      case ReassessActivity.Outcome.Accepted _ ->
          Responses.accepted(new Accepted(request.pathParameter("id")));
      case ReassessActivity.Outcome.Unknown _ -> throw ActivityPath.unknown(request);
      case ReassessActivity.Outcome.NotRefused(ActivityState state) ->
          throw Problem.conflict(
                  "Only a refused activity can be reassessed; this one is " + state + ".")
              .asException();
    };
  }
}
