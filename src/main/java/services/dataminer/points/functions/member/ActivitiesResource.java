package services.dataminer.points.functions.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.application.activity.ListActivities;
import services.dataminer.points.ledger.activity.StoredDecision;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.platform.http.Cursor;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.program.award.ActivityState;

/// `GET /v1/members/{id}/activities`: a member's activities, with the own share and how many share,
/// but nobody else's name.
@Singleton
class ActivitiesResource {

  private static final int PAGE = 50;

  private final ListActivities activities;

  ActivitiesResource(ListActivities activities) {
    this.activities = activities;
  }

  record ActivitiesPage(
      List<MemberActivityView> activities,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> next) {}

  record MemberActivityView(
      String id,
      String kind,
      ActivityState state,
      Optional<Instant> occurredAt,
      long points,
      int people,
      String reason) {}

  ActivitiesPage get(String memberId, Request request) {
    Optional<PageCursor> after = Cursor.in(request, text -> Optional.of(new PageCursor(text)));
    var page = activities.list(memberId, request.flag("all"), after, PAGE);
    return new ActivitiesPage(
        page.items().stream().map(activity -> view(memberId, activity)).toList(),
        page.next().map(next -> Cursor.of(next.text())));
  }

  private static MemberActivityView view(String memberId, ActivityView activity) {
    return new MemberActivityView(
        activity.record().id().value(),
        activity.record().kind().label(),
        activity.state(),
        activity.occurredAt(),
        activity.sharesOf(memberId).stream().mapToLong(activity::points).sum(),
        activity.record().decision().map(StoredDecision::awarded).map(List::size).orElse(0),
        activity.reason());
  }
}
