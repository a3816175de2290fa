package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import services.dataminer.points.application.activity.RetractActivity;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;

/// `POST /v1/activities/{id}/retraction`: retracts an activity permanently.
@Singleton
class RetractionResource {

  private static final int LONGEST_REASON = 500;

  private final RetractActivity retraction;
  private final AdminAccess access;

  RetractionResource(RetractActivity retraction, AdminAccess access) {
    this.retraction = retraction;
    this.access = access;
  }

  APIGatewayV2HTTPResponse post(Request request) {
    Editor editor = access.editor(request);
    String reason =
        Fields.strict(request.json(DirectoryEntry.LIMIT_BYTES))
            .read(body -> reason(body, ActivityPath.namesShow(request)));
    return switch (retraction.retract(ActivityPath.known(request), reason, editor)) {
      case RetractActivity.Outcome.Accepted _ ->
          Responses.accepted(new Accepted(request.pathParameter("id")));
      case RetractActivity.Outcome.Unknown _ -> throw ActivityPath.unknown(request);
      case RetractActivity.Outcome.ReasonDiffers(String before) ->
          throw Problem.conflict("reason", "differs from the recorded reason: " + before)
              .asException();
    };
  }

  private static String reason(Fields body, boolean ofShow) {
    if (ofShow) {
      body.addViolation(
          ChosenId.FIELD, "is the settlement of a show: retract its meetings instead");
    }
    return body.words("reason", LONGEST_REASON);
  }
}
