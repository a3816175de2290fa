package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.application.link.MakeStatementLink;
import services.dataminer.points.functions.member.EntryCsv;
import services.dataminer.points.functions.pages.form.ApiCalls;
import services.dataminer.points.functions.pages.form.ApiCalls.Call;
import services.dataminer.points.functions.pages.form.FieldKind;
import services.dataminer.points.functions.pages.form.FormField;
import services.dataminer.points.functions.pages.form.FormJson;
import services.dataminer.points.functions.pages.form.FormView;
import services.dataminer.points.functions.pages.form.FormView.Button;
import services.dataminer.points.functions.pages.form.LinksView;
import services.dataminer.points.functions.pages.session.Sessions;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.link.StatementLinks;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;

/// `GET /me/statement` and `/me/statement.csv`: the visitor's own statement. `POST /me/links` makes
/// a link that shows it to others, or ends all of them.
@Singleton
public class OwnStatementPage {

  static final String PATH = "/me/statement";

  private static final String LINKS = "/me/links";
  private static final String CALL = " /v1/members/{id}/statement-link";
  private static final int LIMIT_BYTES = 4096;
  private static final List<FormField> FIELDS =
      List.of(
          FormField.needed(
              "days",
              "Days that the link works",
              "1 to " + MakeStatementLink.MOST_DAYS + ".",
              new FieldKind.Whole()));

  private final StatementPage statement;
  private final Members members;
  private final StatementLinks links;
  private final Sessions sessions;
  private final ApiCalls api;

  public OwnStatementPage(
      StatementPage statement,
      Members members,
      StatementLinks links,
      Sessions sessions,
      ApiCalls api) {
    this.statement = statement;
    this.members = members;
    this.links = links;
    this.sessions = sessions;
    this.api = api;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    String note = request.query("ended").isPresent() ? "None of your links works any more." : "";
    return show(200, request, visitor, fresh(), Optional.empty(), note);
  }

  public APIGatewayV2HTTPResponse csv(Request request, Visitor visitor) {
    return Responses.text(
        "text/csv", EntryCsv.forPeople(statement.read(request, member(visitor)).entries()));
  }

  /// Shows the new link in the response itself: no other page could, as nothing keeps it.
  public APIGatewayV2HTTPResponse post(Request request, Visitor visitor) {
    Map<String, String> texts = sessions.checkForm(request, visitor, LIMIT_BYTES);
    Map<String, String> path = Map.of("id", visitor.memberId());
    if ("end".equals(texts.get("do"))) {
      api.asMember(request, visitor, new Call("DELETE" + CALL, path, Map.of(), Optional.empty()));
      return Responses.seeOther(PATH + "?ended=yes", List.of());
    }
    try {
      JsonNode made =
          api.asMember(
              request, visitor, Call.of("POST" + CALL, path, FormJson.body(FIELDS, texts)));
      var link =
          new LinksView.Made(
              made.path("url").asText(), Instant.parse(made.path("expiresAt").asText()));
      return show(200, request, visitor, fresh(), Optional.of(link), "");
    } catch (ProblemException refused) {
      Problem problem = refused.problem();
      FormView form = FormView.refused(LINKS, FIELDS, texts, problem, Button.only("Make a link"));
      return show(problem.type().status(), request, visitor, form, Optional.empty(), "");
    }
  }

  private static FormView fresh() {
    return FormView.fresh(LINKS, FIELDS, Map.of("days", "30"), Button.only("Make a link"));
  }

  private APIGatewayV2HTTPResponse show(
      int status,
      Request request,
      Visitor visitor,
      FormView form,
      Optional<LinksView.Made> made,
      String note) {
    Member member = member(visitor);
    List<Instant> ends = links.ends(member.id(), request.receivedAt());
    return statement.own(status, request, visitor, member, new LinksView(ends, form, made, note));
  }

  private Member member(Visitor visitor) {
    return members
        .find(visitor.memberId())
        .orElseThrow(() -> Problem.notFound("You have not signed up yet.").asException());
  }
}
