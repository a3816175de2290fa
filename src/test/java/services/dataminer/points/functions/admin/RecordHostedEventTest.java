package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.application.message.RecordingMessageQueues.Sent;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.fixture.Recordings;

@WholeSuite
class RecordHostedEventTest {

  private static final String PATH = "/v1/hosted-events";
  private static final String GHENT =
      """
      {"id":"inspire-ghent-2026","title":"Inspire, Ghent","series":"INSPIRE",
       "days":[{"date":"2026-10-02","points":800},{"date":"2026-10-01","points":1000}],
       "people":["ben","ada"]}
      """;

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void directory() {
    api.program.partner("acme", "acme.example");
    api.program.member("ada", "acme");
    api.program.member("ben", "acme");
  }

  private HttpAnswer post(String body) {
    return api.send(HttpCall.of("POST", PATH).json(body).at("2026-10-20T09:00:00Z"));
  }

  @Test
  void An_event_goes_to_its_queue_with_who_recorded_it() {
    HttpAnswer answer = post(GHENT);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(json("{\"activityId\":\"hosted-event:inspire-ghent-2026\"}"));
    assertThat(api.queues.take())
        .containsExactly(
            new Sent(
                QueueName.of(ActivityKind.HOSTED_EVENT),
                RecordedAwardMessage.of(
                    new ActivityId("hosted-event:inspire-ghent-2026"),
                    Recordings.event(List.of("2026-10-01 1000", "2026-10-02 800"), "ada ben"))));
  }

  @Test
  void An_event_is_divided_once_and_dated_by_its_last_day() {
    post(GHENT);
    api.work();

    assertThat(api.program.entriesOf("ada"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.points()).isEqualTo(900);
              assertThat(entry.earnedOn()).isEqualTo("2026-10-02");
            });
    assertThat(api.program.balanceOf("ben")).isEqualTo(900);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id     |                                  | id: is missing
          id     | "a b"                            | id: must be an id of 1 to 64 letters, digits, ".", "_" and "-", starting with a letter or digit
          id     | "a:b"                            | id: must be an id of 1 to 64 letters, digits, ".", "_" and "-", starting with a letter or digit
          title  |                                  | title: is missing
          title  | " "                              | title: must not be empty
          series |                                  | series: is missing
          series | "SUMMIT"                         | series: must be INSPIRE or EMPOWER
          people |                                  | people: is missing
          people | []                               | people: must have 1 to 1000 entries
          people | "ada"                            | people: must be a list
          people | ["ada","ben","ada"]              | people[2]: is listed twice
          people | ["ada",7,null,"b c"]             | `people[1]: must be a string; people[2]: is missing; people[3]: must be an id of 1 to 64 letters, digits, "_", "|" and "-", starting with a letter or digit`
          people | ["nobody","ada","nemo"]          | people[0]: is not a member: sign the person up first; people[2]: is not a member: sign the person up first
          people | ["ada@acme.example"]             | `people[0]: must be an id of 1 to 64 letters, digits, "_", "|" and "-", starting with a letter or digit`
          days   |                                  | days: is missing
          days   | []                               | days: must have 1 to 31 entries
          days   | [7]                              | days[0]: must be an object
          days   | [{"date":"2026-10-01"}]          | days[0].points: is missing
          days   | [{"points":1}]                   | days[0].date: is missing
          days   | [{"date":"2026-10-32","points":1}]   | days[0].date: must be a date such as 2026-09-11
          days   | [{"date":"2026-10-01","points":1001}]| days[0].points: must be a whole number from 1 to 1000
          days   | [{"date":"2026-10-01","points":0}]   | days[0].points: must be a whole number from 1 to 1000
          days   | [{"date":"2026-10-01","points":1.5}] | days[0].points: must be a whole number from 1 to 1000
          days   | [{"date":"2026-10-01","points":"1"}] | days[0].points: must be a whole number from 1 to 1000
          days   | [{"date":"2026-10-21","points":1}]   | days[0].date: must not be after today, 2026-10-20
          days   | [{"date":"2023-03-27","points":1}]   | days[0].date: must not be before the program began on 2023-03-28
          days   | [{"date":"2026-10-01","points":1},{"date":"2026-10-01","points":2}] | days[1].date: is listed twice
          days   | [{"date":"2026-10-01","points":1,"hall":7}] | days[0].hall: is not a known field: remove it
          venue  | "Ghent"                          | venue: is not a known field: remove it
          """)
  void What_is_wrong_is_named(String field, String value, String faults) {
    HttpAnswer answer = post(Bodies.with(GHENT, field, value));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(faults.split("; "));
    assertThat(api.queues.take()).isEmpty();
    assertThat(api.get("/v1/activities/hosted-event:inspire-ghent-2026").status()).isEqualTo(404);
  }

  @Test
  void Everything_wrong_is_named_at_once() {
    HttpAnswer answer =
        post(
            """
            {"id":"","days":[{"date":"2027-01-01","points":2000},{"date":"2023-01-01","points":-1}],
             "people":["ada","ada"]}
            """);

    assertThat(answer.violations())
        .containsExactly(
            "id: must not be empty",
            "title: is missing",
            "series: is missing",
            "days[0].date: must not be after today, 2026-10-20",
            "days[1].date: must not be before the program began on 2023-03-28",
            "people[1]: is listed twice",
            "days[0].points: must be a whole number from 1 to 1000",
            "days[1].points: must be a whole number from 1 to 1000");
  }

  @Test
  void Today_is_a_day_in_the_programs_zone() {
    String today = Bodies.with(GHENT, "days", "[{\"date\":\"2026-10-21\",\"points\":1}]");

    assertThat(api.send(HttpCall.of("POST", PATH).json(today).at("2026-10-20T21:59:59Z")).status())
        .isEqualTo(422);
    assertThat(api.send(HttpCall.of("POST", PATH).json(today).at("2026-10-20T22:00:00Z")).status())
        .isEqualTo(202);
  }

  @Test
  void A_thousand_people_with_the_longest_ids_are_taken_and_one_more_is_not() {
    List<String> ids =
        IntStream.range(0, 1001).mapToObj(i -> "%04d".formatted(i).repeat(16)).toList();
    api.local.enter(
        table -> {
          var program = new Program(table);
          ids.subList(0, 1000).forEach(id -> program.member(id, null));
        });

    assertThat(post(Bodies.with(GHENT, "people", lines(ids.subList(0, 1000)))).status())
        .isEqualTo(202);
    assertThat(post(Bodies.with(GHENT, "people", lines(ids))).violations())
        .containsExactly("people: must have 1 to 1000 entries");
  }

  private static String lines(List<String> ids) {
    return ids.stream()
        .map("        \"%s\""::formatted)
        .collect(Collectors.joining(",\n", "[\n", "]"));
  }
}
