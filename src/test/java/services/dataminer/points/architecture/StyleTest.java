package services.dataminer.points.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The product's source")
class StyleTest {

  private static final Path MAIN = Path.of("src", "main", "java");

  @Test
  @DisplayName(
      "has files of at most 250 lines, methods of at most 40, and names that say something")
  void product() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(MAIN)) {
      files = found.filter(path -> path.toString().endsWith(".java")).toList();
    }
    assertThat(files).hasSizeGreaterThan(100);

    try (var sources =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      List<JavaFileObject> read = new ArrayList<>();
      sources.getJavaFileObjectsFromPaths(files).forEach(read::add);

      assertThat(Style.faults(read)).isEmpty();
    }
  }

  @Test
  @DisplayName("may have a file of 250 lines and not of 251")
  void file() {
    assertThat(faults("class Long {" + "\n".repeat(249) + "}")).isEmpty();
    assertThat(faults("class Long {" + "\n".repeat(250) + "}"))
        .containsExactly("Sample.java:251: the file has 251 lines");
  }

  @ParameterizedTest
  @DisplayName("may have a method of 40 lines and not of 41, whatever kind of method it is")
  @ValueSource(
      strings = {
        "class C {\n void m() {%s}\n}",
        "class C {\n /** What it does.\n */\n @Deprecated\n void m() {%s}\n}",
        "class C {\n C() {%s}\n}",
        "record R() {\n R {%s}\n}",
        "enum E {\n A { void m() {%s} }\n}",
        "interface I {\n default void m() {%s}\n}",
        "class C {\n Object o() { return new Object() { void m() {} }; }\n void m() {%s}\n}",
        "class C {\n static {%s}\n}"
      })
  void method(String source) {
    assertThat(faults(source.formatted("\n".repeat(39)))).isEmpty();
    assertThat(faults(source.formatted("\n".repeat(40))))
        .singleElement()
        .asString()
        .endsWith(" has 41 lines");
  }

  @Test
  @DisplayName("may annotate a method with a whole table")
  void table() {
    String table =
        "class C {\n @Table(\"\"\"\n" + "row\n".repeat(60) + "\"\"\")\n void m() {%s}\n}";

    assertThat(faults(table.formatted("\n".repeat(39)))).isEmpty();
    assertThat(faults(table.formatted("\n".repeat(40))))
        .containsExactly("Sample.java:64: the method m has 41 lines");
  }

  @ParameterizedTest
  @DisplayName("has no class whose name says nothing")
  @ValueSource(
      strings = {
        "class TableManager {}",
        "interface TimeHelper {}",
        "record PointsUtil() {}",
        "final class StringUtils {}",
        "class LedgerImpl {}",
        "enum AwardService {}",
        "class Outer { static class Util {} }"
      })
  void names(String source) {
    assertThat(faults(source)).singleElement().asString().endsWith(" does not say what it does");
  }

  @Test
  @DisplayName("may speak of services and implementations elsewhere")
  void otherNames() {
    assertThat(faults("class ServiceArea { String aHelper; void implement() {} }")).isEmpty();
  }

  private static List<String> faults(String source) {
    return Style.faults(
        List.of(
            new SimpleJavaFileObject(
                URI.create("string:///Sample.java"), JavaFileObject.Kind.SOURCE) {
              @Override
              public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
              }
            }));
  }
}
