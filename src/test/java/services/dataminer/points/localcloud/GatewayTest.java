package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;

@DisplayName("The gateway")
@WholeSuite
class GatewayTest {
  private static final HttpClient http = HttpClient.newHttpClient();
  private static final String ADMIN = "Bearer local-admin";

  private static LocalCloud cloud;

  @BeforeAll
  static void start(@TempDir Path folder) {
    cloud = LocalCloud.start(ProbeZip.options(folder));
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  @DisplayName("passes a request on in payload format 2.0")
  void requestsArePayloadFormat2() {
    HttpResponse<String> response =
        send(
            request("PUT", "/v1/things/a%20b%2Fc+d?x=1&y=%C3%A9&x=2", "{\"k\":\"é\"}")
                .header("Authorization", ADMIN)
                .header("Content-Type", "application/json")
                .header("X-Two", "one")
                .header("X-Two", "two")
                .header("Cookie", "s=1; t=2"));

    JsonNode event = json(response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("PUT /v1/things/{id}");
    assertThat(event.path("rawPath").asText()).isEqualTo("/v1/things/a b/c+d");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&y=%C3%A9&x=2");
    assertThat(event.path("queryStringParameters").path("x").asText()).isEqualTo("1,2");
    assertThat(event.path("queryStringParameters").path("y").asText()).isEqualTo("é");
    assertThat(event.path("pathParameters").path("id").asText()).isEqualTo("a b/c+d");
    assertThat(event.path("headers").path("x-two").asText()).isEqualTo("one,two");
    assertThat(event.path("headers").has("cookie")).isFalse();
    assertThat(event.path("cookies")).extracting(JsonNode::asText).containsExactly("s=1", "t=2");
    assertThat(event.path("body").asText()).isEqualTo("{\"k\":\"é\"}");
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
  }

  @Test
  @DisplayName("tells the function who called, when and how")
  void contextTellsWhoAndWhen() {
    long before = System.currentTimeMillis();

    JsonNode context =
        json(send(request("PUT", "/v1/things/a", "{}").header("Authorization", ADMIN)))
            .path("requestContext");

    assertThat(context.path("http").path("method").asText()).isEqualTo("PUT");
    assertThat(context.path("http").path("path").asText()).isEqualTo("/v1/things/a");
    assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.path("stage").asText()).isEqualTo("$default");
    assertThat(context.path("timeEpoch").asLong()).isBetween(before, System.currentTimeMillis());
    assertThat(context.path("time").asText()).matches("\\d\\d/\\w{3}/\\d{4}:.* \\+0000");
    JsonNode jwt = context.path("authorizer").path("jwt");
    assertThat(jwt.path("claims").path("sub").asText()).isEqualTo("local-admin");
    assertThat(jwt.path("claims").path("scope").asText()).isEqualTo("points:admin");
    assertThat(jwt.path("scopes")).extracting(JsonNode::asText).containsExactly("points:admin");
  }

  @Test
  @DisplayName(
      "names no scopes on a route that asks for none, even of an admin, as API Gateway does")
  void unscopedRoutesNameNoScopes() {
    JsonNode member = own("Bearer local-member:ada");
    JsonNode admin = own(ADMIN);

    assertThat(member.path("claims").path("sub").asText()).isEqualTo("ada");
    assertThat(member.path("claims").has("scope")).isFalse();
    assertThat(member.path("scopes").isNull()).isTrue();
    assertThat(admin.path("claims").path("scope").asText()).isEqualTo("points:admin");
    assertThat(admin.path("scopes").isNull()).isTrue();
  }

  private static JsonNode own(String token) {
    HttpResponse<String> response =
        send(request("GET", "/v1/things/a/parts/b", "").header("Authorization", token));
    return json(response).path("requestContext").path("authorizer").path("jwt");
  }

  @ParameterizedTest(name = "{0}: base64 {1}")
  @DisplayName("passes a body on as base64 unless its type is one of few")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                  | false
          application/json; charset=utf-8   | false
          text/csv                          | false
          application/xml                   | false
          application/cloudevents+json      | true
          application/x-www-form-urlencoded | true
          application/octet-stream          | true
          """)
  void bodiesAreBase64UnlessText(String contentType, boolean base64) {
    JsonNode event =
        json(send(request("POST", "/open", "{\"k\":1}").header("Content-Type", contentType)));

    assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(base64);
    String body = event.path("body").asText();
    assertThat(base64 ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body)
        .isEqualTo("{\"k\":1}");
  }

  @Test
  @DisplayName("passes a body without a type on as base64, and no body as none")
  void bodiesWithoutTypeAreBase64() {
    assertThat(json(send(request("POST", "/open", "x"))).path("isBase64Encoded").asBoolean())
        .isTrue();
    JsonNode empty = json(send(request("POST", "/open", "")));
    assertThat(empty.has("body")).isFalse();
    assertThat(empty.path("isBase64Encoded").asBoolean()).isFalse();
  }

  @ParameterizedTest(name = "{0} {1} with {2}: {3} {4}")
  @DisplayName("refuses by itself")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          PUT  | /v1/things/a         | -                       | 401 | Unauthorized
          PUT  | /v1/things/a         | Bearer nobody           | 401 | Unauthorized
          PUT  | /v1/things/a         | Bearer local-member:    | 401 | Unauthorized
          PUT  | /v1/things/a         | Bearer local-member:ada | 403 | Forbidden
          GET  | /v1/things/a/parts/b | -                       | 401 | Unauthorized
          GET  | /nowhere             | Bearer local-admin      | 404 | Not Found
          POST | /v1/things/a         | Bearer local-admin      | 404 | Not Found
          PUT  | /v1/things/          | Bearer local-admin      | 404 | Not Found
          """)
  void refusesByItself(String method, String path, String token, int status, String message) {
    HttpRequest.Builder request = request(method, path, "");
    if (token != null) {
      request.header("Authorization", token);
    }

    HttpResponse<String> response = send(request);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }

