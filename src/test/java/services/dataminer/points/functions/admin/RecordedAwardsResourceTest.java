package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.RecordingMessageQueues.Sent;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.ledger.Meanwhile;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// What all calls have in common that record what people decide on.
@WholeSuite
class RecordedAwardsResourceTest {

  private static final int LIMIT_BYTES = 128 * 1024;
  private static final String EVENT =
      """
      {"id":"e-1","title":"Inspire, Ghent","series":"INSPIRE",
       "days":[{"date":"2026-08-01","points":1000}],"people":["ada","ben"]}
      """;
  private static final String USE_CASE =
      """
      {"title":"Cloud playout","authors":["ada","ben"],"points":750,"acceptedOn":"2026-08-05"}
      """;
  private static final String CONTRIBUTION =
      """
      {"id":"c-1","memberId":"ada","action":"feedback","occurredAt":"2026-08-05T10:00:00Z"}
      """;
  private static final String ADJUSTMENT =
      """
      {"id":"a-1","memberId":"ada","points":7,"reason":"a gift",
       "occurredAt":"2026-08-05T10:00:00Z"}
      """;

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void directory() {
    api.program.partner("acme", "acme.example");
    api.program.member("ada", "acme", "ada@acme.example");
    api.program.member("ben", "acme");
  }

  private static String body(String path) {
    return switch (path) {
      case "/v1/hosted-events" -> EVENT;
      case "/v1/contributions" -> CONTRIBUTION;
      case "/v1/adjustments" -> ADJUSTMENT;
      default -> USE_CASE;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/hosted-events,hosted-event:e-1,1000",
    "/v1/use-cases/u-1/acceptance,use-case:u-1,750",
    "/v1/contributions,contribution:c-1,50",
    "/v1/adjustments,adjustment:a-1,7"
  })
  void A_preview_is_what_becomes_of_it_and_records_nothing(String path, String id, long points) {
    HttpAnswer preview =
        api.send(HttpCall.of("POST", path).query("preview", "true").json(body(path)));

    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.body().at("/decision/total").asLong()).isEqualTo(points);
    assertThat(api.queues.take()).isEmpty();
    assertThat(api.get("/v1/activities/" + id).status()).isEqualTo(404);

