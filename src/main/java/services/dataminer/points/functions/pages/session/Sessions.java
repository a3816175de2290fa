package services.dataminer.points.functions.pages.session;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Identifier;
import com.nimbusds.oauth2.sdk.id.State;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.FormBody;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.http.SafeHeaders;

/// Who is signed in. A session is a sealed cookie and nothing else: no table has it.
@Singleton
public class Sessions {

  /// The field of every form that proves it was one of ours.
  public static final String FORM_TOKEN = "form-token";

  private static final String FORM = "application/x-www-form-urlencoded";

  private final CookieSeal seal;

  @Inject
  public Sessions(CookieSeal seal) {
    this.seal = seal;
  }

  /// Who makes this call. A cookie that is forged, cut short, expired or sealed under another key
  /// is nobody's.
  public Optional<Visitor> visitor(Request request) {
    return session(request).map(Session::visitor);
  }

  /// 303 to the sign-in, which leads back.
  ///
  /// @param path of this site, with its query
  public static APIGatewayV2HTTPResponse signInFirst(String path) {
    return Responses.seeOther(
        "/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8), List.of());
  }

  /// The response, with a longer life of the session where half of it is gone. A response that has
  /// cookies of its own stays as it is, and so does one that a cache may keep, and then give to
  /// others with the session in it.
  public APIGatewayV2HTTPResponse prolonged(Request request, APIGatewayV2HTTPResponse response) {
    Instant now = request.receivedAt();
    Optional<String> cookie =
        session(request)
            .filter(session -> session.isWorthProlonging(now))
            .map(session -> cookie(session.prolonged(now), now));
    boolean hasCookies = response.getCookies() != null && !response.getCookies().isEmpty();
    if (cookie.isPresent() && !hasCookies && SafeHeaders.isUncached(response)) {
      response.setCookies(new ArrayList<>(List.of(cookie.get())));
    }
    return response;
  }

  /// The fields of a form of this session.
  ///
  /// @throws ProblemException 403 unless the form was served to this session and sent from this
  ///   site, 415 if it is no form, 413 if it is larger than `limitBytes`
  public Map<String, String> checkForm(Request request, Visitor visitor, int limitBytes) {
    if (!isFromHere(request)) {
      throw forged();
    }
    byte[] body = request.body(limitBytes);
    request.requireMediaType(FORM);
    var fields = new LinkedHashMap<String, String>();
    FormBody.fields(body)
        .forEach((name, value) -> fields.put(name, new String(value, StandardCharsets.UTF_8)));
    byte[] sent = bytes(Objects.requireNonNullElse(fields.remove(FORM_TOKEN), ""));
    if (!MessageDigest.isEqual(sent, bytes(visitor.formToken()))) {
      throw forged();
    }
    return fields;
  }

  /// The cookie of a session that begins now.
  String begin(String memberId, boolean isAdministrator, Instant now) {
    String formToken = new State(Identifier.DEFAULT_BYTE_LENGTH).getValue();
    return cookie(Session.begun(memberId, isAdministrator, formToken, now), now);
  }

  private Optional<Session> session(Request request) {
    return request
        .cookie(Cookies.SESSION)
        .flatMap(value -> seal.open(Cookies.SESSION, value, Session.class))
        .filter(session -> session.isCurrent(request.receivedAt()));
  }

  private String cookie(Session session, Instant now) {
    return Cookies.kept(
        Cookies.SESSION,
        seal.seal(Cookies.SESSION, session),
        Duration.between(now, session.expiresAt()));
  }

  /// Browsers say `null` for a page that sends no referrer; then they must say otherwise that it is
  /// of this site. One that says neither is old, and has the token alone.
  private static boolean isFromHere(Request request) {
    Optional<String> site = request.header("sec-fetch-site");
    if (site.isPresent() && !site.get().equals("same-origin")) {
      return false;
    }
    return request
        .header("origin")
        .map(origin -> origin.equals(request.origin()) || origin.equals("null") && site.isPresent())
        .orElse(true);
  }

  private static ProblemException forged() {
    return Problem.forbidden(
            "This form has expired or comes from elsewhere. Reload its page and send it again.")
        .asException();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
