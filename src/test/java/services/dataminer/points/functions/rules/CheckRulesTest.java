package services.dataminer.points.functions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckRulesTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  @DisplayName("Of the first edition everything is shown, of each later one what it changes")
  void changes() throws IOException {
    assertThat(check(RuleFiles.resource("later-public-changes.yaml"))).isEqualTo(CheckRules.GOOD);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            my.yaml is a valid rule book

            edition 2023-03-28, from 2023-03-28 until 2023-08-28
              exhibition-meeting.points         500
              exhibition-meeting.divided-among  partner-attendees
              virtual-meeting.points            100
              virtual-meeting.divided-among     partner-attendees
              hosted-event.points-per-day       1 to 1000
              hosted-event.series               inspire, empower
              use-case.points                   250 to 1000
              courses.enrolled                  10 to 50
              courses.completed                 10 to 50
              quizzes.passed                    1 to 400
              contributions.answer-question     25
              contributions.feedback            50, at most 100 per calendar-month
              dojo.rate                         1
              levels.advocate                   750
              levels.enabler                    5000
              levels.catalyst                   15000
              levels.demotion                   to-level-of-points

            edition named-training, from 2023-08-28 until 2024-01-01
              courses.enrolled   10 to 50 -> nothing
              courses.completed  10 to 50 -> 400
              courses.only       - -> https://lms.example/course/view.php?id=17

            edition catalyst-25000, from 2024-01-01 until 2025-01-01
              levels.catalyst  15000 -> 25000

            edition catalyst-15000, from 2025-01-01 until further notice
              levels.catalyst  25000 -> 15000
            """);
    assertThat(err.size()).isZero();
  }

  @Test
  @DisplayName("An edition that changes nothing says so")
  void nothing() throws IOException {
    String two =
        """
        editions:
          - id: a
            from: 2023-03-28
            exhibition-meeting: {points: 1, divided-among: all-attendees}
            virtual-meeting: {points: 1, divided-among: all-attendees}
            hosted-event: {points-per-day: 1, series: [inspire]}
            use-case: {points: 1}
            courses: {}
            quizzes: {passed: 1}
            contributions: {}
            dojo: {rate: 1}
            levels: {advocate: 1, enabler: 2, catalyst: 3, demotion: one-level}
          - {id: b, from: 2024-01-01}
        """;

    assertThat(check(two)).isEqualTo(CheckRules.GOOD);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .endsWith("edition b, from 2024-01-01 until further notice\n  changes nothing\n");
  }

  @Test
  @DisplayName("Every fault is shown with the file's name and its line, and no table")
  void faults() throws IOException {
    String bad = RuleFiles.good().replace("rate: 2", "rate: two").replace("upvote: 1", "upvote:");

    assertThat(check(bad)).isEqualTo(CheckRules.INVALID);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            my.yaml:26:14: `upvote` needs points such as 25, or a range such as 10 to 50, not nothing
            my.yaml:33:13: `rate` needs a whole number of at most nine digits, not two
            """);
    assertThat(out.size()).isZero();
  }

  @Test
  @DisplayName("A file that is not there is said to be unreadable")
  void missing() {
    assertThat(check(folder.resolve("none.yaml"))).isEqualTo(CheckRules.UNREADABLE);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("my.yaml cannot be read");
  }

  private int check(String text) throws IOException {
    return check(Files.writeString(folder.resolve("rules.yaml"), text));
  }

  private int check(Path file) {
    return CheckRules.check(
        file,
        "my.yaml",
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
