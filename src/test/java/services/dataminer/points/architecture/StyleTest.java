package services.dataminer.points.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The product's source")
class StyleTest {

  @Test
  @DisplayName(
      "has files of at most 250 lines, methods of at most 40, and names that say something")
  void product() {
    assertThat(Sources.ofProduct(Style::faults)).isEmpty();
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
    return Style.faults(List.of(Sources.sample(source)));
  }
}
