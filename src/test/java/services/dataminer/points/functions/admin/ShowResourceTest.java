package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;

@WholeSuite
class ShowResourceTest {

  private static final String IBC =
      """
      {"name":"IBC 2026","startsOn":"2026-09-11","endsOn":"2026-09-14",
       "timeZone":"Europe/Amsterdam","calendarEventTypes":[1131]}
      """;

  private final AdminApi api = new AdminApi();

  @Test
  void A_show_is_new_once_and_reads_as_entered() {
    HttpAnswer created = api.put("/v1/shows/ibc-2026", IBC);
    HttpAnswer again = api.put("/v1/shows/ibc-2026", IBC);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body())
        .isEqualTo(
            json(
                """
                {"id":"ibc-2026","name":"IBC 2026","startsOn":"2026-09-11","endsOn":"2026-09-14",
                 "timeZone":"Europe/Amsterdam","calendarEventTypes":[1131]}
                """));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(created.body());
    assertThat(api.get("/v1/shows/ibc-2026")).isEqualTo(again);
  }

  @Test
  void A_show_may_have_no_event_types() {
    HttpAnswer answer = api.put("/v1/shows/ibc-2026", IBC.replace("[1131]", "[]"));

    assertThat(answer.body().get("calendarEventTypes")).isEqualTo(json("[]"));
  }

  @Test
  void An_unknown_show_is_not_found() {
    assertThat(api.get("/v1/shows/nab-2026").status()).isEqualTo(404);
  }

  @ParameterizedTest(name = "{0} to {1}, {2}, {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "2026-09-11" | "2026-09-10" | "Europe/Amsterdam" | [1] | endsOn: must not be before startsOn
          "2026-09-01" | "2026-10-02" | "Europe/Amsterdam" | [1] | endsOn: must end the show within 31 days, counting the first
          "2026-09-11" | "2026-09-14" | "Europe/Atlantis"  | [1] | timeZone: must be a time zone such as Europe/Brussels
          "2026-09-11" | "2026-09-14" | "+02:00"           | [1] | timeZone: must be a time zone such as Europe/Brussels
          "2026-09-31" | "2026-09-14" | 2                  | [1] | startsOn: must be a date such as 2026-09-11; timeZone: must be a string
          null         | "2026-9-14"  | null               | [1] | startsOn: is missing; endsOn: must be a date such as 2026-09-11; timeZone: is missing
          "2026-09-11" | "2026-09-14" | "Europe/Amsterdam" | [0,-1,1.5,"7",9223372036854775808] | calendarEventTypes[0]: must be a whole number from 1 to 9223372036854775807; calendarEventTypes[1]: must be a whole number from 1 to 9223372036854775807; calendarEventTypes[2]: must be a whole number from 1 to 9223372036854775807; calendarEventTypes[3]: must be a whole number from 1 to 9223372036854775807; calendarEventTypes[4]: must be a whole number from 1 to 9223372036854775807
          "2026-09-11" | "2026-09-14" | "Europe/Amsterdam" | [7,8,7] | calendarEventTypes[2]: is listed twice
          "2026-09-14" | "2026-09-11" | "Mars"             | {} | timeZone: must be a time zone such as Europe/Brussels; calendarEventTypes: must be a list; endsOn: must not be before startsOn
          """)
  void What_is_wrong_is_named(
      String startsOn, String endsOn, String timeZone, String types, String faults) {
    String body =
        "{\"name\":\"IBC\",\"startsOn\":%s,\"endsOn\":%s,\"timeZone\":%s,\"calendarEventTypes\":%s}"
            .formatted(startsOn, endsOn, timeZone, types);

    HttpAnswer answer = api.put("/v1/shows/ibc-2026", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(faults.split("; "));
    assertThat(api.get("/v1/shows/ibc-2026").status()).isEqualTo(404);
  }

  @Test
  void Everything_is_asked_for_at_once() {
    assertThat(api.put("/v1/shows/ibc-2026", "{\"settled\":true}").violations())
        .containsExactly(
            "name: is missing",
            "startsOn: is missing",
            "endsOn: is missing",
            "timeZone: is missing",
            "settled: is not a known field: remove it");
  }

  @Test
  void A_show_of_31_days_and_40_event_types_is_the_largest() {
    String most = types(40);
    String longest = IBC.replace("09-11", "09-01").replace("09-14", "10-01");

    assertThat(api.put("/v1/shows/big", longest.replace("[1131]", most)).status()).isEqualTo(201);
    assertThat(api.put("/v1/shows/big", IBC.replace("[1131]", types(41))).violations())
        .containsExactly("calendarEventTypes: must have 0 to 40 entries");
    assertThat(api.put("/v1/shows/big", longest.replace("[1131]", "[99]")).status()).isEqualTo(200);
  }

  private static String types(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void An_event_type_serves_several_shows_but_one_a_day() {
    api.put("/v1/shows/ibc-2026", IBC);

    HttpAnswer refused =
        api.put("/v1/shows/other", IBC.replace("09-11", "09-14").replace("[1131]", "[7,1131]"));
    HttpAnswer later =
        api.put(
            "/v1/shows/other",
            IBC.replace("09-11", "09-15").replace("09-14", "09-16").replace("[1131]", "[7,1131]"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.violations())
        .containsExactly(
            "calendarEventTypes[1]: is in use for show ibc-2026 on one of these days: remove it or"
                + " change the days");
    assertThat(later.status()).isEqualTo(201);
  }
}
