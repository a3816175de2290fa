package services.dataminer.points.functions.field;

import java.util.Set;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;

/// The parameter `preview` of calls that change something: with `true`, they check and tell what
/// they would do, and store nothing.
public final class PreviewParameter {

  private static final String NAME = "preview";

  private PreviewParameter() {}

  /// Whether only a preview is asked for.
  ///
  /// @throws ProblemException 422 if it is neither `true` nor `false`
  public static boolean isSet(Request request) {
    return request.flag(NAME);
  }

  /// Refuses the preview of a call that has none: whoever asks for a preview must not cause the
  /// change itself. A new call is refused too, until it is among those that have a preview.
  ///
  /// @param previewed the routes of the calls that have one
  /// @throws ProblemException 422 if the call would change something
  public static void refuseUnless(Set<String> previewed, Request request) {
    boolean isReading = request.routeKey().startsWith("GET ");
    if (!isReading && !previewed.contains(request.routeKey()) && isSet(request)) {
      throw Problem.invalidField(
              NAME, "is not supported by this call: omit it, and the call takes effect")
          .asException();
    }
  }
}
