package services.dataminer.points.program.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.CourseProgress;
import services.dataminer.points.program.fixture.Outcome;
import services.dataminer.points.program.fixture.People;

class CourseRulesTest {

  private static final ActivityId ID = new ActivityId("xapi:test");
  private static final CourseRules RULES =
      new CourseRules(RuleBookYaml.shipped(), ZoneId.of("Europe/Brussels"));

  private static Course course(Long enrolled, Long completed) {
    return new Course(
        "https://lms.example/2",
        "Agile",
        new Course.ForCourse(Optional.ofNullable(enrolled), Optional.ofNullable(completed)));
  }

  private static Course quiz(long passed) {
    return new Course("https://lms.example/7", "Self-test", new Course.ForQuiz(passed));
  }

  private static Decision assessed(Course course, CourseFact... facts) {
    return RULES.assess(
        CourseProgress.of(ID, List.of(facts)),
        course.id(),
        Optional.of(course),
        Optional.of(People.max().person()));
  }

  private static Progress told(Step step, String at) {
    return new Progress(Instant.parse(at), "s" + at, step);
  }

  private static Progress told(Step step, String at, String id) {
    return new Progress(Instant.parse(at), id + at, step);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          COURSE | ENROLLED  | granted: max 10
          COURSE | COMPLETED | granted: max 50
          COURSE | SUCCEEDED | granted: max 50
          COURSE | PASSED    | refused: Agile is a course: it pays for completing, not for passing
          QUIZ   | ENROLLED  | refused: Self-test is a quiz: it pays only for passing
          QUIZ   | COMPLETED | refused: Self-test is a quiz: it pays only for passing
          QUIZ   | SUCCEEDED | granted: max 25
          QUIZ   | PASSED    | granted: max 25
          """)
  void The_catalogue_says_what_a_step_pays(String kind, Step step, String outcome) {
    Course course = kind.equals("QUIZ") ? quiz(25) : course(10L, 50L);

    assertThat(Outcome.of(assessed(course, told(step, "2026-04-01T10:00:00Z")))).isEqualTo(outcome);
  }

  @Test
  void Points_outside_the_rules_of_the_day_pay_nothing_until_the_catalogue_is_right() {
    assertThat(
            Outcome.of(assessed(course(10L, 400L), told(Step.COMPLETED, "2026-04-01T10:00:00Z"))))
        .isEqualTo(
            "refused: the catalogue gives 400 points for completing Agile, but the rules allow 10 to 50");
    assertThat(Outcome.of(assessed(course(null, 50L), told(Step.ENROLLED, "2026-04-01T10:00:00Z"))))
        .isEqualTo("refused: enrolling in Agile earns nothing according to the catalogue");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-04-01T10:00:00Z 2026-05-01T10:00:00Z | 2026-04-01
          2026-05-01T10:00:00Z 2026-04-01T10:00:00Z | 2026-04-01
          2023-01-01T10:00:00Z 2026-04-01T10:00:00Z | 2026-04-01
          2026-03-31T22:00:00Z                      | 2026-04-01
          2026-03-31T21:59:59Z                      | 2026-03-31
          2023-03-27T22:00:00Z                      | 2023-03-28
          """)
  void The_first_statement_that_earns_dates_the_award(String told, String earnedOn) {
    Progress[] statements =
        Arrays.stream(told.split(" ")).map(at -> told(Step.COMPLETED, at)).toArray(Progress[]::new);

    assertThat(assessed(course(10L, 50L), statements).pays().orElseThrow().earnedOn())
        .isEqualTo(earnedOn);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          COMPLETED 04-01                                  | granted: max 50
          COMPLETED 04-01, UNCOMPLETED 04-02               | cancelled: the learning platform reported it as not completed on 2026-04-02
          UNCOMPLETED 04-02, COMPLETED 04-01               | cancelled: the learning platform reported it as not completed on 2026-04-02
          COMPLETED 04-01, UNCOMPLETED 04-01               | cancelled: the learning platform reported it as not completed on 2026-04-01
          COMPLETED 04-01, UNCOMPLETED 04-02, COMPLETED 04-03 | granted: max 50
          UNCOMPLETED 04-02, UNCOMPLETED 04-04, COMPLETED 04-03 | cancelled: the learning platform reported it as not completed on 2026-04-04
          UNCOMPLETED 04-02                                | cancelled: the learning platform reported it as not completed on 2026-04-02
          """)
  void Not_completed_takes_back_what_was_completed_until_then(String told, String outcome) {
    CourseFact[] facts =
        Arrays.stream(told.split(", "))
            .map(one -> one.split(" "))
            .map(one -> told(Step.valueOf(one[0]), "2026-" + one[1] + "T10:00:00Z", one[0]))
            .toArray(CourseFact[]::new);

    assertThat(Outcome.of(assessed(course(10L, 50L), facts))).isEqualTo(outcome);
  }

  @Test
  void A_report_of_not_completing_that_is_void_takes_nothing_back() {
    assertThat(
            Outcome.of(
                assessed(
                    course(10L, 50L),
                    told(Step.COMPLETED, "2026-04-01T10:00:00Z", "c"),
                    told(Step.UNCOMPLETED, "2026-04-02T10:00:00Z", "u"),
                    new CourseFact.Voided(
                        Instant.parse("2026-04-03T10:00:00Z"), "u2026-04-02T10:00:00Z"))))
        .isEqualTo("granted: max 50");
  }

  @Test
  void Before_the_program_nothing_is_earned() {
    assertThat(Outcome.of(assessed(course(10L, 50L), told(Step.COMPLETED, "2023-03-27T21:59:59Z"))))
        .isEqualTo("refused: earned on 2023-03-27, before the program began on 2023-03-28");
  }

  @Test
  void A_completion_counts_though_another_statement_tells_only_of_passing() {
    Decision decision =
        assessed(
            course(10L, 50L),
            told(Step.PASSED, "2026-04-01T10:00:00Z"),
            told(Step.COMPLETED, "2026-04-02T10:00:00Z"));

    assertThat(Outcome.of(decision)).isEqualTo("granted: max 50");
  }

  @Test
  void What_the_catalogue_does_not_have_waits() {
    Decision decision =
        RULES.assess(
            CourseProgress.of(ID, List.of(told(Step.COMPLETED, "2026-04-01T10:00:00Z"))),
            "https://lms.example/9",
            Optional.empty(),
            Optional.of(People.max().person()));

    assertThat(Outcome.of(decision))
        .isEqualTo(
            "waiting: the catalogue does not list https://lms.example/9 yet; it counts once it does");
  }

  @Test
  void Of_many_statements_ten_are_kept_and_whatever_earns_is_among_them() {
    CourseProgress many =
        CourseProgress.of(
            ID,
            IntStream.rangeClosed(10, 29)
                .mapToObj(
                    day ->
                        told(
                            day == 25 ? Step.COMPLETED : Step.PASSED,
                            "2026-04-%dT10:00:00Z".formatted(day)))
                .toList());
    CourseProgress kept = RULES.condensed(many, 20, Optional.of(course(10L, 50L)));

    assertThat(kept.open()).hasSize(10).extracting(Progress::step).contains(Step.COMPLETED);
    assertThat(RULES.condensed(many, 20, Optional.empty()).open())
        .hasSize(10)
        .extracting(Progress::step)
        .containsOnly(Step.PASSED);
    assertThat(RULES.condensed(many, 60, Optional.empty())).isEqualTo(many);
    assertThat(RULES.condensed(many, 55, Optional.empty()).open()).hasSize(15);
    assertThat(CourseRules.mayLackStatements(kept)).isTrue();
    assertThat(CourseRules.mayLackStatements(kept.without(List.of(kept.open().getLast()))))
        .isFalse();
  }
}
