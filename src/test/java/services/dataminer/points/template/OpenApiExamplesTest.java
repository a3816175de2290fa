package services.dataminer.points.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.template.OpenApi.Operation;

/// Every request and answer of `openapi.yaml` has an example, and each example is valid: what an
/// integrator copies works.
class OpenApiExamplesTest {

  private static final OpenApi API = OpenApi.read();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForSpecificationUrl(OpenApi.FILE.toString()).build();

  /// A body that `openapi.yaml` shows.
  record Example(Operation operation, String status, String media, Section value) {
    @Override
    public String toString() {
      return operation.route() + " " + status + " " + media;
    }
  }

  static Stream<Example> requests() {
    return API.operations().stream().flatMap(it -> examples(it, "", it.body().get("requestBody")));
  }

  static Stream<Example> answers() {
    return API.operations().stream()
        .flatMap(
            operation ->
                operation.body().get("responses").entries().entrySet().stream()
                    .flatMap(it -> examples(operation, it.getKey(), API.resolve(it.getValue()))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void showsRequestsThatAreValid(Example example) {
    ValidationReport report = VALIDATOR.validateRequest(request(example, json(example.value())));

    assertThat(report.getMessages()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void showsAnswersThatAreValid(Example example) {
    SimpleResponse.Builder answer =
        SimpleResponse.Builder.status(Integer.parseInt(example.status()))
            .withContentType(example.media())
            .withBody(json(example.value()));
    API.resolve(example.operation().body().get("responses").get(example.status()))
        .get("headers")
        .entries()
        .forEach((name, header) -> answer.withHeader(name, header.get("example").text()));

    ValidationReport report =
        VALIDATOR.validateResponse(
            path(example.operation()),
            Request.Method.valueOf(example.operation().method()),
            answer.build());

    assertThat(report.getMessages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUT  | /v1/partners/{id}              | {"name":"Acme","kind":"BUSINESS","colour":"red"}
          PUT  | /v1/partners/{id}              | {"name":"Acme","kind":"CUSTOMER"}
          PUT  | /v1/partners/{id}              | {"kind":"BUSINESS"}
          PUT  | /v1/partners/{id}              | {"name":null,"kind":"BUSINESS"}
          PUT  | /v1/members/{id}               | {"name":"Ada","signedUpOn":"12 April 2023"}
          PUT  | /v1/members/{id}               | {"name":"Ada","signedUpOn":"2023-04-12","autoTransfer":"yes"}
          PUT  | /v1/members/{id}               | {"name":"Ada","signedUpOn":"2023-04-12","accounts":[{"name":"42"}]}
          PUT  | /v1/shows/{id}                 | {"name":"IBC","startsOn":"2026-09-11","endsOn":"2026-09-14","timeZone":"Europe/Amsterdam","calendarEventTypes":[1.5]}
          PUT  | /v1/courses                    | {"title":"Agile","kind":"COURSE","points":{"enrolled":"10"}}
          PUT  | /v1/courses                    | {"title":"Agile","kind":"EXAM","points":{"passed":25}}
          PUT  | /v1/courses                    | {"title":"Agile","kind":"COURSE"}
          PATCH | /v1/members/{id}              | {"autoTransfer":false,"partnerId":"acme"}
          POST | /v1/members/{id}/transfers     | {"id":"t-1","points":0}
          POST | /v1/members/{id}/transfers     | {"id":"t.1","points":1}
          POST | /v1/activities/{id}/retraction | {}
          POST | /v1/activities/{id}/judgement  | {"reason":"please"}
          """)
  void doesNotTakeWhatTheApiRefuses(String method, String path, String body) {
    Operation operation =
        API.operations().stream()
            .filter(it -> it.route().equals(method + " " + path))
            .findFirst()
            .orElseThrow();
    Example example = new Example(operation, "", "application/json", Section.NOTHING);

    assertThat(VALIDATOR.validateRequest(request(example, body)).hasErrors()).isTrue();
  }

  private static Stream<Example> examples(Operation operation, String status, Section body) {
    return body.get("content").entries().entrySet().stream()
        .flatMap(
            media ->
                shown(media.getValue())
                    .map(value -> new Example(operation, status, media.getKey(), value)));
  }

  private static Stream<Section> shown(Section media) {
    List<Section> several =
        media.get("examples").entries().values().stream().map(it -> it.get("value")).toList();
    return several.isEmpty() ? Stream.of(media.get("example")) : several.stream();
  }

  private static Request request(Example example, String body) {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(example.operation().method(), path(example.operation()))
            .withContentType(example.media())
            .withBody(body);
    Operation operation = example.operation();
    Stream.concat(
            operation.shared().items().stream(),
            operation.body().get("parameters").items().stream())
        .map(API::resolve)
        .forEach(parameter -> give(request, parameter));
    reconcile(request, operation);
    return request.build();
  }

  private static void give(SimpleRequest.Builder request, Section parameter) {
    String name = parameter.get("name").text();
    String value = parameter.get("example").text();
    switch (parameter.get("in").text()) {
      case "header" -> request.withHeader(name, value);
      case "query" -> {
        if (parameter.get("required").isTrue()) {
          request.withQueryParam(name, value);
        }
      }
      default -> {
        // Part of the path.
      }
    }
  }

  private static void reconcile(SimpleRequest.Builder request, Operation operation) {
    if (operation.caller() != OpenApi.Caller.ANYBODY) {
      request.withAuthorization("Bearer token");
    } else if (operation.path().startsWith("/xapi/")) {
      request.withAuthorization("Basic bG9jYWwtbG1zOmxvY2FsLWxtcy1zZWNyZXQ=");
    } else {
      request.withHeader("X-Cal-Signature-256", "00");
    }
  }

  private static String path(Operation operation) {
    String id =
        operation.shared().items().stream()
            .map(API::resolve)
            .filter(parameter -> parameter.get("in").text().equals("path"))
            .map(parameter -> parameter.get("example").text())
            .findFirst()
            .orElse("");
    return operation.path().replace("{id}", id);
  }

  private static String json(Section value) {
    assertThat(value.exists()).as("an example").isTrue();
    try {
      return value.value() instanceof String text ? text : JSON.writeValueAsString(value.value());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an example is no JSON: " + value, e);
    }
  }
}
