package services.dataminer.points.functions.pages.session;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.functions.config.PointsConfig.ClientType;
import services.dataminer.points.platform.log.FailureText;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.Secrets;

/// The issuer as it describes itself: where it signs people in, makes tokens and has its keys.
@Singleton
public class OpenIdProvider {

  /// How long its description is used before it is read again.
  static final Duration KEPT = Duration.ofHours(1);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
  private static final int MOST_BYTES_OF_KEYS = 256 * 1024;

  /// The issuer's word that not the person but these pages are unknown to it.
  private static final Set<String> CLIENT_ERRORS =
      Set.of("invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_scope");

  private final PointsConfig.SignIn config;
  private final Secrets secrets;
  private Optional<Known> known = Optional.empty();

  /// @param keys kept as long as the description; read again for a key that is new
  private record Known(
      OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant readAt) {
    boolean isCurrent(Instant now) {
      return !now.isBefore(readAt) && now.isBefore(readAt.plus(KEPT));
    }
  }

  @Inject
  public OpenIdProvider(PointsConfig config, Secrets secrets) {
    this.config = config.signIn();
    this.secrets = secrets;
  }

  /// Where the browser goes so that its user signs in.
  ///
  /// @param callback where it comes back to
  /// @throws Unavailable if the issuer does not answer
  URI authorization(SignInAttempt attempt, URI callback, Instant now) {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope(config.scopes().toArray(String[]::new)),
            clientId(),
            callback)
        .endpointURI(known(now).metadata().getAuthorizationEndpointURI())
        .state(new State(attempt.state()))
        .nonce(new Nonce(attempt.nonce()))
        .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /// The tokens for a code; empty if it is good for none, or not for this attempt.
  ///
  /// @throws Unavailable if the issuer does not answer, or does not know these pages
  Optional<OIDCTokens> tokens(String code, SignInAttempt attempt, URI callback, Instant now) {
    HTTPResponse answer;
    try {
      answer = send(tokenRequest(code, attempt, callback, known(now).metadata()));
      if (answer.getStatusCode() >= 500) {
        throw new Unavailable("the issuer's token endpoint answered " + answer.getStatusCode());
      }
      TokenResponse response = OIDCTokenResponseParser.parse(answer);
      if (response.indicatesSuccess()) {
        return Optional.of(((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens());
      }
      requireKnownClient(response.toErrorResponse().getErrorObject());
      return Optional.empty();
    } catch (IOException e) {
      throw new Unavailable("the issuer's token endpoint does not answer: " + FailureText.of(e));
    } catch (ParseException _) {
      // What the parser says could quote a token.
      throw new Unavailable("the issuer's token endpoint answers what is no token response");
    }
  }

  /// Where the browser goes to end its session at the issuer; empty if the issuer has no such
  /// place.
  ///
  /// @param afterwards where it comes back to
  /// @throws Unavailable if the issuer does not answer
  Optional<URI> endOfSession(URI afterwards, Instant now) {
    return Optional.ofNullable(known(now).metadata().getEndSessionEndpointURI())
        .map(
            endpoint ->
                new LogoutRequest(endpoint, null, null, clientId(), afterwards, null, null).toURI())
        // The standard's name for the way back is another than Cognito's.
        .map(
            uri ->
                URI.create(
                    uri
                        + "&logout_uri="
                        + URLEncoder.encode(afterwards.toString(), StandardCharsets.UTF_8)));
  }

  /// The keys with which it signs.
  ///
  /// @throws Unavailable if the issuer does not answer
  JWKSource<SecurityContext> keys(Instant now) {
    return known(now).keys();
  }

  private TokenRequest tokenRequest(
      String code, SignInAttempt attempt, URI callback, OIDCProviderMetadata metadata) {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), callback, new CodeVerifier(attempt.verifier()));
    URI endpoint = metadata.getTokenEndpointURI();
    return switch (config.clientType()) {
      case ClientType.PUBLIC -> new TokenRequest.Builder(endpoint, clientId(), grant).build();
      case ClientType.CONFIDENTIAL ->
          new TokenRequest.Builder(
                  endpoint,
                  new ClientSecretBasic(clientId(), new Secret(secrets.value(Secrets.OIDC_CLIENT))),
                  grant)
              .build();
    };
  }

  private static HTTPResponse send(TokenRequest request) throws IOException {
    HTTPRequest call = request.toHTTPRequest();
    call.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
    call.setReadTimeout((int) ANSWER_TIMEOUT.toMillis());
    call.setFollowRedirects(false);
    return call.send();
  }

  private static void requireKnownClient(ErrorObject error) {
    String code = error == null ? null : error.getCode();
    if (CLIENT_ERRORS.contains(String.valueOf(code))) {
      throw new Unavailable(
          "the issuer refuses these pages: "
              + code
              + ". Check OidcClientId, OidcClientType and SSM parameter "
              + Secrets.OIDC_CLIENT);
    }
  }

  private synchronized Known known(Instant now) {
    Known current = known.filter(it -> it.isCurrent(now)).orElseGet(() -> read(now));
    known = Optional.of(current);
    return current;
  }

  private Known read(Instant now) {
    String issuer = config.issuer().orElseThrow();
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(
              new Issuer(issuer),
              (int) CONNECT_TIMEOUT.toMillis(),
              (int) ANSWER_TIMEOUT.toMillis());
      return new Known(metadata, keys(metadata), now);
    } catch (IOException | GeneralException | IllegalArgumentException e) {
      throw new Unavailable(
          "the issuer does not describe itself below " + issuer + ": " + FailureText.of(e), e);
    }
  }

  private static JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata)
      throws MalformedURLException {
    return JWKSourceBuilder.create(
            metadata.getJWKSetURI().toURL(),
            new DefaultResourceRetriever(
                (int) CONNECT_TIMEOUT.toMillis(),
                (int) ANSWER_TIMEOUT.toMillis(),
                MOST_BYTES_OF_KEYS))
        .cache(KEPT.toMillis(), ANSWER_TIMEOUT.toMillis())
        // Lambda freezes the process between calls, and with it a thread that reads ahead.
        .refreshAheadCache(false)
        .build();
  }

  private ClientID clientId() {
    return new ClientID(config.clientId().orElseThrow());
  }
}
