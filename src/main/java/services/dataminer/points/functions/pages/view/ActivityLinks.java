package services.dataminer.points.functions.pages.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import services.dataminer.points.program.activity.ActivityId;

/// Where the pages of activities are, and those of the members who have entries of them.
public final class ActivityLinks {

  private ActivityLinks() {}

  public static String page(ActivityId id) {
    return page(id.value());
  }

  /// The page of an activity, for its id as text, which may have any sign that an address gives a
  /// meaning.
  public static String page(String id) {
    return "/admin/activities/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  /// The page of a member.
  public static String member(String id) {
    return "/admin/members/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
