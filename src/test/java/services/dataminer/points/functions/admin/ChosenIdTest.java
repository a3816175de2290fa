package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;

@WholeSuite
class ChosenIdTest {

  private static final String LONG =
      "a123456789b123456789c123456789d123456789e123456789f123456789g123";

  private AdminApi api;

  @BeforeEach
  void fresh() {
    api = new AdminApi();
  }

  private HttpAnswer put(String resource, String id) {
    return api.put(
        "/v1/" + resource + "/" + id,
        switch (resource) {
          case "partners" -> "{\"name\":\"Acme\",\"kind\":\"BUSINESS\"}";
          case "members" -> "{\"name\":\"Ada\",\"signedUpOn\":\"2023-04-12\"}";
          case "shows" ->
              """
              {"name":"IBC","startsOn":"2026-09-11","endsOn":"2026-09-14",
               "timeZone":"Europe/Amsterdam"}
              """;
          default -> throw new IllegalArgumentException(resource);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "partners, a",
    "partners, 3m",
    "partners, acme-broadcast",
    "partners, " + LONG,
    "shows, ibc-2026",
    "shows, " + LONG,
    "members, ada",
    "members, Ada_Lopez-1",
    "members, auth0|5f7c8ec7c33c6c004bbafe82",
    "members, " + LONG
  })
  void An_id_is_taken_and_found_again(String resource, String id) {
    assertThat(put(resource, id).status()).isEqualTo(201);
    assertThat(api.get("/v1/" + resource + "/" + id).body().get("id").textValue()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "partners, Acme",
    "partners, -acme",
    "partners, acme.be",
    "partners, acme#1",
    "partners, a:b",
    "partners, a b",
    "partners, acmé",
    "partners, a_b",
    "partners, a|b",
    "partners, " + LONG + "4",
    "shows, IBC",
    "shows, ibc#2026",
    "shows, ibc:2026",
    "shows, " + LONG + "4",
    "members, a.b",
    "members, a#b",
    "members, |ada",
    "members, ada@acme",
    "members, a b",
    "members, áda",
    "members, " + LONG + "4"
  })
  void An_id_that_could_be_mistaken_in_a_key_is_refused(String resource, String id) {
    HttpAnswer answer = put(resource, id);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations())
        .singleElement()
        .asString()
        .startsWith("id: must be an id of 1 to");
    assertThat(api.get("/v1/" + resource + "/" + id).status()).isEqualTo(422);
  }
}
