package services.dataminer.points.functions.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.functions.pages.view.LevelGains.Step;
import services.dataminer.points.program.rules.Level;
import services.dataminer.points.program.rules.LevelBenefits;

@DisplayName("What a member reads of the level held and of the next one")
class LevelGainsTest {

  private static final LevelBenefits RULES =
      new LevelBenefits(
          Map.of(Level.ENABLER, "someone trusted", Level.CATALYST, "someone advanced"),
          Map.of(Level.MEMBER, List.of("a seat"), Level.ENABLER, List.of("a license")),
          List.of("a book"));

  @Test
  @DisplayName("is what they bring, without a level of which nothing is said")
  void benefits() {
    assertThat(LevelGains.of(Level.MEMBER, RULES).steps())
        .containsExactly(new Step("As a Member you have:", List.of("a seat")));
  }

  @Test
  @DisplayName("is what the next level adds")
  void next() {
    assertThat(LevelGains.of(Level.ADVOCATE, RULES).steps())
        .containsExactly(
            new Step("As an Advocate you have:", List.of("a seat")),
            new Step("An Enabler is someone trusted, and also has:", List.of("a license")));
  }

  @Test
  @DisplayName("is a plain sentence where a level adds nothing")
  void description() {
    assertThat(LevelGains.of(Level.ENABLER, RULES).steps())
        .containsExactly(
            new Step(
                "As an Enabler you are someone trusted, and have:", List.of("a seat", "a license")),
            new Step("A Catalyst is someone advanced.", List.of()));
  }

  @Test
  @DisplayName("ends at the highest level")
  void highest() {
    assertThat(LevelGains.of(Level.CATALYST, RULES).steps())
        .extracting(Step::sentence)
        .containsExactly("As a Catalyst you are someone advanced, and have:");
  }

  @Test
  @DisplayName("is nothing where the rules say nothing")
  void nothing() {
    assertThat(LevelGains.of(Level.ADVOCATE, LevelBenefits.NONE).steps()).isEmpty();
  }
}
