package services.dataminer.points.localcloud;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tokens that the local JWT authorizer knows: `local-admin` and `local-member:<id>`.
///
/// @param memberIdClaim the claim that is the member's id
/// @param adminScope the scope of an admin
record LocalTokens(String memberIdClaim, String adminScope) {
  private static final String MEMBER = "local-member:";

  /// Who brings a token.
  ///
  /// @param claims as API Gateway passes them on, all of them text
  record Caller(Map<String, String> claims, List<String> scopes) {}

  /// @param authorization the header's value; may be null
  /// @return empty when the header is missing or the token unknown
  Optional<Caller> caller(String authorization) {
    if (authorization == null) {
      return Optional.empty();
    }
    // API Gateway takes the token with and without the scheme before it.
    String token = authorization.replaceFirst("(?i)^bearer +", "");
    if (token.equals("local-admin")) {
      return Optional.of(
          new Caller(
              Map.of(memberIdClaim, "local-admin", "scope", adminScope), List.of(adminScope)));
    }
    return token.startsWith(MEMBER) && token.length() > MEMBER.length()
        ? Optional.of(
            new Caller(Map.of(memberIdClaim, token.substring(MEMBER.length())), List.of()))
        : Optional.empty();
  }
}
