package services.dataminer.points.functions.admin;

import jakarta.inject.Singleton;
import services.dataminer.points.functions.access.TokenRights;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;

/// Who may act as an administrator, and as whom.
@Singleton
class AdminAccess {

  private final PointsConfig.Access access;
  private final TokenRights rights;

  AdminAccess(PointsConfig config, TokenRights rights) {
    this.access = config.access();
    this.rights = rights;
  }

  /// API Gateway checks the scope on every route of this function. A route added without it must
  /// not open the directory, so it is checked here once more.
  ///
  /// @throws services.dataminer.points.platform.http.ProblemException 403 without the admin scope
  void requireAdmin(Request request) {
    if (!rights.isAdministrator(request.scopes())) {
      throw Problem.forbidden(
              "This call requires a token with the scope " + access.adminScope() + ".")
          .asException();
    }
  }

  /// Who makes this call, to be kept with what it changes.
  ///
  /// @throws services.dataminer.points.platform.http.ProblemException 403 if the token does not say
  Editor editor(Request request) {
    return rights
        .memberId(request::claim)
        .filter(id -> !id.isBlank())
        .map(id -> new Editor(id, request.receivedAt()))
        .orElseThrow(
            () ->
                Problem.forbidden(
                        "Changes record their author: send a token with the claim "
                            + access.memberIdClaim()
                            + ".")
                    .asException());
  }
}
