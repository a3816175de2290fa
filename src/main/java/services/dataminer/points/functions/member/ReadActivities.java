package services.dataminer.points.functions.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.activity.StoredDecision;
import services.dataminer.points.ledger.activity.StoredDecision.StoredShare;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.ledger.view.ActivityViews;
import services.dataminer.points.ledger.view.MemberActivities;
import services.dataminer.points.ledger.view.MemberActivities.Which;
import services.dataminer.points.platform.http.Cursor;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.program.award.ActivityState;

/// A member's activities: the own share and how many share, but nobody else's name.
@Singleton
class ReadActivities {

  private static final int PAGE = 50;

  private final MemberActivities activities;
  private final ActivityViews stories;

  ReadActivities(MemberActivities activities, ActivityViews stories) {
    this.activities = activities;
    this.stories = stories;
  }

  record ActivitiesPage(
      List<ActivityLine> activities,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> next) {}

  record ActivityLine(
      String id,
      String kind,
      ActivityState state,
      Optional<Instant> occurredAt,
      long points,
      int people,
      String reason) {}

  ActivitiesPage read(String memberId, Request request) {
    boolean all = all(request);
    var page =
        activities.page(
            memberId, all ? Which.ALL : Which.IN_CATALOGUE, Cursor.in(request, ""), PAGE);
    var ids = page.places().stream().map(MemberActivities.Place::activityId).toList();
    return new ActivitiesPage(
        stories.of(ids).stream()
            .filter(story -> all || story.state() != ActivityState.WAITING)
            .map(story -> line(memberId, story))
            .toList(),
        page.next().map(Cursor::of));
  }

  private static boolean all(Request request) {
    String asked = request.query("all").orElse("false");
    return switch (asked) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Problem.invalidField("all", "must be true or false").asException();
    };
  }

  private static ActivityLine line(String memberId, ActivityView story) {
    return new ActivityLine(
        story.record().id().value(),
        story.record().kind().label(),
        story.state(),
        story.occurredAt(),
        story.sharesOf(memberId).stream().mapToLong(StoredShare::points).sum(),
        story.record().decision().map(StoredDecision::awarded).map(List::size).orElse(0),
        story.reason());
  }
}
