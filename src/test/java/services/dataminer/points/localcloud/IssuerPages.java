package services.dataminer.points.localcloud;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What browsers see of the stand-in issuer: a page where everyone chooses who they are.
///
/// `GET /_local/sign-in?as=local-member:ada&to=/me` chooses beforehand, for scripts.
final class IssuerPages {
  static final String AUTHORIZE = "/_local/issuer/authorize";
  static final String END_SESSION = "/_local/issuer/end-session";
  private static final String SIGN_IN = "/_local/sign-in";
  private static final String CHOICE = "local-choice";
  private static final String NOBODY = "nobody";

  private final IssuerStandIn issuer;
  private final LocalTokens tokens;
  private final Supplier<Map<String, String>> members;

  /// @param tokens who may be chosen, by the same words as in bearer tokens
  /// @param members their names by their ids, as they are when the page is shown
  IssuerPages(IssuerStandIn issuer, LocalTokens tokens, Supplier<Map<String, String>> members) {
    this.issuer = issuer;
    this.tokens = tokens;
    this.members = members;
  }

  static boolean answers(String path) {
    return path.startsWith("/_local/issuer/") || path.equals(SIGN_IN);
  }

  void handle(HttpExchange exchange) throws IOException {
    Map<String, String> query = Query.parameters(exchange.getRequestURI().getRawQuery());
    switch (exchange.getRequestURI().getPath()) {
      case AUTHORIZE -> authorize(exchange, query);
      case END_SESSION -> redirect(exchange, query.getOrDefault("post_logout_redirect_uri", "/"));
      case SIGN_IN -> choose(exchange, query);
      default -> text(exchange, 404, "The local issuer has no such page.");
    }
  }

  private void choose(HttpExchange exchange, Map<String, String> query) throws IOException {
    String wanted = query.getOrDefault("as", "");
    if (tokens.caller(wanted).isEmpty()) {
      text(exchange, 422, "as is local-admin or local-member: and a member's id");
      return;
    }
    setChoice(exchange, encoded(wanted), 60);
    redirect(exchange, "/sign-in?to=" + encoded(query.getOrDefault("to", "/me")));
  }

  private void authorize(HttpExchange exchange, Map<String, String> query) throws IOException {
    String redirectUri = query.getOrDefault("redirect_uri", "");
    if (!isSound(query)) {
      text(
          exchange, 400, "This is no request for a code with PKCE from " + IssuerStandIn.CLIENT_ID);
      return;
    }
    String as = Optional.ofNullable(query.get("as")).or(() -> choice(exchange)).orElse("");
    Optional<LocalTokens.Caller> person = tokens.caller(as);
    String state = "state=" + encoded(query.getOrDefault("state", ""));
    if (as.equals(NOBODY)) {
      redirect(exchange, redirectUri + "?error=access_denied&" + state);
    } else if (person.isPresent()) {
      String code =
          issuer.grant(
              new IssuerStandIn.Grant(
                  person.get(), redirectUri, query.get("nonce"), query.get("code_challenge")));
      setChoice(exchange, "", 0);
      redirect(exchange, redirectUri + "?code=" + code + "&" + state);
    } else {
      html(exchange, page(exchange.getRequestURI().getRawQuery()));
    }
  }

  private static boolean isSound(Map<String, String> query) {
    URI back = URI.create(query.getOrDefault("redirect_uri", ""));
    return IssuerStandIn.CLIENT_ID.equals(query.get("client_id"))
        && "code".equals(query.get("response_type"))
        && "S256".equals(query.get("code_challenge_method"))
        && query.containsKey("code_challenge")
        && query.containsKey("nonce")
        && List.of(query.getOrDefault("scope", "").split(" ")).contains("openid")
        && List.of("localhost", "127.0.0.1").contains(String.valueOf(back.getHost()))
        && "/sign-in/callback".equals(back.getPath());
  }

  private String page(String rawQuery) {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("local-admin", "an administrator");
    members.get().forEach((id, name) -> choices.put("local-member:" + id, name));
    choices.put(NOBODY, "nobody: go back without signing in");
    StringBuilder items = new StringBuilder();
    choices.forEach(
        (as, name) ->
            items
                .append("<li><a href=\"")
                .append(escaped(AUTHORIZE + "?" + rawQuery + "&as=" + encoded(as)))
                .append("\">")
                .append(escaped(name))
                .append("</a>\n"));
    return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Sign in - local issuer</title>
        <main>
        <h1>Who are you?</h1>
        <p>This page stands in for your identity provider. Go on as
        <ul>
        %s</ul>
        </main>
        </html>
        """
        .formatted(items);
  }

  private static Optional<String> choice(HttpExchange exchange) {
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(line -> List.of(line.split("; *")).stream())
        .filter(cookie -> cookie.startsWith(CHOICE + "="))
        .map(cookie -> Query.decodePath(cookie.substring(CHOICE.length() + 1)))
        .findFirst();
  }

  private static void setChoice(HttpExchange exchange, String value, int seconds) {
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", CHOICE + "=" + value + "; Path=/_local; HttpOnly; Max-Age=" + seconds);
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    LoopbackServer.answer(exchange, 303, new byte[0]);
  }

  private static void text(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    LoopbackServer.answer(exchange, status, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void html(HttpExchange exchange, String html) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    LoopbackServer.answer(exchange, 200, html.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
