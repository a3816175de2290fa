package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.functions.pages.template.JteadminGenerated;
import services.dataminer.points.functions.pages.view.AdminView;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.directory.DirectorySearch;
import services.dataminer.points.ledger.directory.DirectorySearch.Wanted;
import services.dataminer.points.ledger.directory.MissingCourses;
import services.dataminer.points.ledger.directory.SearchText;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.activity.ActivityId;

/// `GET /admin`: finds people and activities, and shows what the catalogue lacks. The parameter `q`
/// is part of a name, an id or an address, or the whole id of an activity, which leads there.
@Singleton
public class AdminPage {

  private static final int MOST = 50;
  private static final int LONGEST_QUERY = 200;

  private final DirectorySearch search;
  private final MissingCourses missing;
  private final ZoneId timeZone;

  public AdminPage(DirectorySearch search, MissingCourses missing, ZoneId timeZone) {
    this.search = search;
    this.missing = missing;
    this.timeZone = timeZone;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    String query = request.query("q").orElse("").strip();
    if (query.length() > LONGEST_QUERY) {
      throw Problem.invalidField("q", "must have at most " + LONGEST_QUERY + " characters")
          .asException();
    }
    if (query.contains(":") && ActivityId.isValid(query)) {
      return Responses.seeOther(
          "/admin/activities/" + URLEncoder.encode(query, StandardCharsets.UTF_8), List.of());
    }
    var people = search.members(new Wanted(SearchText.of(query), Optional.empty(), MOST));
    var view =
        new AdminView(
            query,
            people.items(),
            people.next().isPresent(),
            missing.page(Optional.empty(), MOST).items());
    var frame =
        new PageFrame(
            "Administration", "/admin", Optional.of(visitor), Formats.of(request, timeZone));
    return HtmlResponses.page(200, html -> JteadminGenerated.render(html, null, frame, view));
  }
}
