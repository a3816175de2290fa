package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import services.dataminer.points.application.standing.ReadAccount;
import services.dataminer.points.application.standing.ReadAccount.Outcome;
import services.dataminer.points.functions.pages.form.FormView;
import services.dataminer.points.functions.pages.template.JtemeGenerated;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.MeView;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.program.rules.RuleBook;

/// `GET /me`, and the same for administrators: what a member has earned, why, and how far the next
/// level is.
@Singleton
public class MePage {

  private final ReadAccount account;
  private final RuleBook rules;
  private final ZoneId timeZone;

  public MePage(ReadAccount account, RuleBook rules, ZoneId timeZone) {
    this.account = account;
    this.rules = rules;
    this.timeZone = timeZone;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    PageFrame frame = frame("My points", "/me", request, visitor);
    return show(200, request, visitor.memberId(), Optional.empty(), frame);
  }

  /// The page of the member in the request's path, for administrators alone.
  ///
  /// @param status where there is such a member
  /// @param erasure the form that erases the member
  APIGatewayV2HTTPResponse ofMember(
      int status, Request request, Visitor visitor, FormView erasure) {
    String id = request.pathParameter("id");
    PageFrame frame = frame(id, "/admin/members/" + id, request, visitor);
    return show(status, request, id, Optional.of(erasure), frame);
  }

  private PageFrame frame(String title, String path, Request request, Visitor visitor) {
    return new PageFrame(title, path, Optional.of(visitor), Formats.of(request, timeZone));
  }

  /// @param erasure empty on one's own page
  private APIGatewayV2HTTPResponse show(
      int status, Request request, String memberId, Optional<FormView> erasure, PageFrame frame) {
    return switch (account.read(memberId, request.receivedAt())) {
      case Outcome.Found found -> {
        LocalDate today = LocalDate.ofInstant(request.receivedAt(), timeZone);
        MeView view = MeView.of(found, today, rules);
        yield HtmlResponses.page(
            status,
            html ->
                JtemeGenerated.render(
                    html, null, frame, view, erasure.isPresent() ? memberId : "", erasure));
      }
      case Outcome.NotBegun(var member) ->
          MessagePage.show(
              200,
              frame,
              "The membership begins on " + frame.formats().day(member.signedUpOn()),
              "From that day on points appear here.");
      case Outcome.NoMember _ when erasure.isPresent() ->
          throw Problem.notFound("There is no member " + memberId + ".").asException();
      case Outcome.NoMember _ ->
          MessagePage.show(
              404,
              frame,
              "Not signed up yet",
              "This account has not joined the program. Ask an administrator to add you.");
    };
  }
}
