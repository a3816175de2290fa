package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Optional;
import services.dataminer.points.functions.admin.GetActivity;
import services.dataminer.points.functions.pages.template.JteactivityGenerated;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.Request;

/// `GET /admin/activities/{id}`: what is known of an activity in the order of time, what was
/// decided and who got what.
@Singleton
public class ActivityPage {

  private final GetActivity activities;
  private final ZoneId timeZone;

  public ActivityPage(GetActivity activities, ZoneId timeZone) {
    this.activities = activities;
    this.timeZone = timeZone;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    var activity = activities.read(request);
    Formats formats = Formats.of(request, timeZone);
    String path = "/admin/activities/" + activity.id();
    var frame = new PageFrame(activity.id(), path, Optional.of(visitor), formats);
    return HtmlResponses.page(
        200, html -> JteactivityGenerated.render(html, null, frame, activity));
  }
}
