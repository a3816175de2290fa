package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;

import java.time.Instant;
import java.util.Optional;
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
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Contribution;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;

@WholeSuite
class RecordContributionTest {

  private static final String PATH = "/v1/contributions";
  private static final String ANSWER =
      """
      {"id":"c-1","memberId":"ada","action":"answer-question","occurredAt":"2026-10-05T10:00:00Z",
       "evidence":"https://community.example/question/17"}
      """;
  private static final String DOCUMENTATION =
      """
      {"id":"c-2","memberId":"ada","action":"add-documentation","points":5000,
       "occurredAt":"2026-10-05T12:00:00+02:00"}
      """;

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void directory() {
    api.program.partner("acme", "acme.example");
    api.program.member("ada", "acme");
  }

  private HttpAnswer post(String body) {
    return api.send(HttpCall.of("POST", PATH).json(body).at("2026-10-20T09:00:00Z").by("linus"));
  }

  private static Recorded fact(String action, Optional<Long> points, Optional<String> evidence) {
    return new Recorded(
        Instant.parse("2026-10-20T09:00:00Z"),
        "linus",
        Instant.parse("2026-10-05T10:00:00Z"),
        new Contribution("ada", action, points, evidence));
  }

  @Test
  void A_contribution_goes_to_its_queue_with_who_recorded_it() {
    HttpAnswer answer = post(ANSWER);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo(json("{\"activityId\":\"contribution:c-1\"}"));
    assertThat(api.queues.take())
        .containsExactly(
            new Sent(
                QueueName.of(ActivityKind.CONTRIBUTION),
                RecordedAwardMessage.of(
                    new ActivityId("contribution:c-1"),
                    fact(
                        "answer-question",
                        Optional.empty(),
                        Optional.of("https://community.example/question/17")))));
  }

  @Test
  void The_points_of_a_range_are_the_approvers_and_evidence_may_be_left_out() {
    assertThat(post(DOCUMENTATION).status()).isEqualTo(202);

    assertThat(api.queues.takeMessages())
        .containsExactly(
            RecordedAwardMessage.of(
                new ActivityId("contribution:c-2"),
                fact("add-documentation", Optional.of(5000L), Optional.empty())));
  }

  @Test
  void Fixed_points_are_those_of_the_rules_also_where_they_are_a_loss() {
    post(ANSWER);
    post(Bodies.with(Bodies.with(ANSWER, "id", "\"c-3\""), "action", "\"receive-downvote\""));
    api.work();

    assertThat(api.program.entriesOf("ada"))
        .extracting(entry -> entry.points())
        .containsExactlyInAnyOrder(25L, -10L);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id         |                       | id: is missing
          id         | "c/1"                 | id: must be an id of 1 to 64 letters, digits, ".", "_" and "-", starting with a letter or digit
          memberId   |                       | memberId: is missing
          memberId   | ["ada"]               | memberId: must be a string
          memberId   | "nemo"                | memberId: is not a member: sign the person up first
          memberId   | "ada@acme.example"    | `memberId: must be an id of 1 to 64 letters, digits, "_", "|" and "-", starting with a letter or digit`
          points     | 25                    | points: must be omitted: answer-question earns 25 under the rules of 2023-03-28
          points     | 26                    | points: must be omitted: answer-question earns 25 under the rules of 2023-03-28
          occurredAt |                       | occurredAt: is missing
          occurredAt | "2026-10-05"          | occurredAt: must be a time such as 2026-09-11T10:30:00Z
          occurredAt | "2026-10-20T09:00:01Z"| occurredAt: must not be in the future: it is 2026-10-20T09:00:00Z now
          occurredAt | "2023-03-27T21:59:59Z"| occurredAt: must not be before the program began on 2023-03-28
          evidence   | "question 17"         | evidence: must be an absolute URI of at most 1000 characters, such as https://lms.example
          evidence   | "javascript:alert(1)" | evidence: must start with https:// or http://
          by         | "ada"                 | by: is not a known field: remove it
          """)
  void What_is_wrong_is_named(String field, String value, String faults) {
    HttpAnswer answer = post(Bodies.with(ANSWER, field, value));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(faults.split("; "));
    assertThat(api.queues.take()).isEmpty();
    assertThat(api.get("/v1/activities/contribution:c-1").status()).isEqualTo(404);
  }

  @Test
  void An_unknown_action_is_answered_with_those_that_are_known() {
    HttpAnswer answer = post(Bodies.with(ANSWER, "action", "\"praise\""));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations())
        .singleElement()
        .asString()
        .startsWith(
            "action: is not an action under the rules of 2023-03-28: use one of add-documentation, ")
        .contains(", kata, kata-within-a-week, ")
        .endsWith(", upvote");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      value = {"-", "0", "5001", "\"5\"", "1.5"})
  void Points_outside_the_range_are_refused(String points) {
    HttpAnswer answer = post(Bodies.with(DOCUMENTATION, "points", points));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations())
        .containsExactly(
            points == null
                ? "points: is missing"
                : "points: must be a whole number from 1 to 5000");
  }

  @Test
  void The_first_second_of_the_program_counts() {
    assertThat(post(Bodies.with(ANSWER, "occurredAt", "\"2023-03-27T22:00:00Z\"")).status())
        .isEqualTo(202);
  }
}
