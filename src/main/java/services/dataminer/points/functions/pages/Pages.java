package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.functions.pages.session.Sessions;
import services.dataminer.points.functions.pages.template.JteawardsGenerated;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.FieldViolation;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemType;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;

/// Which page shows what, and to whom: `/` to everyone, what begins with `/admin` to
/// administrators, a linked statement to whoever has the link, the rest to whoever is signed in,
/// about themselves.
@Singleton
class Pages {

  private final HomePage home;
  private final MePage me;
  private final MemberPage member;
  private final OwnStatementPage statement;
  private final LinkedStatementPage linkedStatement;
  private final MemberStatementPage memberStatement;
  private final TransferPage transfers;
  private final PartnerPage partner;
  private final AdminPage admin;
  private final ActivityPage activity;
  private final DirectoryPage directory;
  private final ShowPage show;
  private final EntryPage entry;
  private final ImportPage imports;
  private final RulesPage rules;
  private final ZoneId timeZone;

  Pages(
      HomePage home,
      MePage me,
      MemberPage member,
      OwnStatementPage statement,
      LinkedStatementPage linkedStatement,
      MemberStatementPage memberStatement,
      TransferPage transfers,
      PartnerPage partner,
      AdminPage admin,
      ActivityPage activity,
      DirectoryPage directory,
      ShowPage show,
      EntryPage entry,
      ImportPage imports,
      RulesPage rules,
      ZoneId timeZone) {
    this.home = home;
    this.me = me;
    this.member = member;
    this.statement = statement;
    this.linkedStatement = linkedStatement;
    this.memberStatement = memberStatement;
    this.transfers = transfers;
    this.partner = partner;
    this.admin = admin;
    this.activity = activity;
    this.directory = directory;
    this.show = show;
    this.entry = entry;
    this.imports = imports;
    this.rules = rules;
    this.timeZone = timeZone;
  }

  APIGatewayV2HTTPResponse answer(Request request, Optional<Visitor> visitor) {
    if (request.routeKey().equals("GET /")) {
      return home.get(request, visitor);
    }
    if (request.routeKey().equals(LinkedStatementPage.ROUTE)) {
      return linkedStatement.get(request);
    }
    if (visitor.isEmpty()) {
      return Sessions.signInFirst(request.target());
    }
    return request.path().startsWith("/admin")
        ? toAdministrators(request, visitor.get())
        : toMembers(request, visitor.get());
  }

  private APIGatewayV2HTTPResponse toMembers(Request request, Visitor visitor) {
    boolean isForm = request.routeKey().startsWith("POST ");
    return switch ((isForm ? "POST " : "GET ") + request.path()) {
      case "GET /me" -> me.get(request, visitor);
      case "GET /me/statement" -> statement.get(request, visitor);
      case "GET /me/statement.csv" -> statement.csv(request, visitor);
      // Where a sign-in leads back to that a form made necessary.
      case "GET /me/links" -> Responses.seeOther(OwnStatementPage.PATH, List.of());
      case "POST /me/links" -> statement.post(request, visitor);
      case "GET /me/transfers" -> transfers.get(request, visitor);
      case "POST /me/transfers" -> transfers.post(request, visitor);
      case "GET /partner" -> partner.get(request, visitor);
      default -> throw Problem.notFound("There is no page here.").asException();
    };
  }

  private APIGatewayV2HTTPResponse toAdministrators(Request request, Visitor visitor) {
    if (!visitor.isAdministrator()) {
      throw Problem.forbidden("Only administrators may see this page.").asException();
    }
    if (request.path().equals(RulesPage.PATH)) {
      return rules.answer(request, visitor);
    }
    return switch (request.routeKey()) {
      case "GET /admin" -> admin.get(request, visitor);
      case "GET /admin/{page}" -> lists(request, visitor);
      case "GET /admin/entry/{what}" -> entry.get(request, visitor);
      case "POST /admin/entry/{what}" -> entry.post(request, visitor);
      case "POST /admin/import" -> imports.post(request, visitor);
      case "GET /admin/shows/{id}" -> show.get(request, visitor);
      case "GET /admin/activities/{id}" -> activity.get(request, visitor);
      case "POST /admin/activities/{id}" -> activity.post(request, visitor);
      case "GET /admin/members/{id}" -> member.get(request, visitor);
      case "POST /admin/members/{id}" -> member.post(request, visitor);
      default -> throw Problem.notFound("There is no page here.").asException();
    };
  }

  private APIGatewayV2HTTPResponse lists(Request request, Visitor visitor) {
    return switch (request.path()) {
      case "/admin/members" -> directory.members(request, visitor);
      case "/admin/partners" -> directory.partners(request, visitor);
      case "/admin/shows" -> directory.shows(request, visitor);
      case "/admin/courses" -> directory.courses(request, visitor);
      case "/admin/awards" -> awards(request, visitor);
      case "/admin/import" -> imports.get(request, visitor);
      case "/admin/missing" -> admin.missing(request, visitor);
      case "/admin/statement" -> memberStatement.get(request, visitor);
      case "/admin/statement.csv" -> memberStatement.csv(request);
      default -> throw Problem.notFound("There is no page here.").asException();
    };
  }

  private APIGatewayV2HTTPResponse awards(Request request, Visitor visitor) {
    var frame =
        new PageFrame(
            "Awards", "/admin/awards", Optional.of(visitor), Formats.of(request, timeZone));
    return HtmlResponses.page(200, html -> JteawardsGenerated.render(html, null, frame));
  }

  /// A page that says what went wrong.
  APIGatewayV2HTTPResponse problem(Request request, Optional<Visitor> visitor, Problem problem) {
    boolean isLinked = request.routeKey().equals(LinkedStatementPage.ROUTE);
    String title = problem.type().title();
    var frame =
        new PageFrame(
            title, request.path(), visitor.filter(_ -> !isLinked), Formats.of(request, timeZone));
    var page = MessagePage.show(problem.type().status(), frame, title, text(problem));
    page.getHeaders().putAll(problem.headers());
    return isLinked ? HtmlResponses.atSecretAddress(page) : page;
  }

  private static String text(Problem problem) {
    if (problem.type() == ProblemType.UNAVAILABLE) {
      // People do not see the header that the API's own words refer to.
      return "Part of this site is unavailable. Try again in half a minute.";
    }
    if (problem.errors().isEmpty()) {
      return problem.detail();
    }
    FieldViolation first = problem.errors().getFirst();
    String field = first.field();
    return Character.toUpperCase(field.charAt(0))
        + field.substring(1)
        + " "
        + first.message()
        + ".";
  }
}
