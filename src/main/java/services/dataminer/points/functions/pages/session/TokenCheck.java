package services.dataminer.points.functions.pages.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.platform.log.FailureText;
import services.dataminer.points.platform.outage.Unavailable;

/// Checks what the issuer returns for a code: the ID token, which says that someone signed in here
/// just now, and the access token, which says what they may do.
@Singleton
public class TokenCheck {

  private static final Signatures ID_TOKENS = new Signatures(JWSAlgorithm.Family.SIGNATURE);

  /// Those of API Gateway's authorizer.
  private static final Signatures ACCESS_TOKENS =
      new Signatures(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512));

  private final PointsConfig.SignIn config;

  private record Signatures(Set<JWSAlgorithm> accepted) {
    JWSVerificationKeySelector<SecurityContext> by(JWKSource<SecurityContext> keys) {
      return new JWSVerificationKeySelector<>(accepted, keys);
    }
  }

  @Inject
  public TokenCheck(PointsConfig config) {
    this.config = config.signIn();
  }

  /// The claims of the access token; empty unless both tokens are of this issuer, for these pages
  /// and this API, of this attempt, of one person, and current.
  ///
  /// @param keys of the issuer
  /// @throws Unavailable if the keys cannot be read now
  Optional<JWTClaimsSet> claims(
      OIDCTokens tokens, SignInAttempt attempt, JWKSource<SecurityContext> keys) {
    try {
      IDTokenClaimsSet identity = identity(tokens, attempt, keys);
      JWTClaimsSet access = access(tokens, keys);
      boolean ofOnePerson =
          access.getSubject() == null
              || access.getSubject().equals(identity.getSubject().getValue());
      return Optional.of(access).filter(_ -> ofOnePerson && isOfThisApi(access));
    } catch (KeySourceException e) {
      throw new Unavailable("the issuer's keys cannot be read: " + FailureText.of(e), e);
    } catch (BadJOSEException | JOSEException | ParseException _) {
      return Optional.empty();
    }
  }

  private IDTokenClaimsSet identity(
      OIDCTokens tokens, SignInAttempt attempt, JWKSource<SecurityContext> keys)
      throws BadJOSEException, JOSEException {
    return new IDTokenValidator(
            new Issuer(config.issuer().orElseThrow()),
            new ClientID(config.clientId().orElseThrow()),
            ID_TOKENS.by(keys),
            null)
        .validate(tokens.getIDToken(), new Nonce(attempt.nonce()));
  }

  private JWTClaimsSet access(OIDCTokens tokens, JWKSource<SecurityContext> keys)
      throws BadJOSEException, JOSEException, ParseException {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(ACCESS_TOKENS.by(keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            new JWTClaimsSet.Builder().issuer(config.issuer().orElseThrow()).build(),
            Set.of("exp")));
    return processor.process(tokens.getAccessToken().getValue(), null);
  }

  /// API Gateway looks at `client_id` where there is no `aud`.
  private boolean isOfThisApi(JWTClaimsSet access) {
    List<String> audience = access.getAudience();
    Collection<String> named =
        audience.isEmpty() ? List.of(text(access, "client_id").orElse("")) : audience;
    return config.audience().orElse(Set.of()).stream().anyMatch(named::contains);
  }

  /// A claim as API Gateway passes it on, as text.
  static Optional<String> text(JWTClaimsSet claims, String name) {
    return Optional.ofNullable(claims.getClaim(name)).map(Objects::toString);
  }
}
