package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.activity.Retraction;

/// `POST /v1/activities/{id}/retraction`: takes an activity back, for good. A retraction is a fact
/// like any other and goes through the activity's queue.
@Singleton
class RetractActivity {

  private static final int LONGEST_REASON = 500;

  private final ActivityPath activities;
  private final MessageQueues queues;
  private final AdminAccess access;

  RetractActivity(ActivityPath activities, MessageQueues queues, AdminAccess access) {
    this.activities = activities;
    this.queues = queues;
    this.access = access;
  }

  APIGatewayV2HTTPResponse post(Request request) {
    Editor editor = access.editor(request);
    String reason =
        Fields.strict(request.json(DirectoryEntry.LIMIT_BYTES))
            .read(body -> reason(body, ActivityPath.namesShow(request)));
    ActivityRecord record = activities.story(request).record();
    Optional<Retraction> before = record.facts(Retraction.class).stream().findFirst();
    if (before.isPresent()) {
      requireSame(reason, before.get());
    } else {
      var fact = new Retraction(editor.at(), editor.by(), reason);
      queues.send(
          ActivityMessages.queueOf(record.kind()),
          ActivityMessages.retraction(record.kind(), record.id(), fact));
    }
    return Responses.accepted(new Accepted(record.id().value()));
  }

  private static String reason(Fields body, boolean ofShow) {
    if (ofShow) {
      body.fault(
          ChosenId.FIELD, "is the settlement of a show, which follows its meetings: retract those");
    }
    return body.text("reason", LONGEST_REASON);
  }

  private static void requireSame(String reason, Retraction before) {
    if (!before.reason().equals(reason)) {
      throw Problem.conflict("reason", "was another when it was retracted: " + before.reason())
          .asException();
    }
  }
}
