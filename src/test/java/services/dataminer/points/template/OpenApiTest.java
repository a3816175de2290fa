package services.dataminer.points.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.functions.admin.AdminCalls;
import services.dataminer.points.platform.http.ProblemType;
import services.dataminer.points.template.OpenApi.Operation;

/// Holds `openapi.yaml` against what an integrator needs and what the validator cannot check.
class OpenApiTest {

  private static final OpenApi API = OpenApi.read();

  static List<Operation> operations() {
    return API.operations();
  }

  @Test
  void isInTheVersionThatTheValidatorChecksWhole() {
    assertThat(API.root().get("openapi").text()).isEqualTo("3.0.3");
  }

  @Test
  void saysWhatItIsAndUnderWhichLicence() {
    Section info = API.root().get("info");

    assertThat(info.get("title").text()).isEqualTo("DevOps Points");
    assertThat(info.get("license", "name").text()).isEqualTo("Apache-2.0");
    assertThat(info.get("description").text()).contains("RFC 9457", "cursor");
  }

  @Test
  void namesEveryOperationOnce() {
    Set<String> ids = new HashSet<>();

    assertThat(operations())
        .allSatisfy(
            operation ->
                assertThat(operation.body().get("operationId").text())
                    .matches("[a-z][a-zA-Z]+")
                    .matches(ids::add, "is used once"));
  }

  @Test
  void definesNothingThatIsNotUsed() {
    Set<String> used = references(API.root()).collect(Collectors.toSet());
    Stream<String> defined =
        Stream.of("parameters", "responses", "schemas")
            .flatMap(
                kind ->
                    API.root().get("components", kind).entries().keySet().stream()
                        .map(name -> "#/components/" + kind + "/" + name));

    assertThat(defined).isNotEmpty().allMatch(used::contains);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void describesEveryOperation(Operation operation) {
    assertThat(operation.body().get("summary").text()).isNotBlank();
    assertThat(operation.body().get("security").exists()).isTrue();
    assertThat(operation.body().get("tags").items())
        .extracting(Section::text)
        .hasSize(1)
        .isSubsetOf(
            API.root().get("tags").items().stream().map(tag -> tag.get("name").text()).toList());
    assertThat(operation.body().get("responses").entries().values())
        .allSatisfy(
            response -> assertThat(API.resolve(response).get("description").text()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesUnknownFieldsOfAdminsAndMembers(Operation operation) {
    Section content = operation.body().get("requestBody", "content");

    for (Section media : content.entries().values()) {
      Section closed = API.resolve(media.get("schema")).get("additionalProperties");
      assertThat(Boolean.FALSE.equals(closed.value()))
          .isEqualTo(operation.caller() != OpenApi.Caller.ANYBODY);
    }
  }

  @Test
  void previewsWhatCanBePreviewed() {
    assertThat(operations())
        .filteredOn(
            operation ->
                operation.body().get("parameters").items().stream()
                    .anyMatch(it -> it.get("$ref").text().endsWith("/Preview")))
        .extracting(Operation::route)
        .containsExactlyInAnyOrderElementsOf(AdminCalls.PREVIEWED);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void saysHowAPreviewIsRefused(Operation operation) {
    if (operation.caller() != OpenApi.Caller.ANYBODY && !operation.method().equals("GET")) {
      assertThat(operation.body().get("responses", "422").exists()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void answersEveryErrorAsAProblemOrInTheGatewaysForm(Operation operation) {
    operation
        .body()
        .get("responses")
        .entries()
        .forEach(
            (status, response) -> {
              if (Integer.parseInt(status) >= 400) {
                assertThat(API.resolve(response).get("content").entries())
                    .isNotEmpty()
                    .allSatisfy(OpenApiTest::assertProblemOrGateway);
              }
            });
  }

  private static void assertProblemOrGateway(String media, Section content) {
    assertThat(media + " " + content.get("schema", "$ref").text())
        .isIn(
            "application/problem+json #/components/schemas/Problem",
            "application/json #/components/schemas/GatewayRefusal");
  }

  @Test
  void showsProblemsAsTheyAreAnswered() {
    List<String> answered =
        Arrays.stream(ProblemType.values())
            .map(type -> type.uri() + " " + type.title() + " " + type.status())
            .toList();

    assertThat(sections(API.root()).filter(it -> it.get("type").text().startsWith("tag:")))
        .isNotEmpty()
        .extracting(
            it ->
                it.get("type").text()
                    + " "
                    + it.get("title").text()
                    + " "
                    + it.get("status").text())
        .isSubsetOf(answered);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void tellsWhoIsLetThrough(Operation operation) {
    Section responses = operation.body().get("responses");

    switch (operation.caller()) {
      case ANYBODY -> assertThat(responses.get("403").exists()).isFalse();
      case MEMBER -> assertRefusals(responses, "NotYours");
      case ADMIN -> assertRefusals(responses, "NotAnAdmin");
    }
  }

  private static void assertRefusals(Section responses, String forbidden) {
    assertThat(responses.get("401", "$ref").text()).isEqualTo("#/components/responses/NoToken");
    assertThat(responses.get("403", "$ref").text())
        .isEqualTo("#/components/responses/" + forbidden);
  }

  private static Stream<String> references(Section section) {
    return sections(section)
        .map(it -> it.get("$ref").text())
        .filter(reference -> !reference.isEmpty());
  }

  /// A section and all below it.
  private static Stream<Section> sections(Section section) {
    return Stream.concat(
        Stream.of(section),
        Stream.concat(section.entries().values().stream(), listed(section))
            .flatMap(OpenApiTest::sections));
  }

  private static Stream<Section> listed(Section section) {
    return section.value() instanceof List<?> ? section.items().stream() : Stream.empty();
  }
}
