package services.dataminer.points.functions.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookViolationsTest {

  @ParameterizedTest
  @DisplayName("A fault is named with its line, its column and what is needed instead")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          OF THE GOOD FILE | MAKE THIS                     | FAULTS
          points: 500      | pionts: 500                   | 5:7: `points` is missing & 5:7: unknown key `pionts`; the keys here are points, divided-among
          points: 500      | points: lots                  | 5:15: `points` needs a whole number of at most nine digits, not lots
          points: 500      | points: "500"                 | 5:15: `points` needs a whole number of at most nine digits, not 500 in quotes
          points: 500      | points: 12.5                  | 5:15: `points` needs a whole number of at most nine digits, not 12.5
          points: 500      | points: 99999999999999999999  | 5:15: `points` needs a whole number of at most nine digits, not 99999999999999999999
          points: 500      | points: 1000000000            | 5:15: `points` needs a whole number of at most nine digits, not 1000000000
          points: 500      | points: 0                     | 5:7: a meeting pays at least 1 point, not 0
          points: 500      | points: -500                  | 5:7: a meeting pays at least 1 point, not -500
          points: 500      | points:                       | 5:14: `points` needs a whole number of at most nine digits, not nothing
          points: 500      | points: [500]                 | 5:15: `points` needs a whole number of at most nine digits, not a list
          points: 500      | points: {of: 500}             | 5:15: `points` needs a whole number of at most nine digits, not keys and values
          points: 100      | points: 100⏎      points: 1  | 9:7: `points` appears twice, first on line 8
          all-attendees    | customers                     | 9:22: `divided-among` needs one of partner-attendees, all-attendees, not customers
          one-level        | never                         | 14:17: `demotion` needs one of to-level-of-points, one-level, not never
          demotion         | demotions                     | 11:7: `demotion` is missing & 14:7: unknown key `demotions`; the keys here are advocate, enabler, catalyst, demotion, descriptions, benefits
          one-level        | one-level⏎      descriptions: {novice: new} | 15:22: unknown key `novice`; the keys here are member, advocate, enabler, catalyst
          one-level        | one-level⏎      descriptions: {enabler: } | 15:30: `enabler` needs text, not nothing
          one-level        | one-level⏎      descriptions: trusted | 15:21: `descriptions` needs keys and values, not trusted
          one-level        | one-level⏎      benefits: {novice: [a]}  | 15:18: unknown key `novice`; the keys here are member, advocate, enabler, catalyst, unassigned
          one-level        | one-level⏎      benefits: {enabler: a}  | 15:27: `enabler` needs a list of at least one entry, not a
          one-level        | one-level⏎      benefits: {enabler: []}  | 15:27: `enabler` needs a list of at least one entry, not an empty list
          one-level        | one-level⏎      benefits: {enabler: [a, ""]} | 15:31: `enabler` needs text, not  in quotes
          one-level        | one-level⏎      benefits: {member: [a], enabler: [b, a]} | 15:17: `a` is listed twice
          advocate: 750    | advocate: 0                   | 11:7: an Advocate needs at least 1 point, not 0
          enabler: 5000    | enabler: 500                  | 11:7: each level needs more points than the one below, not 750, 500, 15000
          from: 2023-03-28 | from: 28/3/2023               | 3:11: `from` needs a date such as 2023-03-28, not 28/3/2023
          from: 2023-03-28 | from: 2023-02-29              | 3:11: `from` needs a date such as 2023-03-28, not 2023-02-29
          from: 2023-03-28 | # from: 2023-03-28            | 2:5: `from` is missing
          id: first        | id:                           | 2:8: `id` needs text, not nothing
          id: first        | id: null                      | 2:9: `id` needs text, not null
          id: first        | id: [first]                   | 2:9: `id` needs text, not a list
          exhibition-meeting: | booth-meeting:             | 2:5: `exhibition-meeting` is missing & 4:5: unknown key `booth-meeting`; the keys here are id, from, until, exhibition-meeting, virtual-meeting, hosted-event, use-case, courses, quizzes, contributions, dojo, levels
          exhibition-meeting: | exhibition-meeting: 500⏎    booth-meeting:  | 4:25: `exhibition-meeting` needs keys and values, not 500 & 5:5: unknown key `booth-meeting`; the keys here are id, from, until, exhibition-meeting, virtual-meeting, hosted-event, use-case, courses, quizzes, contributions, dojo, levels
          1 to 1000        | 1000 to 1                     | 16:23: `points-per-day` needs points such as 25, or a range such as 10 to 50, not 1000 to 1
          1 to 1000        | 0 to 1000                     | 16:23: `points-per-day` needs points such as 25, or a range such as 10 to 50, not 0 to 1000
          1 to 1000        | -10 to -1                     | 16:7: a day of an event pays at least 1 point, not -10
          1 to 1000        | 1 to 99999999999999999999     | 16:23: `points-per-day` needs points such as 25, or a range such as 10 to 50, not 1 to 99999999999999999999
          1 to 1000        | up to 1000                    | 16:23: `points-per-day` needs points such as 25, or a range such as 10 to 50, not up to 1000
          [inspire]        | inspire                       | 17:15: `series` needs a list of at least one entry, not inspire
          [inspire]        | []                            | 17:15: `series` needs a list of at least one entry, not an empty list
          [inspire]        | [inspire, meetup]             | 17:25: `series` needs one of inspire, empower, not meetup
          250 to 1000      | 250-1000                      | 19:15: `points` needs points such as 25, or a range such as 10 to 50, not 250-1000
          enrolled: 10 to 50 | enroled: 10 to 50           | 21:7: unknown key `enroled`; the keys here are enrolled, completed, only
          enrolled: 10 to 50 | completed: -5               | 21:7: completing pays at least 1 point, not -5
          enrolled: 10 to 50 | completed:                  | 21:17: `completed` needs points such as 25, or a range such as 10 to 50, not nothing
          , https://lms.example/b | , []                   | 22:37: `only` needs text, not an empty list
          passed: 400      | passed: 0                     | 24:15: `passed` needs points such as 25, or a range such as 10 to 50, not 0
          upvote: 1        | Up Vote: 1                    | 26:16: `Up Vote` is not a valid action: use lower-case words joined by hyphens, at most 40 characters
          upvote: 1        | upvote:                       | 26:14: `upvote` needs points such as 25, or a range such as 10 to 50, not nothing
          upvote: 1        | feedback: 1                   | 28:7: `feedback` appears twice, first on line 26
          at-most: 100     | at-most: 0                    | 29:9: a cap must be at least 1 point, not 0
          at-most: 100     | twice: 100                    | 29:9: `at-most` is missing & 30:9: unknown key `twice`; the keys here are points, at-most, per
          points: 50⏎      | points: -50⏎                  | 29:9: an action that deducts points cannot have a cap
          calendar-month   | month                         | 31:14: `per` needs one of calendar-month, membership-year, not month
          rate: 2          | rate: 0                       | 33:7: a point is worth at least 1 DOJO point, not 0
          editions:        | edition:                      | 1:1: `editions` is missing & 1:1: unknown key `edition`; the keys here are editions, not-people
          """)
  void fault(String part, String replacement, String faults) {
    String bad = RuleFiles.good().replaceFirst(Pattern.quote(lines(part)), lines(replacement));

    assertThat(RuleFiles.violationsOf(bad)).containsExactly(faults.split(" & "));
  }

  @ParameterizedTest
  @DisplayName("A file that is no list of editions is refused as a whole")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          FILE                     | FAULT
          ''                       | 1:1: needs keys and values, not nothing
          # nothing yet            | 1:1: needs keys and values, not nothing
          500                      | 1:1: needs keys and values, not 500
          - editions               | 1:1: needs keys and values, not a list
          editions: {}             | 1:11: `editions` needs a list of at least one entry, not keys and values
          editions: []             | 1:11: `editions` needs a list of at least one entry, not an empty list
          editions: [first]        | 1:12: `editions` needs keys and values, not first
          editions: &all [*all]    | 1:17: an alias can stand for a single value only
          editions: *none          | 1:11: cannot be read as YAML: found undefined alias none
          editions: [              | 1:12: cannot be read as YAML: while parsing a flow node, expected the node content, but found '<stream end>'
          editions: 'open          | 1:16: cannot be read as YAML: while scanning a quoted scalar, found unexpected end of stream
          editions: []⏎---⏎b: 1  | 2:1: cannot be read as YAML: expected a single document in the stream, but found another document
          editions:⏎⇥- id: first | 2:1: cannot be read as YAML: while scanning for the next token, found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
          """)
  void notEditions(String file, String fault) {
    assertThat(RuleFiles.violationsOf(lines(file).replace("⇥", "\t"))).containsExactly(fault);
  }

  @Test
  @DisplayName("All faults of a file are named at once, in its order")
  void allAtOnce() {
    String bad =
        RuleFiles.good()
                .replace("id: first", "id:")
                .replace("points: 100", "points: a hundred")
                .replace("catalyst: 15000", "catalyst: 1.5e4\n      diamond: 50000")
            + "rates: 1\n";

    assertThat(RuleFiles.violationsOf(bad))
        .containsExactly(
            "2:8: `id` needs text, not nothing",
            "8:15: `points` needs a whole number of at most nine digits, not a hundred",
            "13:17: `catalyst` needs a whole number of at most nine digits, not 1.5e4",
            "14:7: unknown key `diamond`; the keys here are advocate, enabler, catalyst, demotion, descriptions, benefits",
            "35:1: unknown key `rates`; the keys here are editions, not-people");
  }

  @Test
  @DisplayName("The message has a line for each fault, which begins with the file's name")
  void message() {
    String bad = RuleFiles.good().replace("id: first", "id:").replace("points: 100", "points: 0");

    assertThat(catchThrowableOfType(InvalidRuleBook.class, () -> RuleBookYaml.read("my.yaml", bad)))
        .hasMessage(
            """
            my.yaml:2:8: `id` needs text, not nothing
            my.yaml:8:7: a meeting pays at least 1 point, not 0\
            """);
  }

  private static String lines(String text) {
    return text.replace("⏎", "\n");
  }
}
