package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;
import static services.dataminer.points.program.fixture.Recordings.adjustment;
import static services.dataminer.points.program.fixture.Recordings.contribution;
import static services.dataminer.points.program.fixture.Recordings.event;
import static services.dataminer.points.program.fixture.Recordings.useCase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;

/// What is told of awards that people decide on, retracted and reassessed.
@WholeSuite
class RecordedAwardViewsTest {

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void directory() {
    api.program.partner("acme", "acme.example");
    api.program.member("ada", "acme");
    api.program.member("ben", "acme");
  }

  private JsonNode view(String activityId) {
    return api.get("/v1/activities/" + activityId).body();
  }

  @Test
  void An_event_tells_its_days_its_people_and_how_it_was_divided() {
    api.program.record("e-1", event(List.of("2026-10-01 1000", "2026-10-02 801"), "ada ben"));

    assertThat(view("hosted-event:e-1"))
        .isEqualTo(
            json(
                """
                {"id":"hosted-event:e-1","kind":"hosted-event","state":"GRANTED",
                 "occurredAt":"2026-10-01T22:00:00Z",
                 "decision":{"rules":"2023-03-28",
                   "reason":"Inspire, Ghent: 1,801 points for 2 days, divided among 2 people",
                   "total":1801,
                   "shares":[{"memberId":"ada","points":901,"exact":"1801/2"},
                             {"memberId":"ben","points":900,"exact":"1801/2"}]},
                 "facts":[
                   {"what":"HOSTED_EVENT","at":"2026-10-20T09:00:00Z","by":"grace",
                    "recorded":{"title":"Inspire, Ghent","series":"INSPIRE",
                      "days":[{"date":"2026-10-01","points":1000},
                              {"date":"2026-10-02","points":801}],
                      "people":["ada","ben"]}}]}
                """));
  }

  @Test
  void A_use_case_tells_its_title_and_authors() {
    api.program.record("uc-17", useCase(750, "2026-10-05", "ada"));

    JsonNode decision = view("use-case:uc-17").get("decision");
    assertThat(decision.get("reason").textValue())
        .isEqualTo("use case Cloud playout: 750 points for the only author");
    assertThat(decision.get("shares"))
        .containsExactly(json("{\"memberId\":\"ada\",\"points\":750,\"exact\":\"750\"}"));
    assertThat(view("use-case:uc-17").get("facts").get(0).get("recorded"))
        .isEqualTo(
            json(
                """
                {"title":"Cloud playout","authors":["ada"],"points":750,"acceptedOn":"2026-10-05"}
                """));
  }

  @Test
  void A_contribution_under_a_cap_tells_what_did_not_fit() {
    api.program.record("c-1", contribution("feedback", "2026-10-05T10:00:00Z"));
    api.program.record("c-2", contribution("feedback", "2026-10-06T10:00:00Z"));
    api.program.record("c-3", contribution("feedback", "2026-10-07T10:00:00Z"));

    assertThat(view("contribution:c-2").get("decision").get("reason").textValue())
        .isEqualTo("50 points for feedback");
    assertThat(view("contribution:c-2").get("facts").get(0).get("recorded"))
        .isEqualTo(
            json(
                """
                {"memberId":"ada","action":"feedback","occurredAt":"2026-10-06T10:00:00Z"}
                """));
    JsonNode refused = view("contribution:c-3");
    assertThat(refused.get("state").textValue()).isEqualTo("REFUSED");
    assertThat(refused.get("decision"))
        .isEqualTo(
            json(
                """
                {"rules":"2023-03-28","total":0,"shares":[],
                 "reason":"the 100-point cap for feedback in October 2026 is used up"}
                """));
  }

  @Test
  void An_adjustment_tells_its_reason() {
    api.program.record("a-1", adjustment(-50, "booked twice", "2026-10-05T10:00:00Z"));

    assertThat(view("adjustment:a-1").get("decision"))
        .isEqualTo(
            json(
                """
                {"rules":"2023-03-28","reason":"adjusted by -50 points: booked twice","total":-50,
                 "shares":[{"memberId":"ada","points":-50,"exact":"-50"}]}
                """));
    assertThat(view("adjustment:a-1").get("facts").get(0).get("recorded"))
        .isEqualTo(
            json(
                """
                {"memberId":"ada","points":-50,"reason":"booked twice",
                 "occurredAt":"2026-10-05T10:00:00Z"}
                """));
  }

  static Stream<Recorded> ofEveryKind() {
    return Stream.of(
        event(List.of("2026-10-01 1000"), "ada"),
        useCase(750, "2026-10-05", "ada"),
        contribution("kata", "2026-10-05T10:00:00Z"),
        adjustment(-50, "booked twice", "2026-10-05T10:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("ofEveryKind")
  void What_is_taken_back_is_reversed_for_good_and_says_by_whom_and_why(Recorded recorded) {
    String id = api.program.record("x-1", recorded).value();
    long granted = api.program.balanceOf("ada");
    String reason = "{\"reason\":\"it was another's\"}";

    assertThat(api.post("/v1/activities/" + id + "/retraction", reason).status()).isEqualTo(202);
    api.work();
    assertThat(api.post("/v1/activities/" + id + "/judgement", "{}").status()).isEqualTo(409);
    api.program.record("x-1", recorded);

    assertThat(api.program.entriesOf("ada"))
        .extracting(Entry::points)
        .containsExactlyInAnyOrder(granted, -granted);
    JsonNode view = view(id);
    assertThat(view.get("state").textValue()).isEqualTo("RETRACTED");
    assertThat(view.get("decision").get("reason").textValue())
        .isEqualTo("retracted: it was another's");
    assertThat(view.get("facts"))
        .contains(
            json(
                """
                {"what":"RETRACTED","at":"2026-09-01T10:00:00Z","by":"grace",
                 "reason":"it was another's"}
                """));
  }

  static Stream<Recorded> ofSomeoneUnknown() {
    return Stream.of(
        event(List.of("2026-10-01 1000"), "cleo"),
        useCase(750, "2026-10-05", "cleo"),
        contribution("cleo", "kata", Optional.empty(), "2026-10-05T10:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("ofSomeoneUnknown")
  void A_refusal_is_reassessed_on_request(Recorded recorded) {
    String id = api.program.record("x-1", recorded).value();
    assertThat(view(id).get("state").textValue()).isEqualTo("REFUSED");
    assertThat(view(id).get("decision").get("reason").textValue())
        .isEqualTo("there is no member cleo");
    api.program.member("cleo", "acme");
    assertThat(api.program.balanceOf("cleo")).isZero();

    assertThat(api.post("/v1/activities/" + id + "/judgement", "{}").status()).isEqualTo(202);
    api.work();

    assertThat(view(id).get("state").textValue()).isEqualTo("GRANTED");
    assertThat(api.program.balanceOf("cleo")).isPositive();
  }
}
