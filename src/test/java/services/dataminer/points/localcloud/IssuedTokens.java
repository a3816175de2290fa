package services.dataminer.points.localcloud;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// Tokens signed by a key of this process, and made wrong where a test asks for it.
public final class IssuedTokens {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final int KEY_BITS = 2048;
  private static final String KEY_ID = "local";

  /// One for all issuers of this process: making it takes longer than all else that they do.
  private static final RSAKey PUBLISHED = key();

  private final String issuer;
  private final AtomicReference<RSAKey> signing = new AtomicReference<>(PUBLISHED);
  private final AtomicReference<UnaryOperator<JWTClaimsSet.Builder>> identity =
      new AtomicReference<>(UnaryOperator.identity());
  private final AtomicReference<UnaryOperator<JWTClaimsSet.Builder>> access =
      new AtomicReference<>(UnaryOperator.identity());

  IssuedTokens(String issuer) {
    this.issuer = issuer;
  }

  /// Signs from now on with a key that nobody can look up.
  public void signWithAnotherKey() {
    signing.set(key());
  }

  /// Changes the claims of ID tokens from now on.
  public void ofIdentity(UnaryOperator<JWTClaimsSet.Builder> change) {
    identity.set(change);
  }

  /// Changes the claims of access tokens from now on.
  public void ofAccess(UnaryOperator<JWTClaimsSet.Builder> change) {
    access.set(change);
  }

  /// What `jwks_uri` serves.
  String keys() {
    return new JWKSet(PUBLISHED.toPublicJWK()).toString();
  }

  String identity(LocalTokens.Caller person, String clientId, String nonce) {
    return signed(identity.get().apply(claims(person).audience(clientId).claim("nonce", nonce)));
  }

  String access(LocalTokens.Caller person, String audience) {
    JWTClaimsSet.Builder claims = claims(person).audience(audience);
    person.claims().forEach(claims::claim);
    return signed(access.get().apply(claims));
  }

  private JWTClaimsSet.Builder claims(LocalTokens.Caller person) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject(subject(person))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFE)));
  }

  /// The member's id, under whatever claim it is.
  private static String subject(LocalTokens.Caller person) {
    return person.claims().entrySet().stream()
        .filter(claim -> !claim.getKey().equals("scope"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private String signed(JWTClaimsSet.Builder claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID).build(), claims.build());
      token.sign(new RSASSASigner(signing.get()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(KEY_BITS).keyID(KEY_ID).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
