package services.dataminer.points.functions.admin;

import jakarta.inject.Singleton;
import java.util.Optional;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.ledger.view.ActivityViews;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.program.activity.ActivityId;

/// The activity that a path names.
@Singleton
public class ActivityPath {

  private final ActivityViews views;

  public ActivityPath(ActivityViews views) {
    this.views = views;
  }

  /// Whether the path names a show's settlement, known or not.
  static boolean namesShow(Request request) {
    return id(request).filter(ActivityId::isShow).isPresent();
  }

  /// @throws ProblemException 404 if there is no such activity, or could be none of that id
  ActivityView view(Request request) {
    return views.of(known(request)).orElseThrow(() -> unknown(request));
  }

  /// The id in the path.
  ///
  /// @throws ProblemException 404 if there could be no activity of that id
  static ActivityId known(Request request) {
    return id(request).orElseThrow(() -> unknown(request));
  }

  /// The problem that there is no such activity.
  static ProblemException unknown(Request request) {
    return Problem.unknown("activity", request.pathParameter("id")).asException();
  }

  private static Optional<ActivityId> id(Request request) {
    return Optional.of(request.pathParameter("id"))
        .filter(ActivityId::isValid)
        .map(ActivityId::new);
  }
}
