package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.ledger.table.Keys;

@WholeSuite
class PartnerResourceTest {

  private static final String ACME =
      """
      {"name":"Acme Broadcast","kind":"BUSINESS","domains":["acme.example"]}
      """;

  private final AdminApi api = new AdminApi();

  @Test
  void A_partner_is_new_once_and_reads_as_it_was_entered() {
    HttpAnswer created = api.put("/v1/partners/acme", ACME);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body())
        .isEqualTo(
            json(
                """
                {"id":"acme","name":"Acme Broadcast","kind":"BUSINESS","domains":["acme.example"]}
                """));
    assertThat(api.get("/v1/partners/acme")).isEqualTo(api.put("/v1/partners/acme", ACME));
    assertThat(api.get("/v1/partners/acme").body()).isEqualTo(created.body());
    assertThat(api.get("/v1/partners/acme").status()).isEqualTo(200);
  }

  @Test
  void Another_content_replaces_it() {
    api.put("/v1/partners/acme", ACME);

    HttpAnswer changed =
        api.put("/v1/partners/acme", "{\"name\":\"Acme\",\"kind\":\"TECHNOLOGY\"}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(api.get("/v1/partners/acme").body())
        .isEqualTo(
            json("{\"id\":\"acme\",\"name\":\"Acme\",\"kind\":\"TECHNOLOGY\",\"domains\":[]}"));
  }

  @Test
  void Who_entered_it_and_when_is_kept() {
    api.send(
        HttpCall.of("PUT", "/v1/partners/acme").json(ACME).by("linus").at("2026-09-02T07:00:00Z"));

    var item = api.local.table().read(List.of(Keys.partner("acme"))).get(Keys.partner("acme"));
    assertThat(item.get("changedBy").s()).isEqualTo("linus");
    assertThat(item.get("changedAt").s()).isEqualTo("2026-09-02T07:00:00Z");
  }

  @Test
  void Domains_are_kept_in_lower_case() {
    HttpAnswer answer =
        api.put(
            "/v1/partners/acme",
            "{\"name\":\"Acme\",\"kind\":\"BUSINESS\",\"domains\":[\" ACME.Example \"]}");

    assertThat(answer.body().get("domains")).isEqualTo(json("[\"acme.example\"]"));
  }

  @Test
  void An_unknown_partner_is_not_found() {
    HttpAnswer answer = api.get("/v1/partners/umbrella");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().get("detail").textValue()).contains("partner umbrella");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                          | name: is missing; kind: is missing
          {"name":" ","kind":"business"}                              | name: must not be empty; kind: must be BUSINESS or TECHNOLOGY
          {"name":7,"kind":"BUSINESS"}                                | name: must be a string
          {"name":"A","kind":"BUSINESS","id":"acme","colour":"red"}   | id: is not a known field: remove it; colour: is not a known field: remove it
          {"name":"A","kind":"BUSINESS","domains":"acme.example"}     | domains: must be a list
          {"name":"A","kind":"BUSINESS","domains":["a.be","A.BE"]}    | domains[1]: is listed twice
          {"name":"A","kind":"BUSINESS","domains":["ok.be","acme"]}   | domains[1]: must be an e-mail domain such as acme.example
          {"name":"A","kind":"BUSINESS","domains":["@acme.example"]}  | domains[0]: must be an e-mail domain such as acme.example
          {"name":"A","kind":"BUSINESS","domains":["-a.be","a-.be"]}  | domains[0]: must be an e-mail domain such as acme.example; domains[1]: must be an e-mail domain such as acme.example
          {"name":"A","kind":"BUSINESS","domains":["a..be","a.be."]}  | domains[0]: must be an e-mail domain such as acme.example; domains[1]: must be an e-mail domain such as acme.example
          {"name":"A","kind":"BUSINESS","domains":["10.0.0.1"]}       | domains[0]: must be an e-mail domain such as acme.example
          {"name":"A","kind":"BUSINESS","domains":["a#b.be"]}         | domains[0]: must be an e-mail domain such as acme.example
          {"name":"A","kind":"BUSINESS","domains":["a.be","skyline.be"]} | domains[1]: is one of Skyline's domains: remove it
          """)
  void What_is_wrong_is_named(String body, String faults) {
    HttpAnswer answer = api.put("/v1/partners/acme", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(faults.split("; "));
    assertThat(api.get("/v1/partners/acme").status()).isEqualTo(404);
  }

  @Test
  void Names_and_lists_have_an_end() {
    HttpAnswer most = api.put("/v1/partners/acme", partner("n".repeat(200), 20));
    HttpAnswer more = api.put("/v1/partners/acme", partner("n".repeat(201), 21));

    assertThat(most.status()).isEqualTo(201);
    assertThat(more.violations())
        .containsExactly(
            "name: must have at most 200 characters and no control characters",
            "domains: must have 0 to 20 entries");
  }

  private static String partner(String name, int domains) {
    String list =
        IntStream.range(0, domains)
            .mapToObj("\"d%d.example\""::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"name\":\"%s\",\"kind\":\"BUSINESS\",\"domains\":%s}".formatted(name, list);
  }

  @Test
  void A_domain_of_another_partner_is_a_conflict_until_it_is_given_up() {
    api.put("/v1/partners/acme", ACME);
    String wish =
        "{\"name\":\"Umbrella\",\"kind\":\"BUSINESS\",\"domains\":[\"u.be\",\"acme.example\"]}";

    HttpAnswer refused = api.put("/v1/partners/umbrella", wish);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.violations())
        .containsExactly("domains[1]: belongs to partner acme: remove it there first");
    assertThat(refused.body().get("detail").textValue())
        .isEqualTo(
            "Nothing was stored: domains[1] belongs to partner acme: remove it there first.");
    assertThat(api.get("/v1/partners/umbrella").status()).isEqualTo(404);

    api.put("/v1/partners/acme", "{\"name\":\"Acme Broadcast\",\"kind\":\"BUSINESS\"}");
    assertThat(api.put("/v1/partners/umbrella", wish).status()).isEqualTo(201);
  }
}
