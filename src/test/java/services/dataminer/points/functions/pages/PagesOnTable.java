package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.message.DeadLetters;
import services.dataminer.points.application.message.RecordingMessageQueues;
import services.dataminer.points.application.standing.ReadPartnerShows;
import services.dataminer.points.functions.AnyConfig;
import services.dataminer.points.functions.admin.ActivityPath;
import services.dataminer.points.functions.admin.AdminCallsOnTable;
import services.dataminer.points.functions.admin.GetActivity;
import services.dataminer.points.functions.member.MemberCallsOnTable;
import services.dataminer.points.functions.pages.form.ApiCalls;
import services.dataminer.points.functions.pages.form.EntryForms;
import services.dataminer.points.functions.pages.imports.ImportLines;
import services.dataminer.points.functions.pages.session.CookieSeal;
import services.dataminer.points.functions.pages.session.Sessions;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.directory.MissingCourses;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.view.Agendas;
import services.dataminer.points.ledger.view.ReassessmentRequests;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;

/// The pages on a table, as someone sees them who is signed in.
final class PagesOnTable {

  static final Instant NOW = Instant.parse("2026-09-13T12:00:00Z");

  private static final String LINK = "/statement/";

  private final Pages pages;

  /// What the page of dead letters counts; nothing where they cannot be counted.
  private List<DeadLetters.Kept> deadLetters =
      List.of(new DeadLetters.Kept("message", 0), new DeadLetters.Kept("scheduled run", 0));

  /// What forms put on queues, handled.
  private final Program program;

  private final RecordingMessageQueues queues = new RecordingMessageQueues();

  PagesOnTable(LocalTable local) {
    Table table = local.table();
    program = new Program(local);
    var graph = new ObjectGraph(table);
    var sessions = new Sessions(new CookieSeal(_ -> "not asked for by forms"));
    var api =
        new ApiCalls(
            AdminCallsOnTable.of(table, program, queues),
            MemberCallsOnTable.of(table),
            AnyConfig.config());
    var brussels = ObjectGraph.BRUSSELS;
    var forms = new EntryForms(ObjectGraph.RULES, brussels);
    var statement = new StatementPage(graph.entries(), brussels);
    var me = new MePage(graph.readAccount(), ObjectGraph.RULES, brussels);
    pages =
        new Pages(
            new HomePage(ObjectGraph.RULES, brussels),
            me,
            new MemberPage(me, sessions, api),
            new OwnStatementPage(statement, graph.members(), graph.statementLinks(), sessions, api),
            new LinkedStatementPage(graph.statementLinks(), statement, brussels),
            new MemberStatementPage(statement, graph.members()),
            new TransferPage(graph.members(), graph.entries(), sessions, api, brussels),
            new PartnerPage(
                graph.members(),
                graph.partners(),
                graph.readPartnerStanding(),
                new ReadPartnerShows(graph.directorySearch(), new ShowMeetings(table)),
                brussels),
            new AdminPage(
                graph.directorySearch(),
                new Agendas(table, new DueWork(table), new MissingCourses(table)),
                () -> deadLetters,
                api,
                brussels),
            new ActivityPage(
                new GetActivity(
                    new ActivityPath(graph.activityViews()),
                    new ReassessmentRequests(table),
                    new Entries(table)),
                sessions,
                api,
                new ShowMeetings(table),
                brussels),
            new DirectoryPage(api, brussels),
            new ShowPage(api),
            new EntryPage(forms, sessions, api, brussels),
            new ImportPage(forms, new ImportLines(api, graph.members()), sessions, brussels),
            new RulesPage(graph.previewRules(), ObjectGraph.RULES, sessions, brussels),
            brussels);
  }

  /// Has dead letters from now on; none can be counted where none are given.
  void deadLetters(DeadLetters.Kept... kept) {
    deadLetters = List.of(kept);
  }

  static Visitor member(String id) {
    return new Visitor(id, false, "form");
  }

  static Visitor administrator() {
    return new Visitor("grace", true, "form");
  }

  /// What a visitor sees; nobody is signed in where there is none.
  APIGatewayV2HTTPResponse get(Visitor visitor, String path, String... query) {
    return answer(visitor, event("GET", path, query));
  }

  /// What a visitor is answered who fills a form in and sends it.
  ///
  /// @param fields name, value, name, value
  APIGatewayV2HTTPResponse send(Visitor visitor, String path, String... fields) {
    return sendWithToken(visitor, visitor.formToken(), path, fields);
  }

  /// The same, with a token that may be another session's.
  APIGatewayV2HTTPResponse sendWithToken(
      Visitor visitor, String token, String path, String... fields) {
    return answer(visitor, filled(token, path, fields));
  }

  /// The same, by a script.
  APIGatewayV2HTTPResponse sendForJson(Visitor visitor, String path, String... fields) {
    var event = filled(visitor.formToken(), path, fields);
    var headers = new HashMap<>(event.getHeaders());
    headers.put("accept", "application/json");
    event.setHeaders(headers);
    return answer(visitor, event);
  }

  private static APIGatewayV2HTTPEvent filled(String token, String path, String... fields) {
    var form = new StringJoiner("&");
    form.add(Sessions.FORM_TOKEN + "=" + token);
    for (int i = 0; i < fields.length; i += 2) {
      form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    var event = event("POST", path);
    event.setBody(form.toString());
    event.setHeaders(
        Map.of(
            "content-type", "application/x-www-form-urlencoded",
            "sec-fetch-site", "same-origin",
            "host", "points.example"));
    return event;
  }

  /// Handles all that forms put on queues.
  void work() {
    program.deliver(queues.takeMessages());
  }

  private APIGatewayV2HTTPResponse answer(Visitor visitor, APIGatewayV2HTTPEvent event) {
    Request request = Request.of(event);
    try {
      return pages.answer(request, Optional.ofNullable(visitor));
    } catch (ProblemException e) {
      return pages.problem(request, Optional.ofNullable(visitor), e.problem());
    }
  }

  /// The page that says that something went wrong.
  APIGatewayV2HTTPResponse problem(Problem problem) {
    return problem("/me", problem);
  }

  APIGatewayV2HTTPResponse problem(String path, Problem problem) {
    return pages.problem(Request.of(event("GET", path)), Optional.empty(), problem);
  }

  private static APIGatewayV2HTTPEvent event(String method, String path, String... query) {
    String[] parts = path.split("/", 4);
    boolean named = path.startsWith("/admin/") && parts.length == 4;
    boolean linked = path.startsWith(LINK);
    String name = linked ? "token" : named && parts[2].equals("entry") ? "what" : "id";
    String route =
        linked
            ? LINK + "{token}"
            : named
                ? "/admin/" + parts[2] + "/{" + name + "}"
                : path.startsWith("/admin/") && method.equals("GET") ? "/admin/{page}" : path;
    Map<String, String> asked = new HashMap<>();
    for (int i = 0; i < query.length; i += 2) {
      asked.put(query[i], query[i + 1]);
    }
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey(method + " " + route)
        .withRawPath(path)
        .withPathParameters(
            linked
                ? Map.of(name, path.substring(LINK.length()))
                : named ? Map.of(name, parts[3]) : null)
        .withQueryStringParameters(asked)
        .withHeaders(Map.of("accept-language", "en-GB,en;q=0.8"))
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withTimeEpoch(NOW.toEpochMilli())
                .build())
        .build();
  }
}
