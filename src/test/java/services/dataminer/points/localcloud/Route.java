package services.dataminer.points.localcloud;

import java.util.List;
import java.util.Optional;

/// A route of the HTTP API.
///
/// @param method upper case, or `ANY`
/// @param path as in the template, such as `/v1/members/{id}`, or `$default`
/// @param authorization what a caller must show; empty when anybody may call
record Route(String method, String path, String function, Optional<Authorization> authorization) {

  /// @param scopes of which the token must have one; none means that any valid token will do
  record Authorization(List<String> scopes) {}

  String key() {
    return path.equals("$default") ? path : method + " " + path;
  }
}
