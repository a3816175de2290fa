package services.dataminer.points.functions.rules;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The rule books of the tests, below `src/test/resources/rules`.
public final class RuleFiles {

  private RuleFiles() {}

  /// One edition without fault, with each kind of value.
  public static String good() {
    return resource("good.yaml");
  }

  static String resource(String name) {
    try (InputStream file = RuleFiles.class.getResourceAsStream("/rules/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is wrong in a file, a line for each fault.
  static List<String> violationsOf(String text) {
    return catchThrowableOfType(InvalidRuleBook.class, () -> RuleBookYaml.read("bad.yaml", text))
        .violations()
        .stream()
        .map(Violation::toString)
        .toList();
  }
}
