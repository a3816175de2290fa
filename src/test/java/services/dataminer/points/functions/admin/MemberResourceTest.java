package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;

@WholeSuite
class MemberResourceTest {

  private static final String ADA =
      """
      {"name":"Ada Lopez","emails":["ada@acme.example","ada@home.example"],
       "accounts":[{"homePage":"https://lms.example","name":"42"}],
       "openIds":["https://id.example/ada"],
       "partnerId":"acme","signedUpOn":"2023-04-12","autoTransfer":false}
      """;

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void directory() {
    api.program.partner("acme", "acme.example");
  }

  @Test
  void A_member_is_new_once_and_reads_as_entered() {
    HttpAnswer created = api.put("/v1/members/ada", ADA);
    HttpAnswer again = api.put("/v1/members/ada", ADA);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body())
        .isEqualTo(
            json(
                """
                {"id":"ada","name":"Ada Lopez","emails":["ada@acme.example","ada@home.example"],
                 "accounts":[{"homePage":"https://lms.example","name":"42"}],
                 "openIds":["https://id.example/ada"],
                 "partnerId":"acme","signedUpOn":"2023-04-12","autoTransfer":false}
                """));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(created.body());
    assertThat(api.get("/v1/members/ada")).isEqualTo(again);
  }

  @Test
  void What_is_left_out_has_its_default() {
    HttpAnswer answer =
        api.put("/v1/members/ada", "{\"name\":\"A\",\"signedUpOn\":\"2023-04-12\"}");

    assertThat(answer.body())
        .isEqualTo(
            json(
                """
                {"id":"ada","name":"A","emails":[],"accounts":[],"openIds":[],"partnerId":null,
                 "signedUpOn":"2023-04-12","autoTransfer":true}
                """));
    assertThat(api.get("/v1/members/ada").body()).isEqualTo(answer.body());
  }

  @Test
  void An_unknown_member_is_not_found() {
    assertThat(api.get("/v1/members/nobody").status()).isEqualTo(404);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                     | name: is missing; signedUpOn: is missing
          {"name":null,"signedUpOn":"12/4/2023"} | name: is missing; signedUpOn: must be a date such as 2026-09-11
          {"name":"A","signedUpOn":"2023-02-29"} | signedUpOn: must be a date such as 2026-09-11
          {"name":"A","signedUpOn":"0023-04-12"} | signedUpOn: must be a date such as 2026-09-11
          {"name":"A","signedUpOn":"2026-09-02"} | signedUpOn: must not be after today, 2026-09-01
          {"name":"A","signedUpOn":"2023-04-12","autoTransfer":"yes"} | autoTransfer: must be true or false
          {"name":"A","signedUpOn":"2023-04-12","partnerId":"Acme!"} | partnerId: must be an id of 1 to 64 lower-case letters, digits and "-", starting with a letter or digit
          {"name":"A","signedUpOn":"2023-04-12","partnerId":"umbrella"} | partnerId: is not a partner: create the partner first
          {"name":"A","signedUpOn":"2023-04-12","level":"ENABLER","emails":["x"]} | emails[0]: must be an e-mail address such as ada@acme.example; level: is not a known field: remove it
          {"name":"A","signedUpOn":"2023-04-12","emails":["a@b.be","A@B.be"]} | emails[1]: is listed twice
          {"name":"A","signedUpOn":"2023-04-12","emails":["a@b.be",null,7]} | emails[1]: is missing; emails[2]: must be a string
          {"name":"A","signedUpOn":"2023-04-12","accounts":[{"name":"42"},{"homePage":"lms"}]} | accounts[0].homePage: is missing; accounts[1].homePage: must be an absolute URI of at most 500 characters, such as https://lms.example; accounts[1].name: is missing
          {"name":"A","signedUpOn":"2023-04-12","accounts":["42"]} | accounts[0]: must be an object
          {"name":"A","signedUpOn":"2023-04-12","accounts":[{"homePage":"https://l.be","name":"1","role":"x"}]} | accounts[0].role: is not a known field: remove it
          {"name":"A","signedUpOn":"2023-04-12","accounts":[{"homePage":"https://l.be","name":"1"},{"homePage":"https://l.be","name":"1"}]} | accounts[1]: is listed twice
          {"name":"A","signedUpOn":"2023-04-12","openIds":["ada"]} | openIds[0]: must be an absolute URI of at most 500 characters, such as https://lms.example
          {"name":"A","signedUpOn":"2023-04-12","openIds":["https://i.be/a","https://i.be/a"]} | openIds[1]: is listed twice
          """)
  void What_is_wrong_is_named(String body, String faults) {
    HttpAnswer answer = api.put("/v1/members/ada", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(faults.split("; "));
    assertThat(api.get("/v1/members/ada").status()).isEqualTo(404);
  }

  @Test
  void Lists_have_an_end() {
    assertThat(api.put("/v1/members/max", listing(12, 10, 10)).status()).isEqualTo(201);
    assertThat(api.put("/v1/members/max", listing(13, 11, 11)).violations())
        .containsExactly(
            "emails: must have 0 to 12 entries",
            "accounts: must have 0 to 10 entries",
            "openIds: must have 0 to 10 entries");
    assertThat(api.put("/v1/members/max", listing(0, 0, 0)).status()).isEqualTo(200);
    assertThat(api.put("/v1/members/moritz", listing(12, 10, 10)).status()).isEqualTo(201);
  }

  @Test
  void The_longest_lists_can_be_replaced_in_any_spelling() {
    api.program.partner("umbrella", "umbrella.example");
    String longest = listing(12, 10, 10).replace("max", "Max");
    String replaced =
        longest
            .replace("Max", "Moritz")
            .replace("lms.example", "academy.example")
            .replace("id.example", "login.example");

    api.put("/v1/members/max", longest.replaceFirst("[{]", "{\"partnerId\":\"acme\","));
    HttpAnswer answer =
        api.put("/v1/members/max", replaced.replaceFirst("[{]", "{\"partnerId\":\"umbrella\","));

    assertThat(answer.status()).isEqualTo(200);
  }

  private static String listing(int emails, int accounts, int openIds) {
    return """
           {"name":"Max","signedUpOn":"2023-04-12","emails":%s,"accounts":%s,"openIds":%s}
           """
        .formatted(
            list("\"max%d@acme.example\"", emails),
            list("{\"homePage\":\"https://lms.example\",\"name\":\"%d\"}", accounts),
            list("\"https://id.example/%d\"", openIds));
  }

  private static String list(String entry, int count) {
    return IntStream.range(0, count)
        .mapToObj(entry::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-01T21:59:59Z, 2026-09-01, 201",
    "2026-09-01T21:59:59Z, 2026-09-02, 422",
    "2026-09-01T22:00:00Z, 2026-09-02, 201"
  })
  void The_last_day_to_sign_up_is_today_in_the_programs_zone(String now, String day, int status) {
    var call =
        HttpCall.of("PUT", "/v1/members/ada")
            .json("{\"name\":\"Ada\",\"signedUpOn\":\"%s\"}".formatted(day))
            .at(now);

    assertThat(api.send(call).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          emails[1]   | "emails":["ben@acme.example","ADA@acme.example"]
          accounts[0] | "accounts":[{"homePage":"https://lms.example","name":"42"}]
          openIds[0]  | "openIds":["https://id.example/ada"]
          """)
  void What_belongs_to_another_member_is_a_conflict_until_it_is_given_up(
      String field, String owned) {
    api.put("/v1/members/ada", ADA);
    String wish = "{\"name\":\"Ben\",\"signedUpOn\":\"2023-04-12\",%s}".formatted(owned);

    HttpAnswer refused = api.put("/v1/members/ben", wish);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.violations())
        .containsExactly(field + ": belongs to member ada: remove it there first");
    assertThat(api.get("/v1/members/ben").status()).isEqualTo(404);

    api.put("/v1/members/ada", "{\"name\":\"Ada\",\"signedUpOn\":\"2023-04-12\"}");
    assertThat(api.put("/v1/members/ben", wish).status()).isEqualTo(201);
  }
}
