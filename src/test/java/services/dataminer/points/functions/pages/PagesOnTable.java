package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.functions.admin.ActivityPath;
import services.dataminer.points.functions.admin.GetActivity;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.directory.DirectorySearch;
import services.dataminer.points.ledger.directory.MemberLists;
import services.dataminer.points.ledger.directory.MissingCourses;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;

/// The pages on a table, as someone sees them who is signed in.
final class PagesOnTable {

  private static final String NOW = "2026-09-13T12:00:00Z";

  private final Pages pages;

  PagesOnTable(Table table) {
    var graph = new ObjectGraph(table);
    pages =
        new Pages(
            new HomePage(ObjectGraph.RULES, ObjectGraph.BRUSSELS),
            new MePage(graph.readAccount(), ObjectGraph.RULES, ObjectGraph.BRUSSELS),
            new StatementPage(graph.members(), graph.entries(), ObjectGraph.BRUSSELS),
            new PartnerPage(
                graph.members(),
                graph.partners(),
                graph.readPartnerStanding(),
                ObjectGraph.BRUSSELS),
            new AdminPage(
                new DirectorySearch(table, new MemberLists(table)),
                new MissingCourses(table),
                ObjectGraph.BRUSSELS),
            new ActivityPage(
                new GetActivity(new ActivityPath(graph.activityViews())), ObjectGraph.BRUSSELS),
            ObjectGraph.BRUSSELS);
  }

  static Visitor member(String id) {
    return new Visitor(id, false, "form");
  }

  static Visitor administrator() {
    return new Visitor("grace", true, "form");
  }

  /// What a visitor sees; nobody is signed in where there is none.
  APIGatewayV2HTTPResponse get(Visitor visitor, String path, String... query) {
    Request request = Request.of(event(path, query));
    try {
      return pages.get(request, Optional.ofNullable(visitor));
    } catch (ProblemException e) {
      return pages.problem(request, e.problem());
    }
  }

  /// The page that says that something went wrong.
  APIGatewayV2HTTPResponse problem(Problem problem) {
    return pages.problem(Request.of(event("/me")), problem);
  }

  private static APIGatewayV2HTTPEvent event(String path, String... query) {
    String[] parts = path.split("/");
    boolean named = path.startsWith("/admin/") && parts.length == 4;
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey("GET " + (named ? "/admin/" + parts[2] + "/{id}" : path))
        .withRawPath(path)
        .withPathParameters(named ? Map.of("id", parts[3]) : null)
        .withQueryStringParameters(query.length == 0 ? null : Map.of(query[0], query[1]))
        .withHeaders(Map.of("accept-language", "en-GB,en;q=0.8"))
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withTimeEpoch(java.time.Instant.parse(NOW).toEpochMilli())
                .build())
        .build();
  }
}
