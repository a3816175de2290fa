package services.dataminer.points.functions.pages.session;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import services.dataminer.points.functions.AnyConfig;
import services.dataminer.points.functions.access.TokenRights;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.localcloud.IssuerStandIn;
import services.dataminer.points.platform.secrets.Secrets;

/// Signing in at the stand-in issuer, step by step, so that each step can go wrong.
final class SignInFixture implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final IssuerStandIn issuer = new IssuerStandIn();
  final Browser browser =
      new Browser().header("host", "localhost").header("x-forwarded-proto", "http");
  final Map<String, String> settings =
      new HashMap<>(
          Map.of(
              "sign-in.issuer", issuer.url(),
              "sign-in.client-id", IssuerStandIn.CLIENT_ID,
              "sign-in.audience", IssuerStandIn.AUDIENCE));
  final Map<String, String> secrets =
      new HashMap<>(
          Map.of(
              Secrets.SESSION_KEY,
              "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
              Secrets.OIDC_CLIENT,
              IssuerStandIn.CLIENT_SECRET));

  SignIn signIn() {
    PointsConfig config = AnyConfig.config(settings);
    var seal = new CookieSeal(secrets::get);
    return new SignIn(
        config,
        new OpenIdProvider(config, secrets::get),
        new TokenCheck(config),
        new TokenRights(config),
        sessions(),
        seal,
        ZoneOffset.UTC);
  }

  Sessions sessions() {
    return new Sessions(new CookieSeal(secrets::get));
  }

  /// Sets out from this site, and returns where the issuer sends the browser back to.
  ///
  /// @param as whom the person chooses to be
  Map<String, String> callback(SignIn signIn, String as) {
    var response = browser.keep(signIn.begin(browser.get("/sign-in", Map.of("to", "/me"))));
    return approve(response, as);
  }

  Map<String, String> approve(APIGatewayV2HTTPResponse response, String as) {
    String location = response.getHeaders().get("location") + "&as=" + as;
    try {
      return query(
          HTTP.send(HttpRequest.newBuilder(URI.create(location)).build(), BodyHandlers.discarding())
              .headers()
              .firstValue("location")
              .orElseThrow());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  APIGatewayV2HTTPResponse finish(SignIn signIn, Map<String, String> query) {
    return browser.keep(signIn.finish(browser.get("/sign-in/callback", query)));
  }

  static Map<String, String> query(String address) {
    var query = new HashMap<String, String>();
    for (String pair : URI.create(address).getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  @Override
  public void close() {
    issuer.close();
  }
}
