package services.dataminer.points.application.activity;

import jakarta.inject.Singleton;
import java.util.Optional;
import services.dataminer.points.ledger.page.Page;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.ledger.view.ActivityViews;
import services.dataminer.points.ledger.view.MemberActivities;
import services.dataminer.points.ledger.view.MemberActivities.Which;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.award.ActivityState;

/// Lists a member's activities.
@Singleton
public class ListActivities {

  private final MemberActivities activities;
  private final ActivityViews views;

  public ListActivities(MemberActivities activities, ActivityViews views) {
    this.activities = activities;
    this.views = views;
  }

  /// One page, newest first.
  ///
  /// @param all whether those are among them that only lack an entry of the catalogue
  /// @param after the `next` of the page before, of the same list
  /// @param limit how many at the most; a page may hold fewer, though others follow
  public Page<ActivityView> list(
      String memberId, boolean all, Optional<PageCursor> after, int limit) {
    Page<ActivityId> page =
        activities.page(memberId, all ? Which.ALL : Which.IN_CATALOGUE, after, limit);
    return new Page<>(
        views.of(page.items()).stream()
            .filter(activity -> all || activity.state() != ActivityState.WAITING)
            .toList(),
        page.next());
  }
}
