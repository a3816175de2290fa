package services.dataminer.points.functions.pages.session;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/// What a browser keeps, sealed, while its user is at the issuer.
///
/// @param state comes back with the code: it was asked for from here
/// @param nonce comes back in the ID token: it was made for this attempt
/// @param verifier proves to the issuer that the code is ours
/// @param to the path of this site to go to afterwards
record SignInAttempt(String state, String nonce, String verifier, String to, Instant expiresAt) {

  static final Duration LIFE = Duration.ofMinutes(10);

  SignInAttempt {
    if (state == null || nonce == null || verifier == null || to == null || expiresAt == null) {
      throw new IllegalArgumentException("an attempt that lacks something");
    }
  }

  static SignInAttempt begun(String to, Instant now) {
    return new SignInAttempt(
        new State().getValue(),
        new Nonce().getValue(),
        new CodeVerifier().getValue(),
        to,
        now.plus(LIFE));
  }

  boolean isCurrent(Instant now) {
    return now.isBefore(expiresAt);
  }

  boolean hasState(String returned) {
    return MessageDigest.isEqual(
        state.getBytes(StandardCharsets.UTF_8), returned.getBytes(StandardCharsets.UTF_8));
  }
}
