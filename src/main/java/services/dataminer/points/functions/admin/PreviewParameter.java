package services.dataminer.points.functions.admin;

import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;

/// The parameter `preview` of calls that store something: with `true`, they check and tell what
/// they would do, and store nothing.
final class PreviewParameter {

  private static final String NAME = "preview";

  private PreviewParameter() {}

  /// @throws ProblemException 422 if it is neither `true` nor `false`
  static boolean isSet(Request request) {
    return switch (request.query(NAME).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Problem.invalidField(NAME, "must be true or false").asException();
    };
  }
}
