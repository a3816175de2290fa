package services.dataminer.points.program.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.program.rules.Division.PARTNER_ATTENDEES;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The shipped rule book says what the program's pages say")
class ShippedRuleBookTest {

  private static final RuleBook RULES = RuleBookYaml.shipped();
  private static final Edition EDITION = RULES.editions().getFirst();

  @Test
  @DisplayName("in one edition, in force from 28 March 2023 until further notice")
  void oneOpenEdition() {
    assertThat(RULES.editions()).hasSize(1);
    assertThat(RULES.beginsOn()).isEqualTo("2023-03-28");
    assertThat(EDITION.id()).isEqualTo("2023-03-28");
    assertThat(EDITION.until()).isEmpty();
    assertThat(RULES.inForceOn(LocalDate.parse("2023-03-27"))).isEmpty();
    assertThat(RULES.inForceOn(LocalDate.parse("2023-03-28"))).isEqualTo(Optional.of(EDITION));
    assertThat(RULES.inForceOn(LocalDate.parse("2099-12-31"))).isEqualTo(Optional.of(EDITION));
  }

  @Test
  @DisplayName("a meeting at a show pays 500 points, divided among the partner's people attending")
  void exhibitionMeeting() {
    assertThat(EDITION.exhibitionMeeting()).isEqualTo(new MeetingRule(500, PARTNER_ATTENDEES));
  }

  @Test
  @DisplayName("a virtual meeting pays 100 points, divided among the partner's people attending")
  void virtualMeeting() {
    assertThat(EDITION.virtualMeeting()).isEqualTo(new MeetingRule(100, PARTNER_ATTENDEES));
  }

  @Test
  @DisplayName(
      "Advocate 750, Enabler 5,000, Catalyst 15,000; a level is lost to that of the points")
  void levels() {
    assertThat(EDITION.levels())
        .isEqualTo(new Levels(750, 5_000, 15_000, Demotion.TO_LEVEL_OF_POINTS));
  }
}
