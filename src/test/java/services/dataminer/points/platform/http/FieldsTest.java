package services.dataminer.points.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.functions.field.AddressField;

class FieldsTest {

  private enum Series {
    INSPIRE,
    EMPOWER
  }

  private record Day(LocalDate date, long points) {
    Day {
      if (points <= 0) {
        throw new IllegalArgumentException("a day without points");
      }
    }
  }

  private record Event(
      String id, Series series, List<Day> days, List<String> people, Optional<Instant> heldAt) {}

  private static Event event(Fields body) {
    return new Event(
        body.at("id").text(Pattern.compile("[a-z0-9-]{1,64}"), "an id such as inspire-2026"),
        body.at("series").oneOf(Series.class),
        body.list(
            "days",
            1,
            3,
            day -> day.object(d -> new Day(d.date("date"), d.whole("points", 0, 1000)))),
        body.list("people", 0, 5, person -> person.text(10)),
        body.optional("heldAt", Value::instant));
  }

  @Test
  void Fields_make_a_value_when_all_are_right() {
    Event event =
        Fields.strict(
                object(
                    """
                    {"id":"inspire-2026","series":"EMPOWER","days":[{"date":"2026-10-01","points":1000}],
                     "people":[" ada ","ben"],"heldAt":"2026-10-01T12:00:00.1234567891+02:00"}
                    """))
            .read(FieldsTest::event);

    assertThat(event)
        .isEqualTo(
            new Event(
                "inspire-2026",
                Series.EMPOWER,
                List.of(new Day(LocalDate.of(2026, 10, 1), 1000)),
                List.of("ada", "ben"),
                Optional.of(Instant.parse("2026-10-01T10:00:00.123456789Z"))));
  }