    api.post(path, body(path));
    api.work();
    assertThat(api.get("/v1/activities/" + id).body().path("decision"))
        .isEqualTo(preview.body().path("decision"));
    assertThat(api.send(HttpCall.of("POST", path).query("preview", "true").json(body(path))).body())
        .isEqualTo(api.get("/v1/activities/" + id).body());
  }

  @Test
  void A_preview_leaves_under_a_cap_what_others_left() {
    for (int i = 0; i < 2; i++) {
      api.post("/v1/contributions", CONTRIBUTION.replace("c-1", "c-" + (i + 2)));
    }
    api.work();

    HttpAnswer preview =
        api.send(
            HttpCall.of("POST", "/v1/contributions").query("preview", "true").json(CONTRIBUTION));

    assertThat(preview.body().at("/decision/total").asLong()).isZero();
    assertThat(preview.body().at("/decision/reason").asText())
        .isEqualTo("the 100-point cap for feedback in August 2026 is used up");
  }

  @Test
  void A_preview_refuses_what_recording_would() {
    HttpCall unknown =
        HttpCall.of("POST", "/v1/adjustments").json(ADJUSTMENT.replace("ada", "eve"));
    assertThat(api.send(unknown.query("preview", "true")).status()).isEqualTo(422);
    assertThat(api.send(unknown.query("preview", "perhaps")).violations())
        .containsExactly("preview: must be true or false");
    api.post("/v1/adjustments", ADJUSTMENT);
    HttpCall other = HttpCall.of("POST", "/v1/adjustments").json(ADJUSTMENT.replace("7", "8"));
    assertThat(api.send(other.query("preview", "true")).status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/hosted-events",
        "/v1/use-cases/u-1/acceptance",
        "/v1/contributions",
        "/v1/adjustments"
      })
  void The_same_again_is_answered_and_sent_as_the_first_time_and_pays_once(String path) {
    HttpAnswer first = api.post(path, body(path));
    List<Sent> sent = api.queues.take();
    HttpAnswer again =
        api.send(HttpCall.of("POST", path).json(body(path)).by("linus").at("2026-09-05T10:00:00Z"));

    assertThat(first.status()).isEqualTo(202);
    assertThat(again).isEqualTo(first);
    assertThat(api.queues.take()).isEqualTo(sent).hasSize(1);

    api.program.deliver(sent.stream().map(Sent::message).toList());
    api.program.deliver(sent.stream().map(Sent::message).toList());
    assertThat(api.post(path, body(path))).isEqualTo(first);
    api.work();
    assertThat(api.program.entriesOf("ada")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /v1/hosted-events            | title      | "Empower, Ghent"
          /v1/hosted-events            | people     | ["ada"]
          /v1/hosted-events            | days       | [{"date":"2026-08-01","points":999}]
          /v1/use-cases/u-1/acceptance | points     | 751
          /v1/use-cases/u-1/acceptance | acceptedOn | "2026-08-06"
          /v1/contributions            | action     | "kata"
          /v1/contributions            | memberId   | "ben"
          /v1/contributions            | evidence   | "https://community.example/17"
          /v1/adjustments              | points     | 8
          /v1/adjustments              | reason     | "a present"
          """)
  void The_same_id_with_other_content_is_a_conflict(String path, String field, String value) {
    api.post(path, body(path));
    api.queues.take();

    HttpAnswer answer = api.post(path, Bodies.with(body(path), field, value));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.violations())
        .containsExactly(
            "id: is in use for other content, recorded by grace at 2026-09-01T10:00:00Z: use another id");
    assertThat(api.queues.take()).isEmpty();
  }

  @Test
  void The_same_id_names_other_things_in_other_kinds() {
    api.post("/v1/contributions", CONTRIBUTION);

    HttpAnswer answer = api.post("/v1/adjustments", Bodies.with(ADJUSTMENT, "id", "\"c-1\""));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().get("activityId").textValue()).isEqualTo("adjustment:c-1");
  }

  @ParameterizedTest
  @CsvSource({"7, 202", "8, 409"})
  void Of_two_at_once_under_one_id_the_first_stands(int points, int status) {
    var second =
        api.through(
            new Meanwhile(
                TransactWriteItemsRequest.class, () -> api.post("/v1/adjustments", ADJUSTMENT)));

    HttpAnswer answer =
        second.post("/v1/adjustments", Bodies.with(ADJUSTMENT, "points", Integer.toString(points)));

    assertThat(answer.status()).isEqualTo(status);
    api.work();
    assertThat(api.program.balanceOf("ada")).isEqualTo(7);
  }

  @Test
  void Lists_in_another_order_say_the_same() {
    api.post("/v1/hosted-events", EVENT);

    assertThat(
            api.post("/v1/hosted-events", Bodies.with(EVENT, "people", "[\"ben\",\"ada\"]"))
                .status())
        .isEqualTo(202);
  }

  @Test
  void Nobody_who_was_erased_earns_anything_new() {
    api.post("/v1/use-cases/u-1/acceptance", USE_CASE);
    api.work();
    api.program.erase("ada");

    assertThat(api.post("/v1/use-cases/u-1/acceptance", USE_CASE).status()).isEqualTo(202);
    assertThat(api.post("/v1/use-cases/u-2/acceptance", USE_CASE).violations())
        .containsExactly("authors[0]: is not a member: sign the person up first");
    assertThat(api.post("/v1/contributions", CONTRIBUTION).violations())
        .containsExactly("memberId: is not a member: sign the person up first");
  }

  @Test
  void What_was_recorded_and_not_sent_is_sent_by_the_same_call_again() {
    api.queues.breakAfter(0);
    assertThat(api.post("/v1/contributions", CONTRIBUTION).status()).isEqualTo(503);
    assertThat(api.get("/v1/activities/contribution:c-1").body().get("state").textValue())
        .isEqualTo("BOOKED");

    api.queues.mend();
    assertThat(api.post("/v1/contributions", CONTRIBUTION).status()).isEqualTo(202);
    api.work();

    assertThat(api.program.balanceOf("ada")).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/hosted-events",
        "/v1/use-cases/u-1/acceptance",
        "/v1/contributions",
        "/v1/adjustments"
      })
  void A_body_may_be_large_but_not_larger(String path) {
    String more = " ".repeat(LIMIT_BYTES - body(path).length());

    assertThat(api.post(path, body(path) + more).status()).isEqualTo(202);
    assertThat(api.post(path, body(path) + more + " ").status()).isEqualTo(413);
  }
}
