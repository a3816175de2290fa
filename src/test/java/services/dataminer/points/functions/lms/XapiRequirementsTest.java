package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.ProblemType;

/// What the conformance requirements of xAPI 1.0.3 ask of statements, from
/// `src/test/resources/lms/requirements.txt`.
class XapiRequirementsTest {

  private static final Path TABLE = Path.of("src/test/resources/lms/requirements.txt");
  private static final List<String> OF_STATEMENTS_ALONE =
      List.of("id", "stored", "authority", "version");

  /// One change to a statement that is right in everything.
  record Requirement(String name, String pointer, boolean taken, String json) {

    boolean holdsWithin() {
      return OF_STATEMENTS_ALONE.stream().noneMatch(pointer.substring(1)::equals);
    }

    @Override
    public String toString() {
      return name + " " + pointer + " " + json;
    }
  }

  static List<Requirement> requirements() throws IOException {
    try (Stream<String> lines = Files.lines(TABLE)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(XapiRequirementsTest::requirements)
          .toList();
    }
  }

  private static Stream<Requirement> requirements(String line) {
    List<String> cells = Stream.of(line.split(" \\| ", 4)).map(String::strip).toList();
    assertThat(cells.get(2)).isIn("taken", "refused");
    return Stream.of(cells.get(3).split(" // "))
        .map(
            value ->
                new Requirement(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2).equals("taken"),
                    value.equals("-") ? "" : value));
  }

  static List<Requirement> requirementsWithin() throws IOException {
    return requirements().stream().filter(Requirement::holdsWithin).toList();
  }

  private static ObjectNode everythingWithin() {
    ObjectNode inner = Fixture.statement("everything");
    inner.remove(OF_STATEMENTS_ALONE);
    ObjectNode outer = Fixture.statement("everything");
    outer.remove("context");
    outer.set("object", inner.put("objectType", "SubStatement"));
    return outer;
  }

  private static void check(ObjectNode statement, boolean taken) {
    if (taken) {
      assertThatCode(() -> batch(statement)).doesNotThrowAnyException();
    } else {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> batch(statement))
          .matches(refused -> refused.problem().type() == ProblemType.INVALID_STATEMENT);
    }
  }

  private static void batch(ObjectNode statement) {
    Batch.of(statement, Attachments.none());
  }

  @Test
  void What_is_right_in_everything_is_taken() {
    check(Fixture.statement("everything"), true);
    check(everythingWithin(), true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requirements")
  void A_statement_keeps(Requirement requirement) {
    ObjectNode statement = Fixture.statement("everything");

    check(Fixture.with(statement, requirement.pointer(), requirement.json()), requirement.taken());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requirementsWithin")
  void A_statement_within_a_statement_keeps(Requirement requirement) {
    ObjectNode statement = everythingWithin();

    check(
        Fixture.with(statement, "/object" + requirement.pointer(), requirement.json()),
        requirement.taken());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          XAPI-00070 | /object/id        | "0b5d2d3c-4a8e-4c4e-9d1f-2f6b9d9f8a78"
          XAPI-00069 | /object/stored    | "2026-08-31T17:30:01.004Z"
          XAPI-00068 | /object/version   | "1.0.0"
          XAPI-00067 | /object/authority | {"mbox":"mailto:lms@lms.example"}
          XAPI-00071 | /object/object    | {"objectType":"SubStatement","actor":{"mbox":"mailto:a@b.example"},"verb":{"id":"https://a.example/v"},"object":{"id":"https://a.example/o"}}
          """)
  void A_statement_within_a_statement_has_less(String name, String pointer, String json) {
    ObjectNode statement = everythingWithin();
    ((ObjectNode) statement.get("object")).remove("context");

    check(Fixture.with(statement, pointer, json), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          XAPI-00065 | {"objectType":"Agent","mbox":"mailto:ben@acme.example"}                          | true
          XAPI-00065 | {"mbox":"mailto:ben@acme.example"}                                               | false
          XAPI-00065 | {"objectType":"Group","member":[{"mbox":"mailto:ben@acme.example"}]}             | true
          XAPI-00065 | {"member":[{"mbox":"mailto:ben@acme.example"}]}                                  | false
          XAPI-00072 | {"objectType":"StatementRef","id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6"}        | true
          XAPI-00072 | {"objectType":"StatementRef"}                                                    | false
          XAPI-00072 | {"objectType":"StatementRef","id":"MA97B177-9383-4934-8543-0F91A7A02836"}        | false
          XAPI-00073 | {"objectType":"statementref","id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6"}        | false
          """)
  void An_object_that_is_no_activity_says_what_it_is(String name, String object, boolean taken) {
    ObjectNode statement = Fixture.with(Fixture.statement("everything"), "/object", object);
    statement.remove("context");

    check(statement, taken);
  }
}
