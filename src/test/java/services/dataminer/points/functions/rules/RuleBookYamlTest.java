package services.dataminer.points.functions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.program.activity.HostedEvent.Series;
import services.dataminer.points.program.rules.Cap;
import services.dataminer.points.program.rules.ContributionRule;
import services.dataminer.points.program.rules.CourseRule;
import services.dataminer.points.program.rules.Demotion;
import services.dataminer.points.program.rules.Division;
import services.dataminer.points.program.rules.DojoRule;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.HostedEventRule;
import services.dataminer.points.program.rules.LevelBenefits;
import services.dataminer.points.program.rules.Levels;
import services.dataminer.points.program.rules.MeetingRule;
import services.dataminer.points.program.rules.QuizRule;
import services.dataminer.points.program.rules.Range;
import services.dataminer.points.program.rules.RuleBook;
import services.dataminer.points.program.rules.Tariff;
import services.dataminer.points.program.rules.UseCaseRule;

class RuleBookYamlTest {

  @Test
  @DisplayName("A file without fault is read as it is written")
  void good() {
    var feedback =
        new ContributionRule(Range.fixed(50), Optional.of(new Cap(100, Cap.Period.CALENDAR_MONTH)));
    Tariff tariff =
        new Tariff(
            new MeetingRule(500, Division.PARTNER_ATTENDEES),
            new MeetingRule(100, Division.ALL_ATTENDEES),
            new HostedEventRule(new Range(1, 1_000), Set.of(Series.INSPIRE)),
            new UseCaseRule(new Range(250, 1_000)),
            new CourseRule(
                Optional.of(new Range(10, 50)),
                Optional.empty(),
                new TreeSet<>(Set.of("https://lms.example/a", "https://lms.example/b"))),
            new QuizRule(Range.fixed(400)),
            new TreeMap<>(
                Map.of(
                    "upvote", new ContributionRule(Range.fixed(1), Optional.empty()),
                    "receive-downvote", new ContributionRule(Range.fixed(-10), Optional.empty()),
                    "feedback", feedback)));
    Edition edition =
        new Edition(
            "first",
            LocalDate.parse("2023-03-28"),
            Optional.empty(),
            tariff,
            new DojoRule(2),
            new Levels(750, 5_000, 15_000, Demotion.ONE_LEVEL, LevelBenefits.NONE));

    assertThat(RuleBookYaml.read("good.yaml", RuleFiles.good()).editions())
        .containsExactly(edition);
  }

