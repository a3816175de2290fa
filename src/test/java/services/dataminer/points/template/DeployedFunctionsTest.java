package services.dataminer.points.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import io.quarkus.funqy.Funq;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A function is deployed under the name it has in `@Funq`, once.
class DeployedFunctionsTest {

  private final List<String> written =
      Code.CLASSES.stream()
          .flatMap(type -> type.getMethods().stream())
          .filter(method -> method.isAnnotatedWith(Funq.class))
          .map(DeployedFunctionsTest::name)
          .toList();

  private final List<String> deployed =
      Template.of(Template.text()).functions().stream().map(LambdaFunction::name).toList();

  @Test
  void whatIsWrittenIsDeployedAndNothingElse() {
    assertThat(deployed).isNotEmpty().containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void noNameIsUsedTwice() {
    assertThat(written).doesNotHaveDuplicates();
  }

  @Test
  void eachHasEventsToBePrimedWith() {
    assertThat(deployed)
        .allSatisfy(
            function ->
                assertThat(getClass().getResource("/priming/" + function + ".json"))
                    .as(function)
                    .isNotNull());
  }

  private static String name(JavaMethod method) {
    String name = method.getAnnotationOfType(Funq.class).value();
    return name.isEmpty() ? method.getName() : name;
  }
}
