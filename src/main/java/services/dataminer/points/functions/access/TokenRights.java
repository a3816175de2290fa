package services.dataminer.points.functions.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import services.dataminer.points.functions.config.PointsConfig;

/// What a token says of who brings it, by the claim and the scopes that this installation chose:
/// the same for the API and for the pages.
@Singleton
public class TokenRights {

  private final PointsConfig.Access access;

  @Inject
  public TokenRights(PointsConfig config) {
    this.access = config.access();
  }

  /// The member's id.
  ///
  /// @param claims finds a claim of the token
  public Optional<String> memberId(Function<String, Optional<String>> claims) {
    return claims.apply(access.memberIdClaim());
  }

  /// Whether the token's scopes are an administrator's.
  public boolean isAdministrator(Set<String> scopes) {
    return scopes.contains(access.adminScope());
  }

  /// Whether a token with these scopes is good for anything: where members need a scope, it has
  /// that one or the administrators'.
  public boolean isLetIn(Set<String> scopes) {
    return isAdministrator(scopes) || access.memberScope().map(scopes::contains).orElse(true);
  }
}
