package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// An OpenID Connect issuer where everyone may be anyone. Functions reach it on a port of its own,
/// as they reach any issuer; browsers reach its pages ([IssuerPages]) through the gateway, whose
/// port is the only one they know.
public final class IssuerStandIn implements AutoCloseable {
  public static final String CLIENT_ID = "local-pages";
  public static final String CLIENT_SECRET = "local-oidc-client-secret";
  public static final String AUDIENCE = "local-points";

  private final LoopbackServer server;
  private final IssuedTokens tokens;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private volatile IssuerPages pages;
  private volatile Supplier<String> browsersAddress;

  /// What a code is good for, once.
  record Grant(LocalTokens.Caller person, String redirectUri, String nonce, String challenge) {}

  /// Its pages answer on its own port until [#open].
  public IssuerStandIn() {
    server = LoopbackServer.start(0, this::handle);
    tokens = new IssuedTokens(url());
    browsersAddress = this::url;
    pages = new IssuerPages(this, new LocalTokens("sub", "points:admin"), Map::of);
  }

  /// What its tokens have as `iss`, the functions' `POINTS_SIGN_IN_ISSUER`.
  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /// What it puts into tokens.
  public IssuedTokens tokens() {
    return tokens;
  }

  /// Sends browsers there from now on.
  ///
  /// @param gateway whose paths below `/_local/` come to these pages
  void open(Supplier<String> gateway, IssuerPages shown) {
    browsersAddress = gateway;
    pages = shown;
  }

  String grant(Grant grant) {
    String code = UUID.randomUUID().toString();
    grants.put(code, grant);
    return code;
  }

  /// A call of a browser below `/_local/`.
  void browse(HttpExchange exchange) throws IOException {
    pages.handle(exchange);
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/.well-known/openid-configuration" ->
          LoopbackServer.answerJson(exchange, 200, Json.bytes(description()));
      case "/keys" ->
          LoopbackServer.answerJson(exchange, 200, tokens.keys().getBytes(StandardCharsets.UTF_8));
      case "/token" -> token(exchange);
      default -> browse(exchange);
    }
  }

  private ObjectNode description() {
    ObjectNode description =
        Json.object()
            .put("issuer", url())
            .put("authorization_endpoint", browsersAddress.get() + IssuerPages.AUTHORIZE)
            .put("token_endpoint", url() + "/token")
            .put("jwks_uri", url() + "/keys")
            .put("end_session_endpoint", browsersAddress.get() + IssuerPages.END_SESSION);
    description.putArray("response_types_supported").add("code");
    description.putArray("subject_types_supported").add("public");
    description.putArray("id_token_signing_alg_values_supported").add("RS256");
    description.putArray("code_challenge_methods_supported").add("S256");
    return description;
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form = Query.parameters(body);
    if (!isClient(exchange.getRequestHeaders().getFirst("Authorization"), form)) {
      refuse(exchange, 401, "invalid_client");
      return;
    }
    Optional<Grant> grant =
        Optional.ofNullable(grants.remove(form.getOrDefault("code", "")))
            .filter(known -> known.redirectUri().equals(form.get("redirect_uri")))
            .filter(known -> known.challenge().equals(challenge(form)));
    if (grant.isEmpty()) {
      refuse(exchange, 400, "invalid_grant");
      return;
    }
    LoopbackServer.answerJson(
        exchange,
        200,
        Json.bytes(
            Json.object()
                .put("token_type", "Bearer")
                .put("expires_in", 3600)
                .put("access_token", tokens.access(grant.get().person(), AUDIENCE))
                .put(
                    "id_token",
                    tokens.identity(grant.get().person(), CLIENT_ID, grant.get().nonce()))));
  }

  private static boolean isClient(String authorization, Map<String, String> form) {
    if (authorization == null) {
      return CLIENT_ID.equals(form.get("client_id"));
    }
    String expected = CLIENT_ID + ":" + CLIENT_SECRET;
    return authorization.equals(
        "Basic " + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8)));
  }

  private static String challenge(Map<String, String> form) {
    String verifier = form.getOrDefault("code_verifier", "");
    return verifier.length() < CodeVerifier.MIN_LENGTH
        ? ""
        : CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier)).getValue();
  }

  private static void refuse(HttpExchange exchange, int status, String error) throws IOException {
    LoopbackServer.answerJson(exchange, status, Json.bytes(Json.object().put("error", error)));
  }
}
