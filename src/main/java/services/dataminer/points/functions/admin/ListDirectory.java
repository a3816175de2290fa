package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import services.dataminer.points.functions.admin.CourseResource.CourseView;
import services.dataminer.points.functions.admin.PartnerResource.PartnerView;
import services.dataminer.points.ledger.directory.DirectorySearch;
import services.dataminer.points.ledger.directory.DirectorySearch.Wanted;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.SearchText;
import services.dataminer.points.ledger.page.Page;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.platform.http.Cursor;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.activity.Show;

/// `GET /v1/members`, `/v1/partners`, `/v1/shows` and `/v1/courses`: the lists of the directory, as
/// a whole or by part of a name, title, id or address.
@Singleton
class ListDirectory {

  private static final int PAGE = 50;

  /// As long as a name or title may be.

  private final DirectorySearch search;

  ListDirectory(DirectorySearch search) {
    this.search = search;
  }

  record MembersPage(
      List<ListedMember> members, @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> next) {}

  record ListedMember(
      String id,
      String name,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> partnerId,
      LocalDate signedUpOn) {

    static ListedMember of(Member member) {
      return new ListedMember(member.id(), member.name(), member.partnerId(), member.signedUpOn());
    }
  }

  record PartnersPage(
      List<PartnerView> partners, @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> next) {}

  record ShowsPage(
      List<ListedShow> shows, @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> next) {}

  record ListedShow(String id, String name, LocalDate startsOn, LocalDate endsOn, String timeZone) {

    static ListedShow of(Show show) {
      return new ListedShow(
          show.id(), show.name(), show.startsOn(), show.endsOn(), show.timeZone().getId());
    }
  }

  record CoursesPage(
      List<CourseView> courses, @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> next) {}

  APIGatewayV2HTTPResponse members(Request request) {
    var page = search.members(wanted(request, DirectorySearch::memberCursor));
    return Responses.ok(new MembersPage(page.map(ListedMember::of).items(), next(page)));
  }

  APIGatewayV2HTTPResponse partners(Request request) {
    var page = search.partners(wanted(request, DirectorySearch::partnerCursor));
    return Responses.ok(new PartnersPage(page.map(PartnerView::of).items(), next(page)));
  }

  APIGatewayV2HTTPResponse shows(Request request) {
    var page = search.shows(wanted(request, DirectorySearch::showCursor));
    return Responses.ok(new ShowsPage(page.map(ListedShow::of).items(), next(page)));
  }

  APIGatewayV2HTTPResponse courses(Request request) {
    var page = search.courses(wanted(request, DirectorySearch::courseCursor));
    return Responses.ok(new CoursesPage(page.map(CourseView::of).items(), next(page)));
  }

  private static Wanted wanted(Request request, Function<String, Optional<PageCursor>> list) {
    String query = request.query("query").orElse("");
    if (SearchText.isTooLong(query)) {
      throw Problem.invalidField("query", "must have at most " + SearchText.LONGEST + " characters")
          .asException();
    }
    return new Wanted(SearchText.of(query), Cursor.in(request, list), PAGE);
  }

  private static Optional<String> next(Page<?> page) {
    return page.next().map(next -> Cursor.of(next.text()));
  }
}
