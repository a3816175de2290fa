package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.directory.Shows;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.show.ShowMeeting;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.platform.http.Cursor;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.award.ActivityState;

/// `/v1/shows/{id}/meetings`: a show's meetings with their states, before and after its settlement.
@Singleton
class ListShowMeetings {

  private static final int PAGE = 100;

  private final Shows shows;
  private final ShowMeetings meetings;

  ListShowMeetings(Shows shows, ShowMeetings meetings) {
    this.shows = shows;
    this.meetings = meetings;
  }

  record ShowMeetingsPage(
      List<ShowMeetingView> meetings,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> next) {}

  /// @param points what it pays by itself, rounded down
  record ShowMeetingView(
      String id,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> partnerId,
      ActivityState state,
      Instant startsAt,
      Instant occurredAt,
      long points,
      int people,
      String reason) {

    static ShowMeetingView of(ShowMeeting meeting) {
      return new ShowMeetingView(
          meeting.activityId().value(),
          meeting.partner(),
          meeting.stateAfterSettlement(),
          meeting.startsAt(),
          meeting.endsAt(),
          meeting.points().floor(),
          meeting.awarded().size(),
          meeting.reason());
    }
  }

  APIGatewayV2HTTPResponse get(Request request) {
    String id = ChosenId.SHOW.in(request);
    Optional<PageCursor> after = Cursor.in(request, ShowMeetings::cursor);
    if (shows.find(id).isEmpty()) {
      throw Problem.unknown("show", id).asException();
    }
    var page = meetings.page(id, after, PAGE);
    return Responses.ok(
        new ShowMeetingsPage(
            page.items().stream().map(ShowMeetingView::of).toList(),
            page.next().map(next -> Cursor.of(next.text()))));
  }
}
