package services.dataminer.points.functions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A few bytes of YAML")
class YamlLimitsTest {

  @Test
  @DisplayName("that contain themselves are refused, also where an edition would take them over")
  void recursion() {
    String endless =
        """
        editions:
          - {id: a, from: 2023-03-28, levels: &one {advocate: 1, more: *one}}
          - {id: b, from: 2024-03-28, levels: &two {advocate: 2, more: *two}}
        """;

    assertThat(RuleFiles.violationsOf(endless))
        .containsExactly("2:64: an alias can stand for a single value only");
  }

  @Test
  @DisplayName("that multiply are refused")
  void expansion() {
    String laughs =
        """
        a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        """;

    assertThat(RuleFiles.violationsOf(laughs))
        .containsExactly("2:8: an alias can stand for a single value only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  @DisplayName("that nest without end are refused before they fill the stack")
  void depth(String level) {
    assertThat(RuleFiles.violationsOf(level.repeat(40_000)))
        .singleElement()
        .asString()
        .endsWith("has more than 12 levels of keys or lists");
  }

  @Test
  @DisplayName("may name a single value and use it again")
  void scalars() {
    String good =
        RuleFiles.good()
            .replace("advocate: 750", "advocate: &points 750")
            .replace("rate: 2", "rate: *points");

    assertThat(RuleBookYaml.read("good.yaml", good).editions().getFirst().dojo().rate())
        .isEqualTo(750);
  }
}
