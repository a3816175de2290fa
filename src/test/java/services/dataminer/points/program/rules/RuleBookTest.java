package services.dataminer.points.program.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.program.fixture.Rules;

class RuleBookTest {

  private static final Edition SHIPPED = RuleBookYaml.shipped().editions().getFirst();

  @Test
  @DisplayName("A rule book needs an edition")
  void none() {
    assertThatThrownBy(() -> new RuleBook(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a rule book needs an edition");
  }

  @Test
  @DisplayName("Editions in force on the same days, or with the same id, make no rule book")
  void twice() {
    Edition open =
        new Edition(
            SHIPPED.id(),
            SHIPPED.from(),
            Optional.empty(),
            SHIPPED.tariff(),
            SHIPPED.dojo(),
            SHIPPED.levels());

    assertThatThrownBy(() -> new RuleBook(List.of(open, open)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "two editions have the id 2023-03-28; editions 2023-03-28 and 2023-03-28 overlap:"
                + " give 2023-03-28 `until: 2023-03-28`");
  }

  @Test
  @DisplayName("The last edition is in force until further notice")
  void ends() {
    Edition ending =
        new Edition(
            SHIPPED.id(),
            SHIPPED.from(),
            Optional.of(SHIPPED.from().plusYears(1)),
            SHIPPED.tariff(),
            SHIPPED.dojo(),
            SHIPPED.levels());

    assertThatThrownBy(() -> new RuleBook(List.of(ending)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("edition 2023-03-28 ends and none follows: remove its `until`");
  }

  @Test
  @DisplayName("Before the program began, the first edition says what levels and DOJO will ask for")
  void beforeTheProgram() {
    RuleBook rules = RuleBookYaml.shipped();
    LocalDate before = rules.beginsOn().minusDays(1);

    assertThat(rules.inForceOn(before)).isEmpty();
    assertThat(rules.dojoOn(before)).isEqualTo(SHIPPED.dojo());
    assertThat(rules.levelsOn(before)).isEqualTo(SHIPPED.levels());
  }

  @Test
  @DisplayName("The last edition alone is in force from the first day on")
  void lastAlone() {
    RuleBook rules = Rules.doubledFrom(LocalDate.of(2026, 7, 1));
    RuleBook alone = rules.withLastEditionAlone();

    assertThat(alone.editions()).singleElement().extracting(Edition::id).isEqualTo("doubled");
    assertThat(alone.beginsOn()).isEqualTo(rules.beginsOn());
    assertThat(alone.notPeople()).isEqualTo(rules.notPeople());
  }
}
