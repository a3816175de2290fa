package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.application.message.DeadLetters;
import services.dataminer.points.functions.pages.form.ApiCalls;
import services.dataminer.points.functions.pages.form.ApiCalls.Call;
import services.dataminer.points.functions.pages.template.JteadminGenerated;
import services.dataminer.points.functions.pages.template.JtefoundGenerated;
import services.dataminer.points.functions.pages.template.JtemissingGenerated;
import services.dataminer.points.functions.pages.view.ActivityLinks;
import services.dataminer.points.functions.pages.view.AdminView;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.FoundView;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.MissingView;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.directory.DirectorySearch;
import services.dataminer.points.ledger.directory.DirectorySearch.Wanted;
import services.dataminer.points.ledger.directory.SearchText;
import services.dataminer.points.ledger.view.Agendas;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.activity.ActivityId;

/// `GET /admin`: what needs a person. With the parameter `q`, the people and shows of whose name,
/// id or address that is a part; the whole id of an activity leads there. `GET /admin/missing`: all
/// that the catalogue lacks, with how many people wait for it.
@Singleton
public class AdminPage {

  private static final int MOST = 50;

  private final DirectorySearch search;
  private final Agendas agendas;
  private final DeadLetters deadLetters;
  private final ApiCalls api;
  private final ZoneId timeZone;

  public AdminPage(
      DirectorySearch search,
      Agendas agendas,
      DeadLetters deadLetters,
      ApiCalls api,
      ZoneId timeZone) {
    this.search = search;
    this.agendas = agendas;
    this.deadLetters = deadLetters;
    this.api = api;
    this.timeZone = timeZone;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    String query = request.query("q").orElse("").strip();
    if (SearchText.isTooLong(query)) {
      throw Problem.invalidField("q", "must have at most " + SearchText.LONGEST + " characters")
          .asException();
    }
    if (query.contains(":") && ActivityId.isValid(query)) {
      return Responses.seeOther(ActivityLinks.page(query), List.of());
    }
    var frame = frame("Administration", "/admin", request, visitor);
    if (!query.isEmpty()) {
      return found(query, frame);
    }
    var view =
        AdminView.of(
            agendas.read(request.receivedAt()),
            deadLetters.counts(),
            request.receivedAt(),
            timeZone);
    return HtmlResponses.page(200, html -> JteadminGenerated.render(html, null, frame, view));
  }

  private APIGatewayV2HTTPResponse found(String query, PageFrame frame) {
    var wanted = new Wanted(SearchText.of(query), Optional.empty(), MOST);
    var people = search.members(wanted);
    var shows = search.shows(wanted);
    boolean more = people.next().isPresent() || shows.next().isPresent();
    var view = new FoundView(query, people.items(), shows.items(), more);
    return HtmlResponses.page(200, html -> JtefoundGenerated.render(html, null, frame, view));
  }

  /// What the catalogue lacks, a page at a time.
  public APIGatewayV2HTTPResponse missing(Request request, Visitor visitor) {
    Map<String, String> query = new HashMap<>();
    request.query("cursor").ifPresent(cursor -> query.put("cursor", cursor));
    var call = Call.get("GET /v1/courses/missing", Map.of(), query);
    var view = MissingView.of(api.asAdministrator(request, visitor, call));
    var frame = frame("Missing in the catalogue", "/admin/missing", request, visitor);
    return HtmlResponses.page(200, html -> JtemissingGenerated.render(html, null, frame, view));
  }

  private PageFrame frame(String title, String path, Request request, Visitor visitor) {
    return new PageFrame(title, path, Optional.of(visitor), Formats.of(request, timeZone));
  }
}
