package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.functions.admin.GetActivity;
import services.dataminer.points.functions.pages.form.ApiCalls;
import services.dataminer.points.functions.pages.form.ApiCalls.Call;
import services.dataminer.points.functions.pages.form.FieldKind;
import services.dataminer.points.functions.pages.form.FormField;
import services.dataminer.points.functions.pages.form.FormView;
import services.dataminer.points.functions.pages.form.FormView.Button;
import services.dataminer.points.functions.pages.session.Sessions;
import services.dataminer.points.functions.pages.template.JteactivityGenerated;
import services.dataminer.points.functions.pages.view.ActivityLinks;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.SettlementView;
import services.dataminer.points.functions.pages.view.ShowView.Meeting;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.show.ShowMeeting;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.show.Stand;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.ProblemType;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.activity.ActivityId;

/// `/admin/activities/{id}`: what is known of an activity in the order of time, what was decided
/// and who got what; and the forms that retract it or assess it again.
@Singleton
public class ActivityPage {

  private static final String ON_ITS_WAY =
      "Sent. What becomes of it shows here once its function has handled it: reload in a few"
          + " seconds.";

  private static final int LIMIT_BYTES = 4096;
  private static final String RETRACTION = "retraction";
  private static final String JUDGEMENT = "judgement";
  private static final String REASON = "reason";

  private final GetActivity activities;
  private final Sessions sessions;
  private final ApiCalls api;
  private final ShowMeetings meetings;
  private final ZoneId timeZone;

  public ActivityPage(
      GetActivity activities,
      Sessions sessions,
      ApiCalls api,
      ShowMeetings meetings,
      ZoneId timeZone) {
    this.activities = activities;
    this.meetings = meetings;
    this.sessions = sessions;
    this.api = api;
    this.timeZone = timeZone;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    boolean sent = request.query("sent").isPresent();
    try {
      return show(
          200, request, visitor, sent ? ON_ITS_WAY : "", "", retraction(request, Optional.empty()));
    } catch (ProblemException refused) {
      if (!sent || refused.problem().type() != ProblemType.NOT_FOUND) {
        throw refused;
      }
      // Its function has not read it from the queue yet.
      return MessagePage.show(
          200, frame(request, visitor), "On its way", "Reload this page in a few seconds.");
    }
  }

  /// Retracts the activity, for the reason given, or assesses it again.
  public APIGatewayV2HTTPResponse post(Request request, Visitor visitor) {
    Map<String, String> form = sessions.checkForm(request, visitor, LIMIT_BYTES);
    String what = form.getOrDefault("do", "");
    if (!what.equals(RETRACTION) && !what.equals(JUDGEMENT)) {
      throw Problem.invalidField("do", "must be %s or %s".formatted(RETRACTION, JUDGEMENT))
          .asException();
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (what.equals(RETRACTION)) {
      body.put(REASON, form.getOrDefault(REASON, ""));
    }
    String route = "POST /v1/activities/{id}/" + what;
    try {
      api.asAdministrator(
          request, visitor, Call.of(route, Map.of("id", request.pathParameter("id")), body));
      return Responses.seeOther(path(request) + "?sent=yes", List.of());
    } catch (ProblemException refused) {
      Problem problem = refused.problem();
      if (problem.type() == ProblemType.NOT_FOUND) {
        throw refused;
      }
      FormView retraction = retraction(request, Optional.of(new Refused(form, problem)));
      return show(
          problem.type().status(),
          request,
          visitor,
          "",
          retraction.rows().stream().anyMatch(FormView.Row::isWrong) ? "" : text(problem),
          retraction);
    }
  }

  /// A form as it was sent, and why it was refused.
  private record Refused(Map<String, String> texts, Problem problem) {}

  /// The form that retracts the activity; with the reason typed and what is wrong with it, where
  /// that was refused.
  private static FormView retraction(Request request, Optional<Refused> refused) {
    String action = path(request) + "#retract";
    List<FormField> fields =
        List.of(
            FormField.needed("do", "", "", new FieldKind.Hidden()),
            FormField.needed(
                REASON,
                "Reason",
                "Its points are taken back for good. Members read the reason.",
                new FieldKind.Text()));
    var button = Button.only("Retract");
    Map<String, String> texts = Map.of("do", RETRACTION);
    return refused
        .filter(it -> RETRACTION.equals(it.texts().get("do")))
        .filter(it -> it.problem().errors().stream().anyMatch(on -> on.field().equals(REASON)))
        .map(it -> FormView.refused(action, fields, it.texts(), it.problem(), button))
        .orElseGet(() -> FormView.fresh(action, fields, texts, button));
  }

  private static String text(Problem problem) {
    return problem.errors().stream()
        .map(error -> Formats.phrase(error.field()) + " " + error.message() + ".")
        .findFirst()
        .orElse(problem.detail());
  }

  /// @param note what was done
  /// @param refusal why something was not
  /// @param retraction the form that retracts it
  private APIGatewayV2HTTPResponse show(
      int status,
      Request request,
      Visitor visitor,
      String note,
      String refusal,
      FormView retraction) {
    var history = activities.history(request);
    var activity = history.activity();
    var settlement =
        Stand.of(new ActivityId(activity.id())).map(stand -> settlement(stand, request, visitor));
    var frame = frame(request, visitor);
    return HtmlResponses.page(
        status,
        html ->
            JteactivityGenerated.render(
                html,
                null,
                frame,
                activity,
                history.entries(),
                settlement,
                note,
                refusal,
                retraction));
  }

  private SettlementView settlement(Stand stand, Request request, Visitor visitor) {
    var path = Map.of("id", stand.showId());
    var show =
        api.asAdministrator(request, visitor, Call.get("GET /v1/shows/{id}", path, Map.of()));
    return new SettlementView(
        stand.showId(),
        show.path("name").asText(),
        ZoneId.of(show.path("timeZone").asText()),
        stand.partnerId(),
        meetings.of(stand).stream().filter(ShowMeeting::counts).map(Meeting::of).toList());
  }

  private PageFrame frame(Request request, Visitor visitor) {
    return new PageFrame(
        request.pathParameter("id"),
        path(request),
        Optional.of(visitor),
        Formats.of(request, timeZone));
  }

  private static String path(Request request) {
    return ActivityLinks.page(request.pathParameter("id"));
  }
}
