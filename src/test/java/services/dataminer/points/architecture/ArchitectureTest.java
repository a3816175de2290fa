package services.dataminer.points.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.architecture.broken.functions.Anything;
import services.dataminer.points.template.Code;

@DisplayName("The house")
class ArchitectureTest {

  private static final String ROOT = "services.dataminer.points";
  private static final Architecture ARCHITECTURE = new Architecture(ROOT);
  private static final JavaClasses PRODUCT = Code.CLASSES;

  private static final String BROKEN_ROOT =
      Anything.class.getPackageName().replace(".functions", "");
  private static final Architecture BROKEN = new Architecture(BROKEN_ROOT);
  private static final JavaClasses SAMPLES = Code.below(BROKEN_ROOT);

  static Stream<ArchRule> rules() {
    return Stream.of(
        ARCHITECTURE.theProgramStandsAlone(),
        ARCHITECTURE.theProgramHasNoClock(),
        ARCHITECTURE.layersKnowThoseBelow(),
        ARCHITECTURE.onlyTheLedgerKnowsDynamoDb(),
        ARCHITECTURE.theApplicationKnowsNoTechnology(),
        ARCHITECTURE.noCycles(),
        ARCHITECTURE.nothingKnowsThePackagesAbove());
  }

  static Stream<Arguments> broken() {
    ArchRule alone = BROKEN.theProgramStandsAlone();
    ArchRule clock = BROKEN.theProgramHasNoClock();
    ArchRule layers = BROKEN.layersKnowThoseBelow();
    ArchRule dynamoDb = BROKEN.onlyTheLedgerKnowsDynamoDb();
    ArchRule technology = BROKEN.theApplicationKnowsNoTechnology();
    ArchRule cycles = BROKEN.noCycles();
    ArchRule above = BROKEN.nothingKnowsThePackagesAbove();
    return Stream.of(
        arguments(alone, "Impure$KnowsJackson", "com.fasterxml.jackson.databind.ObjectMapper"),
        arguments(alone, "Impure$KnowsAws", "software.amazon.awssdk.services.sqs.SqsClient"),
        arguments(alone, "Impure$KnowsQuarkus", "io.quarkus.runtime.LaunchMode"),
        arguments(alone, "Impure$KnowsJakarta", "jakarta.inject.Singleton"),
        arguments(alone, "Impure$KnowsFiles", "java.nio.file.Path"),
        arguments(alone, "Impure$KnowsStreams", "java.io.InputStream"),
        arguments(alone, "Impure$KnowsAddresses", "java.net.URI"),
        arguments(alone, "Impure$KnowsYaml", "org.snakeyaml.engine.v2.nodes.Node"),
        arguments(alone, "Impure$KnowsTheLedger", "broken.ledger.table.Anything"),
        arguments(clock, "Impure$ReadsTheClock", "java.time.Instant.now()"),
        arguments(clock, "Impure$PassesTheClockOn", "java.time.LocalDate.now()"),
        arguments(clock, "Impure$TakesAClock", "java.time.Clock.instant()"),
        arguments(clock, "Impure$CountsMilliseconds", "java.lang.System.currentTimeMillis()"),
        arguments(clock, "Impure$CastsLots", "java.util.Random.<init>()"),
        arguments(clock, "Impure$MakesIds", "java.util.UUID.randomUUID()"),
        arguments(clock, "Impure$KnowsWhereItIs", "java.time.ZoneId.systemDefault()"),
        arguments(layers, "Impure$KnowsTheLedger", "broken.ledger.table.Anything"),
        arguments(layers, "platform.KnowsTheLedger", "broken.ledger.table.Anything"),
        arguments(layers, "ledger.KnowsFunctions", "broken.functions.Anything"),
        arguments(layers, "elsewhere.Homeless", "is in none of the layers"),
        arguments(layers, "application.Impure$KnowsThePlatform", "broken.platform.Anything"),
        arguments(dynamoDb, "application.Impure$KnowsTheTable", "broken.ledger.table.Anything"),
        arguments(dynamoDb, "application.Impure$KnowsAttributes", "model.AttributeValue"),
        arguments(technology, "application.Impure$KnowsJackson", "databind.ObjectMapper"),
        arguments(technology, "application.Impure$KnowsHttp", "java.net.http.HttpClient"),
        arguments(cycles, "ledger.there.There", "broken.ledger.back.Back"),
        arguments(above, "deep.LooksUp", "broken.program.rules.Above"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  @DisplayName("stands by its rules")
  void stands(ArchRule rule) {
    rule.check(PRODUCT);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("broken")
  @DisplayName("has rules that find who breaks them")
  void bites(ArchRule rule, String who, String what) {
    List<String> found = rule.evaluate(SAMPLES).getFailureReport().getDetails();

    assertThat(found).anySatisfy(detail -> assertThat(detail).contains(who).contains(what));
  }

  @Test
  @DisplayName("has no rule that finds fault with what is allowed")
  void allowed() {
    assertThat(broken().map(sample -> ((ArchRule) sample.get()[0]).getDescription()).distinct())
        .hasSameSizeAs(rules().toList());
    assertThat(
            rules()
                .map(ArchRule::getDescription)
                .map(ArchitectureTest::brokenRule)
                .flatMap(rule -> rule.evaluate(SAMPLES).getFailureReport().getDetails().stream()))
        .noneSatisfy(detail -> assertThat(detail).contains("broken.program.Pure"));
  }

  @Test
  @DisplayName("is looked at as a whole: each layer has classes, and no test is among them")
  void whole() {
    assertThat(PRODUCT.stream().map(c -> c.getPackageName().split("\\.")[3]).distinct())
        .containsExactlyInAnyOrder("program", "platform", "ledger", "application", "functions");
    assertThat(PRODUCT.stream().map(c -> c.getSimpleName()))
        .contains("MeetingRules", "Table")
        .doesNotContain("ArchitectureTest", "Impure");
  }

  @Test
  @DisplayName(
      "keeps one object for all calls of a function: Funqy would make one for each message")
  void functions() {
    assertThat(PRODUCT.stream().filter(ArchitectureTest::hasFunctions))
        .isNotEmpty()
        .allMatch(type -> type.isAnnotatedWith(Singleton.class));
  }

  private static boolean hasFunctions(JavaClass type) {
    return type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Funq.class));
  }

  private static ArchRule brokenRule(String description) {
    return broken()
        .map(sample -> (ArchRule) sample.get()[0])
        .filter(rule -> rule.getDescription().equals(description))
        .findFirst()
        .orElseThrow();
  }
}
