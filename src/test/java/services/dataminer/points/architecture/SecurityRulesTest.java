package services.dataminer.points.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.template.Code;

/// What `docs/security.md` says of all code, and no behaviour shows.
@DisplayName("For the sake of security,")
class SecurityRulesTest {

  /// An exception handed to a log is written with every cause, and what those say may quote people.
  private static final ArchRule REDACTED =
      noClasses()
          .should()
          .callMethodWhere(describe("log an exception", SecurityRulesTest::logsAnException))
          .as("no exception is logged but by FailureText");

  /// Breaks the rule.
  private static final class Careless {
    void log(Exception e) {
      Logger.getLogger(Careless.class).errorf(e, "%s failed", "something");
    }

    void print(Exception e) {
      e.printStackTrace();
    }
  }

  @Test
  @DisplayName("no log gets an exception as it is")
  void exceptions() {
    REDACTED.check(Code.CLASSES);
  }

  @Test
  @DisplayName("a log that does would be found")
  void carelessness() {
    List<String> found =
        REDACTED
            .evaluate(new ClassFileImporter().importClasses(Careless.class))
            .getFailureReport()
            .getDetails();

    assertThat(found)
        .hasSize(2)
        .anySatisfy(detail -> assertThat(detail).contains("errorf"))
        .anySatisfy(detail -> assertThat(detail).contains("printStackTrace"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CalcomSignature",
        "StandardWebhooksSignature",
        "LmsCredentials",
        "Sessions",
        "SignInAttempt"
      })
  @DisplayName("what proves a caller is compared in constant time")
  void constantTime(String comparing) {
    JavaClass type =
        Code.CLASSES.stream()
            .filter(it -> it.getSimpleName().equals(comparing))
            .findFirst()
            .orElseThrow();

    assertThat(type.getMethodCallsFromSelf())
        .extracting(call -> call.getTargetOwner().getName() + "." + call.getName())
        .contains("java.security.MessageDigest.isEqual");
  }

  @Test
  @DisplayName("only these call other systems, the last two AWS")
  void callers() {
    assertThat(Code.CLASSES.stream().filter(SecurityRulesTest::callsOut))
        .extracting(JavaClass::getSimpleName)
        .containsExactlyInAnyOrder(
            "CalcomClient", "DojoClient", "OpenIdProvider", "ParameterStore", "PrimableHttpClient");
  }

  private static boolean callsOut(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .map(call -> call.getTargetOwner().getName() + "." + call.getName())
        .anyMatch(
            call ->
                call.matches(
                    "java\\.net\\.http\\.HttpRequest\\.newBuilder"
                        + "|java\\.net\\.UR[IL]\\.(toURL|openConnection|openStream)"
                        + "|software\\.amazon\\.awssdk\\.http\\.\\w+\\.prepareRequest"
                        + "|com\\.nimbusds\\..*\\.(send|resolve)"));
  }

  private static boolean logsAnException(JavaMethodCall call) {
    boolean toALog =
        call.getTargetOwner().getName().startsWith("org.jboss.logging.")
            && call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals(Throwable.class.getName()));
    return toALog || call.getName().equals("printStackTrace");
  }
}
