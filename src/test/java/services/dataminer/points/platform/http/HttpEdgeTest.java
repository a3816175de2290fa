package services.dataminer.points.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.platform.outage.Unavailable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.SqsException;

class HttpEdgeTest {

  static Stream<Arguments> exceptions() {
    return Stream.of(
        Arguments.of(Problem.malformedBody("not JSON").asException(), 400),
        Arguments.of(Problem.unauthorized("who?", "Basic").asException(), 401),
        Arguments.of(Problem.forbidden("not yours").asException(), 403),
        Arguments.of(Problem.notFound("no partner acme").asException(), 404),
        Arguments.of(Problem.conflict("another's domain").asException(), 409),
        Arguments.of(Problem.bodyTooLarge(5).asException(), 413),
        Arguments.of(Problem.unsupportedMediaType(List.of("text/csv")).asException(), 415),
        Arguments.of(Problem.invalidField("name", "is missing").asException(), 422),
        Arguments.of(new IllegalArgumentException("a bug"), 500),
        Arguments.of(SqsException.builder().statusCode(403).message("denied").build(), 500),
        Arguments.of(new Unavailable("queue down"), 503),
        Arguments.of(SdkClientException.create("connection refused"), 503),
        Arguments.of(SqsException.builder().statusCode(500).message("down").build(), 503),
        Arguments.of(SqsException.builder().statusCode(429).message("slow down").build(), 503));
  }

  @ParameterizedTest(name = "{1} for {0}")
  @MethodSource("exceptions")
  void An_exception_becomes_a_problem(RuntimeException thrown, int status) {
    APIGatewayV2HTTPResponse answer = HttpEdge.answer(throwing(thrown));

    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getHeaders()).containsEntry("content-type", "application/problem+json");
    assertThat(answer.getHeaders().containsKey("retry-after")).isEqualTo(status == 503);
    assertThat(answer.getBody()).doesNotContain("a bug").doesNotContain("queue down");
  }

  @Test
  void A_problem_is_written_as_RFC_9457_says() throws IOException {
    APIGatewayV2HTTPResponse answer =
        HttpEdge.answer(
            throwing(Problem.invalidField("days[0].points", "is missing").asException()));

    assertThat(Json.MAPPER.convertValue(Json.MAPPER.readTree(answer.getBody()), Object.class))
        .isEqualTo(
            Map.of(
                "type", "tag:dataminer.services,2023:devops-points/problems/invalid-fields",
                "title", "Some fields are invalid",
                "status", 422,
                "detail",
                    "Nothing was stored. Correct the fields in errors and send the request again.",
                "errors", List.of(Map.of("field", "days[0].points", "message", "is missing"))));
  }

  @Test
  void Errors_that_end_a_process_pass() {
    assertThatThrownBy(
            () ->
                HttpEdge.answer(
                    () -> {
                      throw new OutOfMemoryError("for the test");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void A_canary_is_answered_without_the_call() {
    var event = new APIGatewayV2HTTPEvent();
    event.setRouteKey("CANARY");

    APIGatewayV2HTTPResponse answer =
        HttpEdge.answer(
            event,
            _ -> {
              throw new IllegalStateException("nothing may be read or written");
            });

    assertThat(answer.getStatusCode()).isEqualTo(204);
  }

  @Test
  void Another_call_is_answered_by_what_handles_it() {
    var event = new APIGatewayV2HTTPEvent();
    event.setRouteKey("GET /canary");

    APIGatewayV2HTTPResponse answer =
        HttpEdge.answer(event, request -> Responses.text("text/plain", request.routeKey()));

    assertThat(answer.getBody()).isEqualTo("GET /canary");
  }

  @Test
  void Answers_are_JSON_that_no_cache_keeps_and_no_browser_takes_for_a_page() {
    APIGatewayV2HTTPResponse answer =
        HttpEdge.answer(() -> Responses.accepted(Map.of("activityId", "use-case:uc-17")));

    assertThat(answer.getStatusCode()).isEqualTo(202);
    assertThat(answer.getBody()).isEqualTo("{\"activityId\":\"use-case:uc-17\"}");
    assertThat(answer.getHeaders())
        .containsEntry("content-type", "application/json")
        .containsEntry("cache-control", "no-store")
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("strict-transport-security", "max-age=31536000");
  }

  @ParameterizedTest
  @EnumSource
  void Every_problem_is_documented(ProblemType type) throws IOException {
    String name = type.uri().substring(type.uri().lastIndexOf('/') + 1);

    assertThat(Files.readString(Path.of("docs/problems.md")))
        .contains("| `" + name + "` | " + type.status() + " |");
  }

  private static Supplier<APIGatewayV2HTTPResponse> throwing(RuntimeException thrown) {
    return () -> {
      throw thrown;
    };
  }
}
