package services.dataminer.points.program.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookYamlTest {

  private static final String GOOD =
      """
      editions:
        - id: first
          from: 2023-03-28
          exhibition-meeting:
            points: 500
            divided-among: partner-attendees
          virtual-meeting:
            points: 100
            divided-among: all-attendees
          levels:
            advocate: 750
            enabler: 5000
            catalyst: 15000
            demotion: one-level
      """;

  @Test
  @DisplayName("A file without fault is read as it is written")
  void good() {
    Edition edition =
        new Edition(
            "first",
            LocalDate.parse("2023-03-28"),
            Optional.empty(),
            new MeetingRule(500, Division.PARTNER_ATTENDEES),
            new MeetingRule(100, Division.ALL_ATTENDEES),
            new Levels(750, 5_000, 15_000, Demotion.ONE_LEVEL));

    assertThat(RuleBookYaml.read("good.yaml", GOOD).editions()).containsExactly(edition);
  }

  @ParameterizedTest
  @DisplayName("A fault is named with its line, its column and what is needed instead")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          OF THE GOOD FILE | MAKE THIS                     | FAULTS
          points: 500      | pionts: 500                   | 5:7: `points` is missing & 5:7: unknown key `pionts`; the keys here are points, divided-among
          points: 500      | points: lots                  | 5:15: `points` needs a whole number, not lots
          points: 500      | points: "500"                 | 5:15: `points` needs a whole number, not 500 in quotes
          points: 500      | points: 12.5                  | 5:15: `points` needs a whole number, not 12.5
          points: 500      | points: 99999999999999999999  | 5:15: `points` needs a whole number, not 99999999999999999999
          points: 500      | points: 0                     | 5:7: a meeting pays at least 1 point, not 0
          points: 500      | points: -500                  | 5:7: a meeting pays at least 1 point, not -500
          points: 500      | points:                       | 5:14: `points` needs a whole number, not nothing
          points: 500      | points: [500]                 | 5:15: `points` needs a whole number, not a list
          points: 500      | points: {of: 500}             | 5:15: `points` needs a whole number, not keys and values
          points: 100      | points: 100⏎      points: 1  | 9:7: `points` is given twice, first in line 8
          all-attendees    | customers                     | 9:22: `divided-among` needs one of partner-attendees, all-attendees, not customers
          one-level        | never                         | 14:17: `demotion` needs one of to-level-of-points, one-level, not never
          demotion         | demotions                     | 11:7: `demotion` is missing & 14:7: unknown key `demotions`; the keys here are advocate, enabler, catalyst, demotion
          advocate: 750    | advocate: 0                   | 11:7: an Advocate needs at least 1 point, not 0
          enabler: 5000    | enabler: 500                  | 11:7: each level asks for more than the one below, not 750, 500, 15000
          from: 2023-03-28 | from: 28/3/2023               | 3:11: `from` needs a date such as 2023-03-28, not 28/3/2023
          from: 2023-03-28 | from: 2023-02-29              | 3:11: `from` needs a date such as 2023-03-28, not 2023-02-29
          from: 2023-03-28 | # from: 2023-03-28            | 2:5: `from` is missing
          id: first        | id:                           | 2:8: `id` needs a text, not nothing
          id: first        | id: null                      | 2:9: `id` needs a text, not null
          id: first        | id: [first]                   | 2:9: `id` needs a text, not a list
          exhibition-meeting: | booth-meeting:             | 2:5: `exhibition-meeting` is missing & 4:5: unknown key `booth-meeting`; the keys here are id, from, until, exhibition-meeting, virtual-meeting, levels
          exhibition-meeting: | exhibition-meeting: 500⏎    booth-meeting:  | 4:25: `exhibition-meeting` needs keys and values, not 500 & 5:5: unknown key `booth-meeting`; the keys here are id, from, until, exhibition-meeting, virtual-meeting, levels
          editions:        | edition:                      | 1:1: `editions` is missing & 1:1: unknown key `edition`; the keys here are editions
          """)
  void fault(String part, String replacement, String faults) {
    String bad = GOOD.replaceFirst(part, replacement.replace("⏎", "\n"));

    assertThat(faultsOf(bad)).containsExactly(faults.split(" & "));
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
          editions: &all [*all]    | 1:11: `editions` needs keys and values, not a list
          editions: *none          | 1:11: cannot be read as YAML: found undefined alias none
          editions: [              | 1:12: cannot be read as YAML: while parsing a flow node, expected the node content, but found '<stream end>'
          editions: 'open          | 1:16: cannot be read as YAML: while scanning a quoted scalar, found unexpected end of stream
          editions: []⏎---⏎b: 1  | 2:1: cannot be read as YAML: expected a single document in the stream, but found another document
          editions:⏎⇥- id: first | 2:1: cannot be read as YAML: while scanning for the next token, found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
          """)
  void notEditions(String file, String fault) {
    assertThat(faultsOf(file.replace("⏎", "\n").replace("⇥", "\t"))).containsExactly(fault);
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
          a 2023-03-28 2024-01-01, b 2023-12-31 -                              | 3:19: editions a and b overlap: let a have `until: 2023-12-31`
          a 2023-03-28 -, b 2024-01-01 -                                       | 3:19: editions a and b overlap: let a have `until: 2024-01-01`
          a 2023-03-28 -, b 2023-03-28 -                                       | 3:19: editions a and b overlap: let a have `until: 2023-03-28`
          b 2023-12-31 -, a 2023-03-28 2024-01-01                              | 2:19: editions a and b overlap: let a have `until: 2023-12-31`
          a 2023-03-28 2024-01-01, b 2024-01-02 -                              | 3:19: no edition is in force from 2024-01-01 until 2024-01-02
          a 2023-03-28 2024-01-01                                              | 2:38: edition a ends and none follows: leave out its `until`
          a 2024-01-01 2023-03-28                                              | 2:5: edition a ends on 2023-03-28, not after it begins on 2024-01-01
          a 2023-03-28 2023-03-28                                              | 2:5: edition a ends on 2023-03-28, not after it begins on 2023-03-28
          a 2023-03-28 2024-01-01, a 2024-01-01 -                              | 3:10: two editions have the id a
          a 2023-03-28 2024-01-01, a 2024-02-01 2025-01-01, c 2024-06-01 2026-01-01 | 3:10: two editions have the id a & 3:19: no edition is in force from 2024-01-01 until 2024-02-01 & 4:19: editions a and c overlap: let a have `until: 2024-06-01` & 4:38: edition c ends and none follows: leave out its `until`
          """)
  void misfits(String editions, String faults) {
    assertThat(faultsOf(bookOf(editions))).containsExactly(faults.split(" & "));
  }

  @Test
  @DisplayName("All faults of a file are named at once, in its order")
  void allAtOnce() {
    String bad =
        GOOD.replace("id: first", "id:")
                .replace("points: 100", "points: a hundred")
                .replace("catalyst: 15000", "catalyst: 1.5e4\n      diamond: 50000")
            + "rates: 1\n";

    assertThat(faultsOf(bad))
        .containsExactly(
            "2:8: `id` needs a text, not nothing",
            "8:15: `points` needs a whole number, not a hundred",
            "13:17: `catalyst` needs a whole number, not 1.5e4",
            "14:7: unknown key `diamond`; the keys here are advocate, enabler, catalyst, demotion",
            "16:1: unknown key `rates`; the keys here are editions");
  }

  @Test
  @DisplayName("The message has a line for each fault, which begins with the file's name")
  void message() {
    String bad = GOOD.replace("id: first", "id:").replace("points: 100", "points: 0");

    assertThat(catchThrowableOfType(FaultyRuleBook.class, () -> RuleBookYaml.read("my.yaml", bad)))
        .hasMessage(
            """
            my.yaml:2:8: `id` needs a text, not nothing
            my.yaml:8:7: a meeting pays at least 1 point, not 0\
            """);
  }

  @Test
  @DisplayName("Later changes are editions of their own, each in force on its days")
  void laterChanges() {
    RuleBook book = RuleBookYaml.read("later", resource("/rules/later-public-changes.yaml"));

    assertThat(book.editions())
        .extracting(Edition::id)
        .containsExactly("2023-03-28", "named-training", "catalyst-25000", "catalyst-15000");
    assertThat(editionOn(book, "2023-08-27").id()).isEqualTo("2023-03-28");
    assertThat(editionOn(book, "2023-08-28").id()).isEqualTo("named-training");
    assertThat(editionOn(book, "2024-12-31").levels().catalyst()).isEqualTo(25_000);
    assertThat(editionOn(book, "2025-01-01").levels().catalyst()).isEqualTo(15_000);
  }

  @Test
  @DisplayName("Every reading of unclear wording can be switched to the other")
  void otherReadings() {
    Edition edition =
        RuleBookYaml.read("other", resource("/rules/other-readings.yaml")).editions().getFirst();

    assertThat(edition.exhibitionMeeting().divided()).isEqualTo(Division.ALL_ATTENDEES);
    assertThat(edition.virtualMeeting().divided()).isEqualTo(Division.ALL_ATTENDEES);
    assertThat(edition.levels().demotion()).isEqualTo(Demotion.ONE_LEVEL);
  }

  private static Edition editionOn(RuleBook book, String day) {
    return book.inForceOn(LocalDate.parse(day)).orElseThrow();
  }

  private static List<String> faultsOf(String text) {
    return catchThrowableOfType(FaultyRuleBook.class, () -> RuleBookYaml.read("bad.yaml", text))
        .faults()
        .stream()
        .map(Fault::toString)
        .toList();
  }

  /// A file with a line for each edition, told as `id from until`.
  private static String bookOf(String editions) {
    return Arrays.stream(editions.split(", "))
        .map(edition -> edition.split(" "))
        .map(
            e ->
                "  - {id: %s, from: %s, %sexhibition-meeting: *m, virtual-meeting: *m, levels: *l}\n"
                    .formatted(e[0], e[1], e[2].equals("-") ? "" : "until: " + e[2] + ", "))
        .collect(Collectors.joining("", "editions:\n", ""))
        .replaceFirst("\\*m", "&m {points: 1, divided-among: all-attendees}")
        .replaceFirst(
            "\\*l", "&l {advocate: 1, enabler: 2, catalyst: 3, demotion: to-level-of-points}");
  }

  private static String resource(String name) {
    try (InputStream file = RuleBookYamlTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
