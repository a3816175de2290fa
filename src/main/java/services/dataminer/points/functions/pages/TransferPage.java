package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.functions.pages.form.ApiCalls;
import services.dataminer.points.functions.pages.form.ApiCalls.Call;
import services.dataminer.points.functions.pages.form.FieldKind;
import services.dataminer.points.functions.pages.form.FormField;
import services.dataminer.points.functions.pages.form.FormJson;
import services.dataminer.points.functions.pages.form.FormView;
import services.dataminer.points.functions.pages.form.FormView.Button;
import services.dataminer.points.functions.pages.session.Sessions;
import services.dataminer.points.functions.pages.template.JtetransfersGenerated;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.TransfersView;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.platform.crypto.RandomText;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.ProblemType;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;

/// `/me/transfers`: what went to DOJO and what DOJO answered; asks for a transfer, and switches the
/// automatic one.
@Singleton
public class TransferPage {

  /// When `dojo-transfer` runs, in the program's zone, as `template.yaml` has it.
  static final LocalTime NIGHT = LocalTime.of(3, 30);

  private static final String PATH = "/me/transfers";
  private static final String ID = "id";
  private static final String AUTOMATIC = "automatic";
  private static final int LIMIT_BYTES = 4096;
  private static final Map<String, String> NOTES =
      Map.of(
          "requested", "Requested. The points are reserved and go to DOJO in the next night.",
          "on", "Automatic transfer is on.",
          "off", "Automatic transfer is off.");

  private final Members members;
  private final Entries entries;
  private final Sessions sessions;
  private final ApiCalls api;
  private final ZoneId timeZone;

  public TransferPage(
      Members members, Entries entries, Sessions sessions, ApiCalls api, ZoneId timeZone) {
    this.members = members;
    this.entries = entries;
    this.sessions = sessions;
    this.api = api;
    this.timeZone = timeZone;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    return show(200, request, visitor, Map.of(ID, newId()), Optional.empty());
  }

  /// Asks for a transfer or, with the field `automatic`, switches the automatic one on or off.
  public APIGatewayV2HTTPResponse post(Request request, Visitor visitor) {
    Map<String, String> texts = sessions.checkForm(request, visitor, LIMIT_BYTES);
    return texts.containsKey(AUTOMATIC)
        ? switchAutomatic(request, visitor, texts.get(AUTOMATIC).equals("on"))
        : ask(request, visitor, texts);
  }

  private APIGatewayV2HTTPResponse switchAutomatic(Request request, Visitor visitor, boolean on) {
    var body = JsonNodeFactory.instance.objectNode().put("autoTransfer", on);
    api.asMember(request, visitor, Call.of("PATCH /v1/members/{id}", path(visitor), body));
    return Responses.seeOther(PATH + "?done=" + (on ? "on" : "off"), List.of());
  }

  private APIGatewayV2HTTPResponse ask(
      Request request, Visitor visitor, Map<String, String> texts) {
    try {
      api.asMember(
          request,
          visitor,
          Call.of(
              "POST /v1/members/{id}/transfers", path(visitor), FormJson.body(fields(""), texts)));
      return Responses.seeOther(PATH + "?done=requested", List.of());
    } catch (ProblemException refused) {
      Problem problem = refused.problem();
      Map<String, String> kept = new HashMap<>(texts);
      if (problem.type() == ProblemType.CONFLICT) {
        // Sent before, gone back and changed: with an id of its own it is another transfer.
        kept.put(ID, newId());
        problem =
            Problem.conflict(
                "You have sent this form before, with another number of points. To transfer these,"
                    + " too, send it again.");
      }
      return show(problem.type().status(), request, visitor, kept, Optional.of(problem));
    }
  }

  private APIGatewayV2HTTPResponse show(
      int status,
      Request request,
      Visitor visitor,
      Map<String, String> texts,
      Optional<Problem> refusal) {
    Member member =
        members
            .find(visitor.memberId())
            .orElseThrow(() -> Problem.notFound("You have not signed up yet.").asException());
    Balance balance = entries.balance(member.id());
    JsonNode page = api.asMember(request, visitor, list(request, visitor));
    Formats formats = Formats.of(request, timeZone);
    var view =
        new TransfersView(
            balance.transferable(),
            balance.transferred(),
            member.autoTransfer(),
            nextNight(request.receivedAt()),
            TransfersView.rows(page, formats),
            Optional.ofNullable(page.path("next").textValue()),
            refusal.isPresent() ? "" : NOTES.getOrDefault(request.query("done").orElse(""), ""));
    List<FormField> fields =
        fields("At most " + formats.points(Math.max(0, balance.transferable())) + ".");
    FormView form =
        refusal
            .map(problem -> FormView.refused(PATH, fields, texts, problem, Button.only("Transfer")))
            .orElseGet(() -> FormView.fresh(PATH, fields, texts, Button.only("Transfer")));
    var frame = new PageFrame("Transfers to DOJO", PATH, Optional.of(visitor), formats);
    return HtmlResponses.page(
        status, html -> JtetransfersGenerated.render(html, null, frame, view, form));
  }

  private static Call list(Request request, Visitor visitor) {
    Map<String, String> query =
        request.query("cursor").map(cursor -> Map.of("cursor", cursor)).orElse(Map.of());
    return Call.get("GET /v1/members/{id}/transfers", path(visitor), query);
  }

  private Instant nextNight(Instant now) {
    ZonedDateTime here = now.atZone(timeZone);
    ZonedDateTime night = here.with(NIGHT);
    return (night.isAfter(here) ? night : night.plusDays(1)).toInstant();
  }

  private static List<FormField> fields(String hint) {
    return List.of(
        FormField.needed(ID, "Id", "", new FieldKind.Hidden()),
        FormField.needed("points", "Points", hint, new FieldKind.Whole()));
  }

  private static Map<String, String> path(Visitor visitor) {
    return Map.of("id", visitor.memberId());
  }

  /// The id of a transfer that nobody has asked for yet: a form that is sent twice asks for one.
  private static String newId() {
    return "web-" + RandomText.next();
  }
}