  @ParameterizedTest
  @DisplayName(
      "Editions that overlap, leave a gap, end with none following or share an id are refused")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          EDITIONS                                                             | FAULTS
          a 2023-03-28 2024-01-01, b 2023-12-31 -                              | 3:19: editions a and b overlap: give a `until: 2023-12-31`
          a 2023-03-28 -, b 2023-03-28 -                                       | 3:19: must be after 2023-03-28, when edition a above begins
          b 2023-12-31 -, a 2023-03-28 2024-01-01                              | 3:19: must be after 2023-12-31, when edition b above begins
          a 2023-03-28 2024-01-01, b 2024-01-02 -                              | 3:19: no edition is in force from 2024-01-01 until 2024-01-02
          a 2023-03-28 2024-01-01                                              | 2:38: edition a ends and none follows: remove its `until`
          a 2024-01-01 2023-03-28                                              | 2:5: edition a ends on 2023-03-28, not after it begins on 2024-01-01
          a 2023-03-28 2023-03-28                                              | 2:5: edition a ends on 2023-03-28, not after it begins on 2023-03-28
          a 2023-03-28 2024-01-01, a 2024-01-01 -                              | 3:10: two editions have the id a
          a 2023-03-28 2024-01-01, a 2024-02-01 2025-01-01, c 2024-06-01 2026-01-01 | 3:10: two editions have the id a & 3:19: no edition is in force from 2024-01-01 until 2024-02-01 & 4:19: editions a and c overlap: give a `until: 2024-06-01` & 4:38: edition c ends and none follows: remove its `until`
          """)
  void misfits(String editions, String faults) {
    assertThat(RuleFiles.violationsOf(bookOf(editions))).containsExactly(faults.split(" & "));
  }

  @Test
  @DisplayName("Later changes are editions of their own, each in force on its days")
  void laterChanges() {
    RuleBook book = RuleBookYaml.read("later", RuleFiles.resource("later-public-changes.yaml"));

    assertThat(book.editions())
        .extracting(Edition::id)
        .containsExactly("2023-03-28", "named-training", "catalyst-25000", "catalyst-15000");
    assertThat(editionOn(book, "2023-08-27").id()).isEqualTo("2023-03-28");
    assertThat(editionOn(book, "2023-08-28").id()).isEqualTo("named-training");
    assertThat(editionOn(book, "2023-08-27").tariff().courses())
        .isEqualTo(
            new CourseRule(
                Optional.of(new Range(10, 50)), Optional.of(new Range(10, 50)), new TreeSet<>()));
    assertThat(editionOn(book, "2023-08-28").tariff().courses())
        .isEqualTo(
            new CourseRule(
                Optional.empty(),
                Optional.of(Range.fixed(400)),
                new TreeSet<>(Set.of("https://lms.example/course/view.php?id=17"))));
    assertThat(editionOn(book, "2024-12-31").levels().catalyst()).isEqualTo(25_000);
    assertThat(editionOn(book, "2025-01-01").levels().catalyst()).isEqualTo(15_000);
  }

  @Test
  @DisplayName("Every reading of unclear wording can be switched to the other")
  void otherReadings() {
    Edition edition =
        RuleBookYaml.read("other", RuleFiles.resource("other-readings.yaml")).editions().getFirst();

    assertThat(edition.tariff().exhibitionMeeting().divided()).isEqualTo(Division.ALL_ATTENDEES);
    assertThat(edition.tariff().virtualMeeting().divided()).isEqualTo(Division.ALL_ATTENDEES);
    assertThat(edition.levels().demotion()).isEqualTo(Demotion.ONE_LEVEL);
  }

  private static Edition editionOn(RuleBook book, String day) {
    return book.inForceOn(LocalDate.parse(day)).orElseThrow();
  }

  @Test
  @DisplayName("An edition ends when the next begins, and takes over what it leaves out")
  void inherits() {
    String two =
        RuleFiles.good()
            + """
              - id: second
                from: 2027-01-01
                virtual-meeting: {points: 150}
                courses: {only: nothing}
                contributions: {upvote: nothing, feedback: 60}
            """;

    RuleBook book = RuleBookYaml.read("two.yaml", two);

    Edition first = editionOn(book, "2026-12-31");
    Edition second = editionOn(book, "2027-01-01");
    assertThat(first.until()).contains(LocalDate.parse("2027-01-01"));
    assertThat(second.until()).isEmpty();
    assertThat(second.tariff().virtualMeeting())
        .isEqualTo(new MeetingRule(150, Division.ALL_ATTENDEES));
    assertThat(second.tariff().courses())
        .isEqualTo(
            new CourseRule(Optional.of(new Range(10, 50)), Optional.empty(), new TreeSet<>()));
    assertThat(second.tariff().contributions())
        .isEqualTo(
            Map.of(
                "receive-downvote", new ContributionRule(Range.fixed(-10), Optional.empty()),
                "feedback", new ContributionRule(Range.fixed(60), Optional.empty())));
    assertThat(second.tariff().exhibitionMeeting()).isEqualTo(first.tariff().exhibitionMeeting());
    assertThat(second.levels()).isEqualTo(first.levels());
    assertThat(second.dojo()).isEqualTo(first.dojo());
  }

  @ParameterizedTest
  @DisplayName("What is wrong is named once, in the edition where it stands")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          SECOND EDITION                          | FAULTS
          use-case: {points: none}                | 34:50: `points` needs points such as 25, or a range such as 10 to 50, not none
          use-case: nothing                       | 34:5: `use-case` is missing
          use-case: {point: 1}                    | 34:42: unknown key `point`; the keys here are points
          levels: {advocate: 6000}                | 34:39: each level needs more points than the one below, not 6000, 5000, 15000
          quizzes: {passed: 1}, quizzes: {}       | 34:53: `quizzes` appears twice, first on line 34
          """)
  void inheritedFaults(String second, String faults) {
    String two = RuleFiles.good() + "  - {id: b, from: 2027-01-01, %s}%n".formatted(second);

    assertThat(RuleFiles.violationsOf(two)).containsExactly(faults.split(" & "));
  }

  /// A file with a line for each edition, told as `id from until`; all but the first take over its
  /// figures.
  private static String bookOf(String editions) {
    return Arrays.stream(editions.split(", "))
        .map(edition -> edition.split(" "))
        .map(
            e ->
                "  - {id: %s, from: %s%s}\n"
                    .formatted(e[0], e[1], e[2].equals("-") ? "" : ", until: " + e[2]))
        .collect(Collectors.joining("", "editions:\n", ""))
        .replaceFirst(
            "}",
            ", exhibition-meeting: {points: 1, divided-among: all-attendees}, virtual-meeting:"
                + " {points: 1, divided-among: all-attendees}, hosted-event: {points-per-day: 1,"
                + " series: [inspire]}, use-case: {points: 1}, courses: {}, quizzes: {passed: 1},"
                + " contributions: {}, dojo: {rate: 1}, levels: {advocate: 1, enabler: 2, catalyst:"
                + " 3, demotion: to-level-of-points}}");
  }
}
