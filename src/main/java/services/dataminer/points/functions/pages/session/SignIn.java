package services.dataminer.points.functions.pages.session;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import services.dataminer.points.functions.access.TokenRights;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.log.FailureText;
import services.dataminer.points.platform.outage.Unavailable;

/// Signs people in and out by OpenID Connect, with the authorization code flow and PKCE. Tokens go
/// from the issuer to this function and no further: the browser gets a session.
@Singleton
public class SignIn {

  private static final Logger LOG = Logger.getLogger(SignIn.class);

  private static final String CALLBACK = "/sign-in/callback";
  private static final String HOME = "/me";

  /// More than a path of this site has, with its query.
  private static final int LONGEST_PATH = 1000;

  private static final Pattern LOCAL_PATH = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");
  private static final int LONGEST_FORM = 4096;

  private final PointsConfig.SignIn config;
  private final OpenIdProvider provider;
  private final TokenCheck check;
  private final TokenRights rights;
  private final Sessions sessions;
  private final CookieSeal seal;
  private final ZoneId timeZone;

  @Inject
  public SignIn(
      PointsConfig config,
      OpenIdProvider provider,
      TokenCheck check,
      TokenRights rights,
      Sessions sessions,
      CookieSeal seal,
      ZoneId timeZone) {
    this.config = config.signIn();
    this.provider = provider;
    this.check = check;
    this.rights = rights;
    this.sessions = sessions;
    this.seal = seal;
    this.timeZone = timeZone;
  }

  /// Whether this installation has told the issuer of its pages.
  public boolean isSetUp() {
    return config.clientId().isPresent() && config.issuer().isPresent();
  }

  /// `GET /sign-in?to=`: on to the issuer.
  ///
  /// @throws ProblemException 404 if nobody can sign in here
  /// @throws Unavailable if the issuer does not answer
  public APIGatewayV2HTTPResponse begin(Request request) {
    requireSetUp();
    Instant now = request.receivedAt();
    var attempt = SignInAttempt.begun(request.query("to").map(SignIn::local).orElse(HOME), now);
    return Responses.seeOther(
        provider.authorization(attempt, callback(request), now).toString(),
        List.of(
            Cookies.kept(
                Cookies.SIGN_IN, seal.seal(Cookies.SIGN_IN, attempt), SignInAttempt.LIFE)));
  }

  /// `GET /sign-in/callback`: back from the issuer, and on to where the person wanted to go.
  ///
  /// @throws ProblemException 403 without a reason, whatever is wrong with the attempt
  /// @throws Unavailable if the issuer does not answer
  public APIGatewayV2HTTPResponse finish(Request request) {
    requireSetUp();
    Instant now = request.receivedAt();
    SignInAttempt attempt =
        request
            .cookie(Cookies.SIGN_IN)
            .flatMap(value -> seal.open(Cookies.SIGN_IN, value, SignInAttempt.class))
            .filter(begun -> begun.isCurrent(now))
            .filter(begun -> begun.hasState(request.query("state").orElse("")))
            .orElseThrow(() -> refused("it was not begun in this browser, or too long ago"));
    OIDCTokens tokens =
        request
            .query("code")
            .filter(code -> !code.isEmpty())
            .flatMap(code -> provider.tokens(code, attempt, callback(request), now))
            .orElseThrow(() -> refused("the issuer gives no tokens for the code"));
    JWTClaimsSet claims =
        check
            .claims(tokens, attempt, provider.keys(now))
            .orElseThrow(
                () ->
                    refused(
                        "the tokens are not by JwtIssuer, for OidcClientId and JwtAudience, for"
                            + " one person and for this attempt"));
    String session =
        session(claims, now)
            .orElseThrow(
                () -> refused("the access token has no MemberIdClaim, or not the MemberScope"));
    return Responses.seeOther(attempt.to(), List.of(session, Cookies.dropped(Cookies.SIGN_IN)));
  }

  /// `POST /sign-out`: the session ends here and, where the issuer offers it, there.
  ///
  /// @throws ProblemException 403 if another site sent the form
  public APIGatewayV2HTTPResponse end(Request request) {
    Optional<Visitor> visitor = sessions.visitor(request);
    if (visitor.isEmpty()) {
      return Responses.seeOther("/", List.of());
    }
    sessions.checkForm(request, visitor.get(), LONGEST_FORM);
    List<String> cookies = List.of(Cookies.dropped(Cookies.SESSION));
    return endOfSession(request)
        .map(there -> SignedOutPage.leadingTo(there, frame(request), cookies))
        .orElseGet(() -> Responses.seeOther("/", cookies));
  }

  private PageFrame frame(Request request) {
    return new PageFrame(
        "Signed out", request.path(), Optional.empty(), Formats.of(request, timeZone));
  }

  private Optional<String> session(JWTClaimsSet claims, Instant now) {
    Set<String> scopes =
        Request.scopes(
            TokenCheck.text(claims, "scope").orElse("")
                + " "
                + TokenCheck.text(claims, "scp").orElse(""));
    return rights
        .memberId(name -> TokenCheck.text(claims, name))
        .filter(id -> !id.isBlank() && rights.isLetIn(scopes))
        .map(id -> sessions.begin(id, rights.isAdministrator(scopes), now));
  }

  private Optional<URI> endOfSession(Request request) {
    if (!isSetUp()) {
      return Optional.empty();
    }
    try {
      return provider.endOfSession(URI.create(request.origin() + "/"), request.receivedAt());
    } catch (Unavailable e) {
      LOG.warnf("signed out here alone: %s", FailureText.of(e));
      return Optional.empty();
    }
  }

  private void requireSetUp() {
    if (!isSetUp()) {
      throw Problem.notFound("Nobody can sign in here: this installation has no OidcClientId.")
          .asException();
    }
  }

  /// Registered at the issuer, which sends codes nowhere else.
  private static URI callback(Request request) {
    return URI.create(request.origin() + CALLBACK);
  }

  /// A path of this site, or the home page in its place.
  private static String local(String to) {
    if (to.length() > LONGEST_PATH
        || !LOCAL_PATH.matcher(to).matches()
        || to.startsWith("/sign-")) {
      return HOME;
    }
    try {
      // Ids of members may have it, and browsers send it as it is, although no URI may have it.
      return URI.create(to.replace("|", "%7C")).toASCIIString();
    } catch (IllegalArgumentException _) {
      return HOME;
    }
  }

  /// @param why for the operator, in the words of the template's parameters; it tells nobody else
  private static ProblemException refused(String why) {
    LOG.warnf("sign-in refused: %s", why);
    return Problem.forbidden("You are not signed in. Start again from the first page.")
        .asException();
  }
}
