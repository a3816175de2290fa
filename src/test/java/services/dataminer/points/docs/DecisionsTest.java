package services.dataminer.points.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the pages below `docs/decisions` to one shape, so that a reader finds date, status and
/// rejected alternatives in each.
@DisplayName("The decisions")
class DecisionsTest {

  private static final Path FOLDER = Path.of("docs", "decisions");
  private static final Pattern FILE_NAME = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
  private static final Pattern HEADER =
      Pattern.compile(
          "# (?<number>\\d+)\\. (?<title>\\S.*)\n\n"
              + "Date: (?<date>\\d{4}-\\d{2}-\\d{2})\\. "
              + "Status: (?<status>accepted|superseded by \\[\\d+]\\(\\S+\\.md\\))\\.\n\n");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");
  private static final Pattern ALTERNATIVE = Pattern.compile("- \\*[^*]+\\*.*\\S", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

  static List<Path> decisions() throws IOException {
    return markdown().filter(file -> !file.endsWith("README.md")).toList();
  }

  @Test
  @DisplayName("are numbered from 1 without a gap")
  void numbers() throws IOException {
    assertThat(decisions())
        .extracting(DecisionsTest::number)
        .isEqualTo(IntStream.rangeClosed(1, decisions().size()).boxed().toList());
  }

  @ParameterizedTest
  @MethodSource("decisions")
  @DisplayName("have a number, a title, a date and a status")
  void header(Path file) throws IOException {
    assertThat(Integer.parseInt(headerOf(file).group("number"))).isEqualTo(number(file));
  }

  @ParameterizedTest
  @MethodSource("decisions")
  @DisplayName("say context, decision and consequences, and what was rejected for which reason")
  void sections(Path file) throws IOException {
    String text = Files.readString(file);

    assertThat(SECTION.matcher(text).results().map(section -> section.group(1)))
        .containsExactly("Context", "Decision", "Consequences", "Rejected");
    String rejected = text.substring(text.indexOf("## Rejected\n") + "## Rejected\n".length());
    assertThat(rejected.strip().split("\n(?=- )"))
        .allSatisfy(item -> assertThat(item).matches(ALTERNATIVE));
  }

  @Test
  @DisplayName("are each in the index, with title, date and status, and nothing else is")
  void index() throws IOException {
    List<String> rows;
    try (Stream<String> lines = Files.lines(FOLDER.resolve("README.md"))) {
      rows = lines.filter(line -> line.matches("\\| \\d.*")).toList();
    }

    assertThat(rows).hasSameSizeAs(decisions());
    for (Path file : decisions()) {
      Matcher header = headerOf(file);
      assertThat(rows)
          .contains(
              "| %s | [%s](%s) | %s | %s |"
                  .formatted(
                      header.group("number"),
                      header.group("title"),
                      file.getFileName(),
                      header.group("date"),
                      header.group("status")));
    }
  }

  @Test
  @DisplayName("link to files that exist")
  void links() throws IOException {
    try (Stream<Path> files = markdown()) {
      for (Path file : files.toList()) {
        assertThat(LINK.matcher(Files.readString(file)).results().map(link -> link.group(1)))
            .as(file.toString())
            .filteredOn(target -> !target.startsWith("NNNN"))
            .allSatisfy(target -> assertThat(FOLDER.resolve(target)).exists());
      }
    }
  }

  private static Stream<Path> markdown() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    }
  }

  private static int number(Path file) {
    Matcher name = FILE_NAME.matcher(file.getFileName().toString());
    assertThat(name.matches()).as(file + " is NNNN-short-title.md").isTrue();
    return Integer.parseInt(name.group(1));
  }

  private static Matcher headerOf(Path file) throws IOException {
    Matcher header = HEADER.matcher(Files.readString(file));
    assertThat(header.lookingAt()).as(file + " begins with title, date and status").isTrue();
    return header;
  }
}
