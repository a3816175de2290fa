package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;

@WholeSuite
class ListDirectoryTest {

  private static final String COURSE = "https://lms.example/course/view.php?id=2";

  private final AdminApi api = new AdminApi();

  private void directory() {
    api.put(
        "/v1/partners/acme",
        "{\"name\":\"Acme Broadcast\",\"kind\":\"BUSINESS\",\"domains\":[\"acme.example\"]}");
    api.put(
        "/v1/members/ada",
        """
        {"name":"Ada L\u00f3pez","emails":["ada@acme.example"],"partnerId":"acme","signedUpOn":"2023-04-12"}
        """);
    api.put("/v1/members/ben", "{\"name\":\"Ben\",\"signedUpOn\":\"2024-01-31\"}");
    api.put(
        "/v1/shows/ibc-2026",
        """
        {"name":"IBC 2026","startsOn":"2026-09-11","endsOn":"2026-09-14",
         "timeZone":"Europe/Amsterdam","calendarEventTypes":[1131]}
        """);
    api.send(
        HttpCall.of("PUT", "/v1/courses")
            .query("id", COURSE)
            .json(
                """
                {"title":"Agile Deployment","kind":"COURSE","points":{"enrolled":10,"completed":50}}
                """));
  }

  private JsonNode found(String list, String query) {
    return api.send(HttpCall.of("GET", "/v1/" + list).query("query", query)).body().get(list);
  }

  @Test
  void Each_list_names_its_entries() {
    directory();

    assertThat(api.get("/v1/members").body())
        .isEqualTo(
            json(
                """
                {"members":[
                  {"id":"ada","name":"Ada L\u00f3pez","partnerId":"acme","signedUpOn":"2023-04-12"},
                  {"id":"ben","name":"Ben","partnerId":null,"signedUpOn":"2024-01-31"}],
                 "next":null}
                """));
    assertThat(api.get("/v1/partners").body())
        .isEqualTo(
            json(
                """
                {"partners":[{"id":"acme","name":"Acme Broadcast","kind":"BUSINESS",
                  "domains":["acme.example"]}],"next":null}
                """));
    assertThat(api.get("/v1/shows").body())
        .isEqualTo(
            json(
                """
                {"shows":[{"id":"ibc-2026","name":"IBC 2026","startsOn":"2026-09-11",
                  "endsOn":"2026-09-14","timeZone":"Europe/Amsterdam"}],"next":null}
                """));
    assertThat(api.get("/v1/courses").body())
        .isEqualTo(
            json(
                """
                {"courses":[{"id":"https://lms.example/course/view.php?id=2",
                  "title":"Agile Deployment","kind":"COURSE",
                  "points":{"enrolled":10,"completed":50}}],"next":null}
                """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"members", "partners", "shows", "courses"})
  void A_list_may_be_empty(String list) {
    assertThat(api.get("/v1/" + list).body())
        .isEqualTo(json("{\"%s\":[],\"next\":null}".formatted(list)));
  }

  @ParameterizedTest
  @CsvSource({
    "members,  lo\u0301PEZ,     1",
    "members,  ADA@acme,        1",
    "members,  b,               1",
    "members,  '',              2",
    "members,  nobody,          0",
    "partners, broadcast,       1",
    "partners, acme.example,    1",
    "partners, umbrella,        0",
    "shows,    ibc 2026,        1",
    "shows,    ibc-2026,        1",
    "shows,    amsterdam,       0",
    "courses,  deploy,          1",
    "courses,  VIEW.php?id=2,   1",
    "courses,  quiz,            0"
  })
  void A_query_finds_entries_by_name_id_or_address(String list, String query, int count) {
    directory();

    assertThat(found(list, query)).hasSize(count);
  }

  @Test
  void An_id_reads_one_course_whatever_else_is_asked() {
    directory();

    HttpAnswer one =
        api.send(HttpCall.of("GET", "/v1/courses").query("id", COURSE).query("query", "quiz"));

    assertThat(one.body().get("title").textValue()).isEqualTo("Agile Deployment");
  }

  @Test
  void An_erased_member_leaves_the_list() {
    directory();

    api.answer(HttpCall.of("DELETE", "/v1/members/ada").event());

    assertThat(found("members", ""))
        .extracting(one -> one.get("id").textValue())
        .containsOnly("ben");
  }

  @Test
  void A_list_comes_in_pages_of_fifty() {
    for (int n = 0; n < 51; n++) {
      api.put("/v1/partners/p" + (10 + n), "{\"name\":\"P\",\"kind\":\"TECHNOLOGY\"}");
    }
    JsonNode first = api.get("/v1/partners").body();

    JsonNode second =
        api.send(HttpCall.of("GET", "/v1/partners").query("cursor", first.get("next").textValue()))
            .body();

    assertThat(first.get("partners")).hasSize(50);
    assertThat(second.get("partners"))
        .extracting(one -> one.get("id").textValue())
        .containsExactly("p60");
    assertThat(second.get("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "members,  x",
    "members,  UEFSVE5FUiNhY21l",
    "partners, U0hPVyNpYmM",
    "shows,    UEFSVE5FUiNhY21l",
    "courses,  Q09VUlNFI2FiYw"
  })
  void A_cursor_of_another_list_is_refused(String list, String cursor) {
    HttpAnswer answer = api.send(HttpCall.of("GET", "/v1/" + list).query("cursor", cursor));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations())
        .containsExactly("cursor: must be the next value of the previous page");
  }

  @Test
  void A_query_is_at_most_as_long_as_a_name() {
    HttpCall longest = HttpCall.of("GET", "/v1/shows").query("query", "x".repeat(200));
    HttpCall longer = HttpCall.of("GET", "/v1/shows").query("query", "x".repeat(201));

    assertThat(api.send(longest).status()).isEqualTo(200);
    assertThat(api.send(longer).violations())
        .containsExactly("query: must have at most 200 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"members", "partners", "shows", "courses"})
  void Only_administrators_list(String list) {
    HttpCall call = HttpCall.of("GET", "/v1/" + list).scopes("points:member");

    assertThat(api.send(call).status()).isEqualTo(403);
  }
}
