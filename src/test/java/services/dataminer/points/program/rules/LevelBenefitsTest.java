package services.dataminer.points.program.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What levels bring")
class LevelBenefitsTest {

  private static final LevelBenefits SOME =
      new LevelBenefits(
          Map.of(Level.MEMBER, "Takes part"),
          Map.of(Level.MEMBER, List.of("a badge"), Level.ADVOCATE, List.of("a mug", "a talk")),
          List.of("a shirt"));

  @Test
  @DisplayName("adds to what the levels below it bring")
  void adds() {
    assertThat(SOME.addedBy(Level.ADVOCATE)).containsExactly("a mug", "a talk");
    assertThat(SOME.of(Level.ADVOCATE)).containsExactly("a badge", "a mug", "a talk");
    assertThat(SOME.of(Level.MEMBER)).containsExactly("a badge");
  }

  @Test
  @DisplayName("is said in words where there are some")
  void described() {
    assertThat(SOME.description(Level.MEMBER)).hasValue("Takes part");
    assertThat(SOME.description(Level.ADVOCATE)).isEmpty();
    assertThat(SOME.addedBy(Level.CATALYST)).isEmpty();
  }

  @Test
  @DisplayName("is listed once")
  void once() {
    assertThatThrownBy(
            () ->
                new LevelBenefits(
                    Map.of(), Map.of(Level.MEMBER, List.of("a badge")), List.of("a badge")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`a badge` is listed twice");
  }
}
