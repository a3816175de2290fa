package services.dataminer.points.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the pages that explain the code to the code: a type that is renamed is renamed there, too.
@DisplayName("The pages about the code")
class ArchitecturePageTest {

  private static final List<Path> SOURCES =
      List.of(Path.of("src", "main", "java"), Path.of("src", "test", "java"));

  /// In backticks, a capital and at least one small letter; nested types after a dot.
  private static final Pattern TYPE =
      Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.[A-Z][A-Za-z0-9]*)*`");

  private static final Pattern PARAMETER = Pattern.compile("\n  (\\w+):\n    Type: (?!AWS::)");

  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/architecture.md",
        "docs/glossary.md",
        "docs/reliability.md",
        "docs/security.md",
        "CONTRIBUTING.md"
      })
  @DisplayName("name only types, and parameters of the template, that exist")
  void types(String page) throws IOException {
    String text = prose(Files.readString(Path.of(page)));
    assertThat(named(text)).isNotEmpty();

    assertThat(named(text)).isSubsetOf(known());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/architecture.md",
        "docs/glossary.md",
        "docs/security.md",
        "CONTRIBUTING.md",
        "README.md"
      })
  @DisplayName("link to files that exist")
  void links(String page) throws IOException {
    Path file = Path.of(page);
    assertThat(matches(LINK, Files.readString(file)))
        .allSatisfy(target -> assertThat(file.resolveSibling(target)).exists());
  }

  @Test
  @DisplayName("have for each threat a test that holds its control")
  void threats() throws IOException {
    List<String> threats = threats(Files.readString(Path.of("docs", "security.md")));
    assertThat(threats).hasSizeGreaterThan(50);

    assertThat(threats)
        .allSatisfy(
            row -> {
              String[] cells = row.split(" \\| ");
              assertThat(cells).hasSize(4);
              assertThat(named(cells[3])).isNotEmpty().allMatch(it -> it.matches("\\w+(Test|IT)"));
            });
  }

  @Test
  @DisplayName("would not get away with a type that does not exist")
  void misspelt() throws IOException {
    assertThat(named("`AwardMeeting` calls `Decision.Granted`, `PUT`, `at` and `NoSuchType`"))
        .containsExactlyInAnyOrder("AwardMeeting", "Decision", "NoSuchType");
    assertThat(types()).contains("AwardMeeting", "Decision").doesNotContain("NoSuchType");
  }

  /// Without blocks of code, whose backticks are not pairs.
  private static String prose(String page) {
    return page.replaceAll("(?s)```.*?```", "");
  }

  /// The rows that begin with a letter of STRIDE.
  private static List<String> threats(String page) {
    return page.lines().filter(line -> line.matches("\\| [STRIDE] \\| .*")).toList();
  }

  private static Set<String> named(String text) {
    return matches(TYPE, text);
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> known() throws IOException {
    Set<String> known = types();
    known.addAll(matches(PARAMETER, Files.readString(Path.of("template.yaml"))));
    return known;
  }

  private static Set<String> types() throws IOException {
    var types = new TreeSet<String>();
    for (Path root : SOURCES) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".java"))
            .forEach(name -> types.add(name.substring(0, name.length() - ".java".length())));
      }
    }
    return types;
  }
}
