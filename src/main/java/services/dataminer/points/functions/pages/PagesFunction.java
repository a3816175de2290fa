package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.util.Optional;
import services.dataminer.points.functions.pages.session.Sessions;
import services.dataminer.points.functions.pages.session.SignIn;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.HttpEdge;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;

/// What people see in a browser.
@Singleton
public class PagesFunction {

  private final SignIn signIn;
  private final Sessions sessions;
  private final Pages pages;

  PagesFunction(SignIn signIn, Sessions sessions, Pages pages) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.pages = pages;
  }

  @Funq("pages")
  public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    return HttpEdge.answer(
        event,
        request -> sessions.prolonged(request, route(request)),
        problem -> problem(Request.of(event), problem));
  }

  private APIGatewayV2HTTPResponse problem(Request request, Problem problem) {
    Optional<Visitor> visitor;
    try {
      visitor = sessions.visitor(request);
    } catch (RuntimeException _) {
      // Most likely what the problem is about: the page is for anybody then.
      visitor = Optional.empty();
    }
    return pages.problem(request, visitor, problem);
  }

  private APIGatewayV2HTTPResponse route(Request request) {
    return switch (request.routeKey()) {
      case "GET /assets/{file}" -> Assets.get(request.pathParameter("file"));
      case "GET /sign-in" -> signIn.begin(request);
      case "GET /sign-in/callback" -> signIn.finish(request);
      case "POST /sign-out" -> signIn.end(request);
      default -> pages.answer(request, sessions.visitor(request));
    };
  }
}