  @Test
  void Every_fault_is_named_by_its_dotted_path_at_once() {
    Map<String, String> faults =
        violationsOf(
            """
            {"id":"No Blanks","series":"OTHER","people":["ada",7,"much too long a name"],"colour":"red",
             "days":[{"date":"2026-02-30","points":1001},{"points":1.5,"hour":1},"none"],"heldAt":"noon"}
            """,
            FieldsTest::event);

    assertThat(faults)
        .containsExactly(
            Map.entry("id", "must be an id such as inspire-2026"),
            Map.entry("series", "must be INSPIRE or EMPOWER"),
            Map.entry("days[0].date", "must be a date such as 2026-09-11"),
            Map.entry("days[0].points", "must be a whole number from 0 to 1000"),
            Map.entry("days[1].date", "is missing"),
            Map.entry("days[1].points", "must be a whole number from 0 to 1000"),
            Map.entry("days[1].hour", "is not a known field: remove it"),
            Map.entry("days[2]", "must be an object"),
            Map.entry("people[1]", "must be a string"),
            Map.entry("people[2]", "must have at most 10 characters and no control characters"),
            Map.entry("heldAt", "must be a time such as 2026-09-11T10:30:00Z"),
            Map.entry("colour", "is not a known field: remove it"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u200B",
        "\\u200D\\u200C",
        "\\uFEFF \\u00AD",
        "\\u202E",
        "\\u00A0",
        "\\u3164",
        "\\n\\uFE0F\\u2060"
      })
  void Words_that_nobody_can_see_are_refused(String name) {
    assertThat(violationsOf("{\"name\":\"%s\"}".formatted(name), body -> body.words("name", 20)))
        .hasEntrySatisfying(
            "name",
            why -> assertThat(why).isIn("must have a visible character", "must not be empty"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"علی\u200Cرضا", "ශ්\u200Dරී", "क्\u200Dष", "👩\u200D💻", "-"})
  void Words_keep_joiners_between_what_can_be_seen(String name) {
    assertThat(
            Fields.strict(object("{\"name\":\"" + name + "\"}"))
                .<String>read(body -> body.words("name", 20)))
        .isEqualTo(name);
  }

  @Test
  void Null_is_the_same_as_left_out() {
    assertThat(violationsOf("{\"id\":null,\"heldAt\":null,\"people\":null}", FieldsTest::event))
        .containsOnlyKeys("id", "series", "days");
  }

  @Test
  void Unknown_fields_are_passed_over_when_lenient() {
    assertThat(
            Fields.lenient(object("{\"name\":\"Ada\",\"colour\":\"red\"}"))
                .<String>read(body -> body.text("name", 20)))
        .isEqualTo("Ada");
  }

  @Test
  void A_condition_over_two_fields_is_told_only_when_both_are_sound() {
    Function<Fields, String> ordered =
        body -> {
          LocalDate startsOn = body.date("startsOn");
          LocalDate endsOn = body.date("endsOn");
          if (body.sound("startsOn", "endsOn") && endsOn.isBefore(startsOn)) {
            body.addViolation("endsOn", "must not be before startsOn");
          }
          return "read";
        };

    assertThat(violationsOf("{\"startsOn\":\"2026-09-12\",\"endsOn\":\"2026-09-11\"}", ordered))
        .containsExactly(Map.entry("endsOn", "must not be before startsOn"));
    assertThat(violationsOf("{\"startsOn\":\"2026-09-12\",\"endsOn\":\"soon\"}", ordered))
        .containsExactly(Map.entry("endsOn", "must be a date such as 2026-09-11"));
  }

  @Test
  void A_missing_object_is_one_fault_and_not_one_for_each_field_below() {
    assertThat(
            violationsOf(
                "{\"points\":[]}",
                body -> body.at("points").object(points -> points.whole("passed", 0, 400))))
        .containsExactly(Map.entry("points", "must be an object"));
  }

  @Test
  void A_fault_of_the_reader_is_not_taken_for_one_of_the_fields() {
    assertThatThrownBy(
            () ->
                Fields.strict(object("{}"))
                    .read(
                        _ -> {
                          throw new IllegalStateException("a bug");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a bug");
  }

  @Test
  void A_body_with_thousands_of_faults_is_answered_with_some_of_them() {
    String fields =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "\"" + "x".repeat(300) + i + "\":1")
            .collect(Collectors.joining(","));

    assertThat(violationsOf("{" + fields + "}", _ -> "read"))
        .hasSizeLessThanOrEqualTo(50)
        .allSatisfy((path, _) -> assertThat(path).hasSizeLessThanOrEqualTo(200));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text | 5",
        "text | ``",
        "text | \"  \"",
        "text | \"a\\u0000b\"",
        "text | \"a\\ud800b\"",
        "whole | 1.0",
        "whole | \"5\"",
        "whole | -1",
        "whole | 99999999999999999999",
        "flag | \"true\"",
        "flag | 1",
        "zone | \"Europe/Ghent\"",
        "zone | \"+25:00\"",
        "address | \"ada\"",
        "address | \"a@b@c\"",
        "uri | \"lms.example\"",
        "uri | \"https://a b\"",
        "list | {}",
        "list | [1,2,3,4]"
      })
  void A_value_of_the_wrong_kind_is_a_fault(String kind, String json) {
    String value = json.isEmpty() ? "null" : json;

    assertThat(violationsOf("{\"value\":" + value + "}", body -> read(kind, body.at("value"))))
        .containsOnlyKeys("value");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text | \"Zürich 🙂\" | Zürich 🙂",
        "whole | 100 | 100",
        "flag | true | true",
        "zone | \"Europe/Amsterdam\" | Europe/Amsterdam",
        "address | \" Ada@ACME.example \" | ada@acme.example",
        "uri | \"https://lms.example\" | https://lms.example",
        "list | [1,2] | [1, 2]"
      })
  void A_value_of_the_right_kind_is_read(String kind, String json, String expected) {
    Object value =
        Fields.strict(object("{\"value\":" + json + "}"))
            .read(body -> read(kind, body.at("value")));

    assertThat(value).hasToString(expected);
  }

  private static Object read(String kind, Value value) {
    return switch (kind) {
      case "text" -> value.text(20);
      case "whole" -> value.whole(0, 1000);
      case "flag" -> value.flag();
      case "zone" -> value.zone();
      case "address" -> AddressField.of(value);
      case "uri" -> value.uri(100);
      case "list" -> value.list(0, 3, entry -> entry.whole(0, 9));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Map<String, String> violationsOf(String json, Function<Fields, ?> reader) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> Fields.strict(object(json)).read(reader));
    assertThat(refused.problem().type()).isEqualTo(ProblemType.INVALID_FIELDS);
    var faults = new LinkedHashMap<String, String>();
    refused.problem().errors().forEach(fault -> faults.put(fault.field(), fault.message()));
    return faults;
  }

  private static ObjectNode object(String json) {
    return JsonBody.object(json.getBytes(StandardCharsets.UTF_8));
  }
}
