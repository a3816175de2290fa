package services.dataminer.points.functions.pages.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.log.LoggedLines;

@DisplayName("Signing in is refused, without a reason,")
class SignInAttacksTest {

  private static final String DETAIL = "You are not signed in. Start again from the first page.";

  /// An attempt that would succeed, up to where the issuer sends the browser back.
  private record Attack(SignInFixture fixture, SignIn signIn, Map<String, String> callback) {

    void code(UnaryOperator<String> change) {
      callback.compute("code", (_, code) -> change.apply(code));
    }

    Map<String, String> jar() {
      return fixture.browser.jar;
    }
  }

  @TestFactory
  Stream<DynamicTest> ofTheCallback() {
    return Stream.of(
        callback("for another state", it -> it.callback().put("state", "another")),
        callback("without a state", it -> it.callback().remove("state")),
        callback("without a code", it -> it.callback().remove("code")),
        callback("for an empty code", it -> it.code(_ -> "")),
        callback("for a code that the issuer never made", it -> it.code(_ -> "made-up")),
        callback("for a code that was used", it -> replay(it)),
        callback("for a code of another attempt", it -> it.code(_ -> codeOfAnother(it))),
        callback(
            "where the person said no at the issuer",
            it -> {
              it.callback().remove("code");
              it.callback().put("error", "access_denied");
            }),
        callback("from a browser that did not ask", it -> it.jar().clear()),
        callback(
            "from a browser whose cookie was changed",
            it -> it.jar().compute(Cookies.SIGN_IN, (_, value) -> "AAAA" + value.substring(4))),
        callback(
            "with a cookie of another attempt",
            it ->
                it.fixture().browser.keep(it.signIn().begin(it.fixture().browser.get("/sign-in")))),
        callback("after ten minutes", it -> it.fixture().browser.later(Duration.ofMinutes(10))));
  }

  @TestFactory
  Stream<DynamicTest> ofTheIdToken() {
    return Stream.of(
        identity("for another attempt", claims -> claims.claim("nonce", "another")),
        identity("without a nonce", claims -> claims.claim("nonce", null)),
        identity("for another client", claims -> claims.audience("another")),
        identity("of another issuer", claims -> claims.issuer("https://evil.example")),
        identity("that has expired", SignInAttacksTest::expired),
        identity("of another person", claims -> claims.subject("eve")));
  }

  @TestFactory
  Stream<DynamicTest> ofTheAccessToken() {
    return Stream.of(
        access("for another audience", claims -> claims.audience("another")),
        access(
            "for another audience, of the API's client",
            claims -> claims.audience("another").claim("client_id", "local-points")),
        access("for nobody", claims -> claims.audience((String) null)),
        access("of another issuer", claims -> claims.issuer("https://evil.example")),
        access("that has expired", SignInAttacksTest::expired),
        access("that never expires", claims -> claims.expirationTime(null)),
        access(
            "that is not good yet",
            claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600)))),
        access("that names nobody", claims -> claims.subject(null)));
  }

  @TestFactory
  Stream<DynamicTest> ofAForgedSignature() {
    return Stream.of(tampered("by another key", it -> it.issuer.tokens().signWithAnotherKey()));
  }

  private static JWTClaimsSet.Builder expired(JWTClaimsSet.Builder claims) {
    return claims.expirationTime(Date.from(Instant.now().minusSeconds(120)));
  }

  private static DynamicTest callback(String name, Consumer<Attack> change) {
    return attack(name, _ -> {}, change);
  }

  private static DynamicTest identity(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
    return tampered(name, it -> it.issuer.tokens().ofIdentity(change));
  }

  private static DynamicTest access(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
    return tampered(name, it -> it.issuer.tokens().ofAccess(change));
  }

  private static DynamicTest tampered(String name, Consumer<SignInFixture> before) {
    return attack(name, before, _ -> {});
  }

  private static DynamicTest attack(
      String name, Consumer<SignInFixture> before, Consumer<Attack> change) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          try (var fixture = new SignInFixture();
              var log = new LoggedLines(SignIn.class)) {
            before.accept(fixture);
            SignIn signIn = fixture.signIn();
            var query = new HashMap<>(fixture.callback(signIn, "local-member:ada"));
            change.accept(new Attack(fixture, signIn, query));

            assertThatThrownBy(() -> fixture.finish(signIn, query))
                .isInstanceOfSatisfying(
                    ProblemException.class,
                    refused -> assertThat(refused.problem().detail()).isEqualTo(DETAIL));
            assertThat(fixture.browser.jar).doesNotContainKey(Cookies.SESSION);
            assertThat(log.lines())
                .as("what the operator reads")
                .anyMatch(line -> line.startsWith("sign-in refused: "))
                .noneMatch(line -> line.contains("ada"));
          }
        });
  }

  /// The browser keeps its cookie, as one does that an attacker copied.
  private static void replay(Attack attack) {
    attack.signIn().finish(attack.fixture().browser.get("/sign-in/callback", attack.callback()));
  }

  private static String codeOfAnother(Attack attack) {
    Browser stranger =
        new Browser().header("host", "localhost").header("x-forwarded-proto", "http");
    var other = attack.signIn().begin(stranger.get("/sign-in"));
    return attack.fixture().approve(other, "local-member:eve").get("code");
  }
}
