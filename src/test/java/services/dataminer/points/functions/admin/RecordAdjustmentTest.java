package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.application.message.RecordingMessageQueues.Sent;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.fixture.Recordings;

@WholeSuite
class RecordAdjustmentTest {

  private static final String PATH = "/v1/adjustments";
  private static final String LESS =
      """
      {"id":"adj-1","memberId":"ada","points":-50,"reason":"booked twice by mistake",
       "occurredAt":"2026-10-05T10:00:00Z"}
      """;

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void directory() {
    api.program.partner("acme", "acme.example");
    api.program.member("ada", "acme");
  }

  private HttpAnswer post(String body) {
    return api.send(HttpCall.of("POST", PATH).json(body).at("2026-10-20T09:00:00Z"));
  }

  @Test
  void An_adjustment_goes_to_its_queue() {
    HttpAnswer answer = post(LESS);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo(json("{\"activityId\":\"adjustment:adj-1\"}"));
    assertThat(api.queues.take())
        .containsExactly(
            new Sent(
                QueueName.of(ActivityKind.ADJUSTMENT),
                RecordedAwardMessage.of(
                    new ActivityId("adjustment:adj-1"),
                    Recordings.adjustment(
                        -50, "booked twice by mistake", "2026-10-05T10:00:00Z"))));
  }

  @Test
  void It_is_an_entry_of_its_own_kind_with_the_reason() {
    post(LESS);
    api.work();

    assertThat(api.program.entriesOf("ada"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo(EntryKind.ADJUSTMENT);
              assertThat(entry.points()).isEqualTo(-50);
              assertThat(entry.reason()).contains("booked twice by mistake");
            });
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id         |                        | id: is missing
          id         | ""                     | id: must not be empty
          memberId   |                        | memberId: is missing
          memberId   | "nemo"                 | memberId: is not a member: sign the person up first
          points     |                        | points: is missing
          points     | 0                      | points: must not be 0: that adjusts nothing
          points     | "10"                   | points: must be a whole number from -1000000 to 1000000
          points     | 0.5                    | points: must be a whole number from -1000000 to 1000000
          points     | 1000001                | points: must be a whole number from -1000000 to 1000000
          points     | 99999999999999999999   | points: must be a whole number from -1000000 to 1000000
          reason     |                        | reason: is missing
          reason     | "\\t"                  | reason: must not be empty
          occurredAt |                        | occurredAt: is missing
          occurredAt | "yesterday"            | occurredAt: must be a time such as 2026-09-11T10:30:00Z
          occurredAt | "2027-01-01T00:00:00Z" | occurredAt: must not be in the future: it is 2026-10-20T09:00:00Z now
          occurredAt | "2020-01-01T00:00:00Z" | occurredAt: must not be before the program began on 2023-03-28
          action     | "kata"                 | action: is not a known field: remove it
          """)
  void What_is_wrong_is_named(String field, String value, String faults) {
    HttpAnswer answer = post(Bodies.with(LESS, field, value));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(faults.split("; "));
    assertThat(api.queues.take()).isEmpty();
    assertThat(api.get("/v1/activities/adjustment:adj-1").status()).isEqualTo(404);
  }
}
