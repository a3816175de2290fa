package services.dataminer.points.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

  @Test
  void An_event_without_anything_is_an_empty_request() {
    Request request = Request.of(new APIGatewayV2HTTPEvent());

    assertThat(request.routeKey()).isEmpty();
    assertThat(request.header("content-type")).isEmpty();
    assertThat(request.query("at")).isEmpty();
    assertThat(request.queryNames()).isEmpty();
    assertThat(request.claim("sub")).isEmpty();
    assertThat(request.scopes()).isEmpty();
    assertThat(request.body(10)).isEmpty();
    assertThat(request.receivedAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void Route_path_query_and_time_are_read() {
    Request request =
        Request.of(
            APIGatewayV2HTTPEvent.builder()
                .withRouteKey("GET /v1/members/{id}/balance")
                .withPathParameters(Map.of("id", "ada"))
                .withQueryStringParameters(Map.of("at", "2026-09-15T00:00:00Z"))
                .withRequestContext(
                    RequestContext.builder().withTimeEpoch(1_789_430_400_123L).build())
                .build());

    assertThat(request.routeKey()).isEqualTo("GET /v1/members/{id}/balance");
    assertThat(request.pathParameter("id")).isEqualTo("ada");
    assertThat(request.query("at")).hasValue("2026-09-15T00:00:00Z");
    assertThat(request.receivedAt()).isEqualTo(Instant.ofEpochMilli(1_789_430_400_123L));
    assertThatThrownBy(() -> request.pathParameter("other")).hasMessageContaining("{other}");
  }

  @Test
  void A_cookie_is_found_where_API_Gateway_lists_it_and_in_the_header() {
    Request listed =
        Request.of(
            APIGatewayV2HTTPEvent.builder()
                .withCookies(List.of("other=1", "name=a=b", "name=second"))
                .build());
    Request sent = request(Map.of("Cookie", "other=1; name=a=b;name=second"), "", false);

    for (Request request : List.of(listed, sent)) {
      assertThat(request.cookie("name")).hasValue("a=b");
      assertThat(request.cookie("ame")).isEmpty();
      assertThat(request.cookie("Name")).isEmpty();
    }
  }

  @Test
  void The_origin_is_the_host_by_TLS_unless_the_gateway_says_otherwise() {
    assertThat(request(Map.of("Host", "points.example"), "", false).origin())
        .isEqualTo("https://points.example");
    assertThat(
            request(Map.of("Host", "localhost:8080", "X-Forwarded-Proto", "http"), "", false)
                .origin())
        .isEqualTo("http://localhost:8080");
    assertThat(
            request(Map.of("Host", "points.example", "X-Forwarded-Proto", "javascript"), "", false)
                .origin())
        .isEqualTo("https://points.example");
  }

  @Test
  void Header_names_are_found_in_any_case() {
    Request request = request(Map.of("X-Cal-Signature-256", "abc"), "", false);

    assertThat(request.header("x-cal-signature-256")).hasValue("abc");
    assertThat(request.header("X-CAL-SIGNATURE-256")).hasValue("abc");
  }

  @Test
  void Scopes_come_from_the_route_and_from_the_claims() {
    Authorizer.JWT jwt = new Authorizer.JWT();
    jwt.setScopes(List.of("points:admin"));
    jwt.setClaims(Map.of("sub", "ada", "scope", "openid points:read", "scp", "[a b]"));
    Authorizer authorizer = new Authorizer();
    authorizer.setJwt(jwt);
    Request request =
        Request.of(
            APIGatewayV2HTTPEvent.builder()
                .withRequestContext(RequestContext.builder().withAuthorizer(authorizer).build())
                .build());

    assertThat(request.claim("sub")).hasValue("ada");
    assertThat(request.scopes())
        .containsExactlyInAnyOrder("points:admin", "openid", "points:read", "a", "b");
  }

  @ParameterizedTest(name = "base64: {0}")
  @ValueSource(booleans = {true, false})
  void A_body_is_taken_up_to_its_limit(boolean base64) {
    assertThat(request(Map.of(), sent("é23", base64), base64).body(4))
        .isEqualTo("é23".getBytes(StandardCharsets.UTF_8));
    assertProblem(
        () -> request(Map.of(), sent("é234", base64), base64).body(4), ProblemType.BODY_TOO_LARGE);
    assertProblem(
        () -> request(Map.of(), sent("x".repeat(1_000), base64), base64).body(4),
        ProblemType.BODY_TOO_LARGE);
  }

  @Test
  void A_body_marked_as_base64_that_is_not_is_malformed() {
    assertProblem(() -> request(Map.of(), "{\"a\":1}", true).body(100), ProblemType.MALFORMED_BODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8"})
  void A_JSON_body_is_read(String contentType) {
    assertThat(request(Map.of("content-type", contentType), "{\"a\":1}", false).json(100))
        .hasToString("{\"a\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text/plain", "application/jsonp", "application/xml"})
  void A_body_of_another_media_type_is_refused(String contentType) {
    assertProblem(
        () -> request(Map.of("content-type", contentType), "{}", false).json(100),
        ProblemType.UNSUPPORTED_MEDIA_TYPE);
  }

  private static String sent(String body, boolean base64) {
    return base64
        ? Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8))
        : body;
  }

  private static Request request(Map<String, String> headers, String body, boolean base64) {
    return Request.of(
        APIGatewayV2HTTPEvent.builder()
            .withHeaders(headers)
            .withBody(body)
            .withIsBase64Encoded(base64)
            .build());
  }

  private static void assertProblem(Runnable call, ProblemType type) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().type()).isEqualTo(type));
  }
}
