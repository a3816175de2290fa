package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

@DisplayName("A template")
class TemplateTest {
  private static final Path PROBE = Path.of("src/test/resources/localcloud/probe-template.yaml");

  private final Template template = Template.read(PROBE, Map.of(), "http://127.0.0.1:9324");

  @Test
  @DisplayName("gives a function its own properties on top of the globals")
  void functionsHaveGlobalsMerged() {
    FunctionDefinition http = function(template, "http");

    assertThat(http.handler()).endsWith("ProbeFunction::handleRequest");
    assertThat(http.timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(http.memoryMegabytes()).isEqualTo(128);
    assertThat(http.policy().statements())
        .containsExactly(
            new PolicyStatement(
                true,
                List.of("dynamodb:Query"),
                List.of("arn:aws:dynamodb:eu-west-1:000000000000:table/probe-test"),
                List.of()),
            new PolicyStatement(
                true,
                List.of("ssm:GetParameter"),
                List.of("arn:aws:ssm:eu-west-1:000000000000:parameter/probe/test/calendar-secret"),
                List.of()));
    assertThat(function(template, "slow").policy().statements()).isEmpty();
    assertThat(http.environment())
        .containsEntry("PROBE_STAGE", "test")
        .containsEntry("PROBE_TABLE", "probe-test")
        .containsEntry("PROBE_QUEUE", "http://127.0.0.1:9324/000000000000/probe-test-work")
        .containsEntry("PROBE_MODE", "local-eu-west-1");
    assertThat(function(template, "slow").timeout()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  @DisplayName(
      "leaves out a resource whose condition does not hold, and follows overridden parameters")
  void conditionsDecide() {
    Template prod = Template.read(PROBE, Map.of("Stage", "prod"), "http://127.0.0.1:1");

    assertThat(names(template)).containsExactly("http", "slow", "work", "careless", "night");
    assertThat(names(prod)).contains("prod");
    assertThat(function(prod, "http").environment())
        .containsEntry("PROBE_MODE", "production")
        .containsEntry("PROBE_TABLE", "probe-prod");
  }

  @Test
  @DisplayName("has routes with the scopes that a caller needs")
  void routesHaveScopes() {
    assertThat(template.routes())
        .contains(
            new Route("POST", "/open", "http", Optional.empty()),
            new Route(
                "PUT",
                "/v1/things/{id}",
                "http",
                Optional.of(new Route.Authorization(List.of("points:admin")))),
            new Route(
                "GET",
                "/v1/things/{id}/parts/{part}",
                "http",
                Optional.of(new Route.Authorization(List.of()))));
  }

  @ParameterizedTest
  @CsvSource({"'',", "points:member,points:member;points:admin"})
  @DisplayName("of the product lets members in with any token, or with a scope if one is given")
  void membersMayNeedAScope(String memberScope, String scopes) {
    Template product =
        Template.read(
            Path.of("template.yaml"),
            Map.of("MemberScope", memberScope, "DojoUrl", "https://dojo.example"),
            "http://127.0.0.1:1");
    List<String> needed = scopes == null ? List.of() : List.of(scopes.split(";"));

    assertThat(product.routes())
        .contains(
            new Route(
                "GET",
                "/v1/members/{id}/balance",
                "member-api",
                Optional.of(new Route.Authorization(needed))));
  }

  @Test
  @DisplayName("has queues, dead letters first, and what works on them")
  void queuesAreMapped() {
    assertThat(template.queues())
        .filteredOn(queue -> queue.redrive().isPresent())
        .containsExactly(
            new QueueDefinition(
                "WorkQueue",
                "probe-test-work",
                120,
                Optional.of(new QueueDefinition.Redrive("probe-test-dead-letters", 3))));
    assertThat(template.queues().getLast().name()).isEqualTo("probe-test-work");
    assertThat(template.queueMappings())
        .extracting(
            QueueMapping::queue, QueueMapping::function, QueueMapping::reportsBatchItemFailures)
        .containsExactly(
            tuple("probe-test-work", "work", true),
            tuple("probe-test-careless", "careless", false));
  }

  @Test
  @DisplayName("has schedules in their own time zone")
  void schedulesHaveZones() {
    assertThat(template.schedules())
        .containsExactly(
            new ScheduleDefinition(
                "night",
                "cron(0 1 * * ? *)",
                ZoneId.of("Europe/Brussels"),
                "{\"scheduledTime\":\"<aws.scheduler.scheduled-time>\"}"));
  }

  @Test
  @DisplayName("has tables with their keys and indexes")
  void tablesHaveKeysAndIndexes() {
    CreateTableRequest table = template.tables().getFirst();

    assertThat(table.tableName()).isEqualTo("probe-test");
    assertThat(table.keySchema())
        .extracting(key -> key.attributeName())
        .containsExactly("pk", "sk");
    assertThat(table.globalSecondaryIndexes()).hasSize(1);
    assertThat(table.globalSecondaryIndexes().getFirst().projection().projectionTypeAsString())
        .isEqualTo("KEYS_ONLY");
  }

  @Test
  @DisplayName("that refers to what does not exist is refused, naming it and where it stands")
  void unknownReferencesAreRefused(@TempDir Path folder) throws Exception {
    Path broken = folder.resolve("template.yaml");
    Files.writeString(
        broken,
        """
        Resources:
          Lost:
            Type: AWS::Serverless::Function
            Properties:
              Handler: x
              Environment: {Variables: {A: !Ref Nowhere}}
        """);

    assertThatThrownBy(() -> Template.read(broken, Map.of(), "http://x").functions())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Lost")
        .hasMessageContaining("'Nowhere' is neither a parameter with a value nor a resource");
  }

  @Test
  @DisplayName("of the product is one the local cloud can run")
  void productTemplateIsUnderstood() {
    Template product =
        Template.read(
            Path.of("template.yaml"),
            Map.of(
                "DojoUrl", "http://127.0.0.1:9325",
                "JwtIssuer", "http://127.0.0.1:9326",
                "JwtAudience", "any",
                "OidcClientId", "pages"),
            "http://127.0.0.1:9324");

    assertThat(names(product)).contains("calendar-webhook", "admin-api", "member-api");
    assertThat(function(product, "dojo-transfer").environment())
        .containsEntry("POINTS_DOJO_URL", "http://127.0.0.1:9325");
    assertThat(function(product, "pages").environment())
        .containsEntry("POINTS_SIGN_IN_ISSUER", "http://127.0.0.1:9326")
        .containsEntry("POINTS_SIGN_IN_AUDIENCE", "any")
        .containsEntry("POINTS_SIGN_IN_CLIENT_ID", "pages")
        .containsEntry("POINTS_SIGN_IN_SCOPES", "openid");
    assertThat(product.routes()).isNotEmpty();
    assertThat(product.queueMappings()).allMatch(QueueMapping::reportsBatchItemFailures);
    assertThat(product.schedules()).isNotEmpty();
    assertThat(product.tables()).hasSize(1);
    assertThat(product.timesToLive())
        .singleElement()
        .satisfies(
            ttl -> {
              assertThat(ttl.tableName()).isEqualTo(product.tables().getFirst().tableName());
              assertThat(ttl.timeToLiveSpecification().attributeName()).isEqualTo("expiresAt");
              assertThat(ttl.timeToLiveSpecification().enabled()).isTrue();
            });
    assertThat(template.timesToLive()).isEmpty();
  }

  private static FunctionDefinition function(Template template, String name) {
    return template.functions().stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Template template) {
    return template.functions().stream().map(FunctionDefinition::name).toList();
  }
}
