package services.dataminer.points.functions.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static services.dataminer.points.program.rules.Division.PARTNER_ATTENDEES;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.program.activity.HostedEvent.Series;
import services.dataminer.points.program.rules.ContributionRule;
import services.dataminer.points.program.rules.CourseRule;
import services.dataminer.points.program.rules.Demotion;
import services.dataminer.points.program.rules.DojoRule;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.HostedEventRule;
import services.dataminer.points.program.rules.Level;
import services.dataminer.points.program.rules.LevelBenefits;
import services.dataminer.points.program.rules.Levels;
import services.dataminer.points.program.rules.MeetingRule;
import services.dataminer.points.program.rules.QuizRule;
import services.dataminer.points.program.rules.Range;
import services.dataminer.points.program.rules.RuleBook;
import services.dataminer.points.program.rules.Tariff;
import services.dataminer.points.program.rules.UseCaseRule;

@DisplayName("The shipped rule book says what the program's pages say")
class ShippedRuleBookTest {

  private static final RuleBook RULES = RuleBookYaml.shipped();
  private static final Edition EDITION = RULES.editions().getFirst();
  private static final Tariff TARIFF = EDITION.tariff();

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
    assertThat(TARIFF.exhibitionMeeting()).isEqualTo(new MeetingRule(500, PARTNER_ATTENDEES));
  }

  @Test
  @DisplayName("a virtual meeting pays 100 points, divided among the partner's people attending")
  void virtualMeeting() {
    assertThat(TARIFF.virtualMeeting()).isEqualTo(new MeetingRule(100, PARTNER_ATTENDEES));
  }

  @Test
  @DisplayName("a day of an Inspire or Empower event pays up to 1,000 points")
  void hostedEvent() {
    assertThat(TARIFF.hostedEvent())
        .isEqualTo(
            new HostedEventRule(new Range(1, 1_000), Set.of(Series.INSPIRE, Series.EMPOWER)));
  }

  @Test
  @DisplayName("an accepted use case pays 250 to 1,000 points")
  void useCase() {
    assertThat(TARIFF.useCase()).isEqualTo(new UseCaseRule(new Range(250, 1_000)));
  }

  @Test
  @DisplayName("each course pays 10 to 50 points for enrolling and 10 to 50 for completing")
  void courses() {
    Optional<Range> range = Optional.of(new Range(10, 50));
    assertThat(TARIFF.courses()).isEqualTo(new CourseRule(range, range, new TreeSet<>()));
    assertThat(TARIFF.courses().counts("https://lms.example/any")).isTrue();
  }

  @Test
  @DisplayName("each quiz pays up to 400 points for passing")
  void quizzes() {
    assertThat(TARIFF.quizzes()).isEqualTo(new QuizRule(new Range(1, 400)));
  }

  @ParameterizedTest
  @DisplayName("every general contribution pays what its table says")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          ACTION                | POINTS       | CAP
          ask-question          | 10           |
          answer-question       | 25           |
          answer-selected-best  | 75           |
          select-best-answer    | 10           |
          upvote                | 1            |
          receive-upvote        | 25           |
          comment               | 10           |
          receive-downvote      | -10          |
          assignment            | 75           |
          attend-training-day   | 500          |
          internal-training-day | 500          |
          kata                  | 75           |
          kata-within-a-week    | 75           |
          certification         | 500 to 750   |
          correct-documentation | 25 to 50     |
          add-documentation     | 1 to 5000    |
          deliver-documentation | 1 to 3000    |
          documentation-issue   | 100          |
          blog-post             | 2500 to 5000 |
          retro-recipe          | 2000         |
          solution              | 250 to 2500  |
          feedback              | 50           | 100 CALENDAR_MONTH
          linkedin-headline     | 250          | 250 MEMBERSHIP_YEAR
          job-title             | 250          | 250 MEMBERSHIP_YEAR
          share-attestation     | 100          | 100 MEMBERSHIP_YEAR
          mindset-nomination    | 750          |
          """)
  void contributions(String action, String points, String cap) {
    ContributionRule rule = TARIFF.contribution(action).orElseThrow();

    assertThat(rule.points()).hasToString(points);
    assertThat(rule.cap().map(c -> c.points() + " " + c.per())).isEqualTo(Optional.ofNullable(cap));
  }

  @Test
  @DisplayName("and there are no other contributions")
  void noOther() {
    assertThat(TARIFF.contributions()).hasSize(26);
    assertThat(TARIFF.contribution("applaud")).isEmpty();
  }

  @Test
  @DisplayName("a point is worth one DOJO point")
  void dojo() {
    assertThat(EDITION.dojo()).isEqualTo(new DojoRule(1));
  }

  @Test
  @DisplayName(
      "Advocate 750, Enabler 5,000, Catalyst 15,000; a level is lost to that of the points")
  void levels() {
    Levels levels = EDITION.levels();

    assertThat(levels)
        .isEqualTo(new Levels(750, 5_000, 15_000, Demotion.TO_LEVEL_OF_POINTS, levels.benefits()));
  }

  @Test
  @DisplayName("every member can spend DOJO points; no source says which level unlocks the rest")
  void benefits() {
    LevelBenefits benefits = EDITION.levels().benefits();

    assertThat(benefits.of(Level.CATALYST))
        .singleElement(STRING)
        .startsWith("DOJO points for DevOps Points, which pay for professional service credits");
    assertThat(benefits.unassigned()).hasSize(6);
    assertThat(Level.values())
        .filteredOn(level -> benefits.description(level).isEmpty())
        .containsExactly(Level.MEMBER);
  }
}