  @Test
  @DisplayName("refuses a body over 10 MB, and one that makes an event over 6 MB")
  void bigBodiesAreRefused() {
    assertThat(send(request("POST", "/open", "x".repeat(10 * 1024 * 1024 + 1))).statusCode())
        .isEqualTo(413);
    assertThat(send(request("POST", "/open", "x".repeat(6 * 1024 * 1024))).statusCode())
        .isEqualTo(413);
  }

  @Test
  @DisplayName("answers 500 when a function throws or runs out of its time")
  void failuresAre500() {
    for (String call : List.of("/open probe:throw", "/slow probe:sleep=20000")) {
      HttpResponse<String> response =
          send(
              request("POST", call.split(" ")[0], call.split(" ")[1])
                  .header("Content-Type", "text/plain"));
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }
  }

  @Test
  @DisplayName("answers what the function answers, with its headers and cookies")
  void answersAreTheFunctions() {
    HttpResponse<String> response = send(request("POST", "/open", ""));

    assertThat(response.headers().firstValue("x-probe")).contains("1");
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
  }

  @Test
  @DisplayName("answers a result without a status as the body of a 200")
  void plainResultsAreBodies() {
    HttpResponse<String> response =
        send(request("POST", "/open", "probe:sleep=1").header("Content-Type", "text/plain"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"slept\":1}");
  }

  @Test
  @DisplayName("runs schedules, tells when all is quiet and shows dead letters on local paths")
  void localPathsControlTheCloud() {
    HttpResponse<String> night =
        send(request("POST", "/_local/schedules/night", "{\"scheduledTime\":\"no instant\"}"));

    byte[] input = Base64.getDecoder().decode(json(night).path("body").asText());
    assertThat(Json.read(input)).contains(Json.object().put("scheduledTime", "no instant"));
    assertThat(send(request("POST", "/_local/schedules/http", "")).statusCode()).isEqualTo(404);
    assertThat(send(request("GET", "/_local/idle", "")).statusCode()).isEqualTo(200);
    assertThat(send(request("GET", "/_local/dead-letters", "")).body()).isEqualTo("[]");
    HttpResponse<String> failed =
        send(request("POST", "/_local/schedules/night", "{\"scheduledTime\":\"probe:throw\"}"));
    assertThat(failed.statusCode()).isEqualTo(502);
    assertThat(json(failed).path("errorMessage").asText()).isEqualTo("asked to throw");
  }

  @Test
  @DisplayName("sets the mode of DOJO on a local path, and refuses one that there is not")
  void dojoModesAreSet() {
    assertThat(send(request("PUT", "/_local/dojo", "{\"mode\":\"down\"}")).statusCode())
        .isEqualTo(200);
    assertThat(send(request("PUT", "/_local/dojo", "{\"mode\":\"sideways\"}")).statusCode())
        .isEqualTo(422);
    assertThat(send(request("PUT", "/_local/calcom", "{\"mode\":\"limit\"}")).statusCode())
        .isEqualTo(200);
    assertThat(send(request("PUT", "/_local/calcom", "{\"mode\":\"lose\"}")).statusCode())
        .isEqualTo(422);
    assertThat(send(request("PUT", "/_local/calcom/bookings", "[]")).statusCode()).isEqualTo(204);
    assertThat(send(request("PUT", "/_local/calcom/bookings", "{}")).statusCode()).isEqualTo(422);
    assertThat(send(request("GET", "/_local/dojo/transfers", "")).body())
        .isEqualTo("{\"transfers\":[]}");
  }

  private static HttpRequest.Builder request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(cloud.url() + path))
        .method(method, HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.read(response.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
