package services.dataminer.points.functions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.program.rules.Level;
import services.dataminer.points.program.rules.LevelBenefits;
import services.dataminer.points.program.rules.RuleBook;

@DisplayName("What levels bring")
class LevelsYamlTest {

  private static final String THREE =
      RuleFiles.good()
              .replace(
                  "demotion: one-level",
                  """
                  demotion: one-level
                        descriptions: {enabler: trusted}
                        benefits:
                          member: [a seat]
                          enabler:
                            - a license
                              for free
                          unassigned: [a book]
                  """
                      .strip())
          + """
            - id: second
              from: 2027-01-01
              levels: {enabler: 6000, benefits: {catalyst: [a book], unassigned: nothing}}
            - id: third
              from: 2028-01-01
              levels: {descriptions: nothing, benefits: nothing}
          """;

  private static final RuleBook BOOK = RuleBookYaml.read("three.yaml", THREE);

  private static LevelBenefits benefits(int edition) {
    return BOOK.editions().get(edition).levels().benefits();
  }

  @Test
  @DisplayName("is read with the levels, and adds up from the lowest")
  void read() {
    assertThat(benefits(0))
        .isEqualTo(
            new LevelBenefits(
                Map.of(Level.ENABLER, "trusted"),
                Map.of(
                    Level.MEMBER, List.of("a seat"),
                    Level.ADVOCATE, List.of(),
                    Level.ENABLER, List.of("a license for free"),
                    Level.CATALYST, List.of()),
                List.of("a book")));
    assertThat(benefits(0).of(Level.ADVOCATE)).containsExactly("a seat");
    assertThat(benefits(0).of(Level.CATALYST)).containsExactly("a seat", "a license for free");
  }

  @Test
  @DisplayName("is taken over by an edition, level by level, until an edition leaves it out")
  void inherited() {
    assertThat(benefits(1).description(Level.ENABLER)).contains("trusted");
    assertThat(benefits(1).of(Level.CATALYST))
        .containsExactly("a seat", "a license for free", "a book");
    assertThat(benefits(1).unassigned()).isEmpty();
    assertThat(benefits(2)).isEqualTo(LevelBenefits.NONE);
  }

  @Test
  @DisplayName("is shown with the figures of an edition, and as what another changes")
  void shown() {
    assertThat(EditionTable.of(BOOK).stream().map(line -> line.strip().replaceAll(" +", " ")))
        .containsSubsequence(
            "levels.descriptions.enabler trusted",
            "levels.benefits.member a seat",
            "levels.benefits.enabler a license for free",
            "levels.benefits.unassigned a book",
            "edition second, from 2027-01-01 until 2028-01-01",
            "levels.enabler 5000 -> 6000",
            "levels.benefits.unassigned a book -> -",
            "levels.benefits.catalyst - -> a book",
            "edition third, from 2028-01-01 until further notice",
            "levels.descriptions.enabler trusted -> -");
  }
}
