package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.directory.MissingCourses;
import services.dataminer.points.ledger.directory.MissingCourses.Missing;
import services.dataminer.points.platform.http.Cursor;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;

/// `/v1/courses/missing`: the objects of statements that the catalogue lacks.
@Singleton
class ListMissingCourses {

  private static final int PAGE = 50;

  private final MissingCourses missing;

  ListMissingCourses(MissingCourses missing) {
    this.missing = missing;
  }

  record MissingCoursesPage(
      List<MissingCourseView> missing,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> next) {}

  record MissingCourseView(
      String id,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> type,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> title,
      long people,
      long statements,
      boolean more,
      Instant firstSeen,
      Instant lastSeen,
      List<String> near) {

    static MissingCourseView of(Missing one) {
      return new MissingCourseView(
          one.object().id(),
          one.object().type(),
          one.object().title(),
          one.people(),
          one.statements(),
          one.more(),
          one.firstSeen(),
          one.lastSeen(),
          one.near());
    }
  }

  APIGatewayV2HTTPResponse get(Request request) {
    var page = missing.page(Cursor.in(request, MissingCourses::cursor), PAGE);
    return Responses.ok(
        new MissingCoursesPage(
            page.items().stream().map(MissingCourseView::of).toList(),
            page.next().map(next -> Cursor.of(next.text()))));
  }
}
