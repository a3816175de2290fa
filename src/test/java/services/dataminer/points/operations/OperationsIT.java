package services.dataminer.points.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.e2e.Calcom;
import services.dataminer.points.e2e.OnOwnCloud;
import services.dataminer.points.e2e.PointsClient;
import services.dataminer.points.localcloud.LocalCloud;
import services.dataminer.points.localcloud.LocalOptions;
import services.dataminer.points.operations.Script.Result;

@DisplayName("An operator at work, by scripts on the local cloud")
@OnOwnCloud
class OperationsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static LocalCloud cloud;
  private static PointsClient points;

  @BeforeAll
  static void start() {
    assumeTrue(Script.has("sh", "aws", "jq", "curl"), "the scripts need the AWS CLI, jq and curl");
    var atOnce = new LocalOptions.Work(Duration.ZERO, 2, 2);
    cloud = LocalCloud.start(LocalOptions.forTests().withWork(atOnce));
    points = new PointsClient(cloud.url());
    points.put("/v1/partners/acme", "{\"name\":\"Acme\",\"kind\":\"BUSINESS\"}").expect(201);
    points
        .put(
            "/v1/members/ada",
            "{\"name\":\"Ada\",\"emails\":[\"ada@acme.example\"],\"partnerId\":\"acme\",\"signedUpOn\":\"2023-04-12\"}")
        .expect(201);
  }

  @AfterAll
  static void stop() {
    if (cloud != null) {
      cloud.close();
    }
  }

  @Test
  @DisplayName(
      "what failed is shown with its reason and put back: the meeting pays, the night runs, and what"
          + " fails again stays; then the meeting is replayed, and a copy of the table adds up")
  void redrive() {
    cloud.dropDatabase();
    points.calcom(Calcom.ended(videoCall("redriven"))).expect(202);
    Awaitility.await().atMost(PATIENCE).until(() -> cloud.deadLetters().size() == 1);
    cloud.restoreDatabase();
    deadLetter(failedRun("2026-09-15T01:00:00Z"));
    deadLetter(failedRun("no time at all"));

    Result shown = script("redrive", "--show");
    assertThat(shown.status()).isZero();
    assertThat(shown.output())
        .contains(
            "message of virtual-meeting: calcom:redriven",
            "the table is not available",
            "run of show-settlement: 2026-09-15T01:00:00Z",
            "reason: java.lang.IllegalStateException: not settled",
            "3 dead letters");
    assertThat(cloud.deadLetters()).hasSize(3);

    Result done = script("redrive", "--yes");
    points.idle();

    assertThat(done.output()).contains("stays a dead letter", "2 of 3 dead letters put back");
    assertThat(done.status()).isEqualTo(1);
    assertThat(cloud.deadLetters()).singleElement().asString().contains("no time at all");
    assertThat(earned()).isEqualTo(100);

    String[] days = {"--from", "2026-09-20", "--to", "2026-09-20", "--kind", "virtual-meeting"};
    assertThat(script("replay", days).output()).contains("1 activities in all", "add --yes");
    assertThat(script("replay", with("--yes", days)).output())
        .contains("1 virtual-meeting", "1 activities on their queues");
    points.idle();
    assertThat(earned()).isEqualTo(100);

    Result recalculated = script("recalculate", "--all", "--yes");
    assertThat(recalculated.output()).contains("\"members\":1");
    assertThat(recalculated.status()).isZero();

    Result checked = script("restore-check", "--yes", "--delete");
    assertThat(checked.output()).contains("1 members, 100 points earned", "0 members differ");
    assertThat(checked.status()).isZero();
    assertThat(cloud.dynamoDb().listTables().tableNames()).hasSize(1);
  }

  /// What Lambda puts into the dead letters when a run has failed.
  private static String failedRun(String scheduledTime) {
    return """
        {"version":"1.0","timestamp":"2026-09-15T01:10:00.000Z","requestContext":{"requestId":"r",
         "functionArn":"arn:aws:lambda:eu-west-1:000000000000:function:devops-points-prod-show-settlement:live",
         "condition":"RetriesExhausted","approximateInvokeCount":3},
         "requestPayload":{"scheduledTime":"%s"},
         "responsePayload":{"errorType":"java.lang.IllegalStateException","errorMessage":"not settled"}}"""
        .formatted(scheduledTime);
  }

  private static void deadLetter(String body) {
    cloud.sqs().sendMessage(send -> send.queueUrl(deadLetters()).messageBody(body));
  }

  private static String deadLetters() {
    return cloud
        .sqs()
        .getQueueUrl(get -> get.queueName("devops-points-prod-night-dead-letters"))
        .queueUrl();
  }

  private static long earned() {
    JsonNode balance = points.readAs("ada", "/v1/members/ada/balance?at=2026-10-01T00:00:00Z");
    return balance.path("earned").asLong();
  }

  private static Result script(String name, String... arguments) {
    return new Script(name).run(with("--local", with(cloud.url(), arguments)));
  }

  private static String[] with(String first, String... others) {
    return Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new);
  }

  private static Calcom.Meeting videoCall(String uid) {
    return new Calcom.Meeting(
        uid,
        7,
        "integrations:daily",
        Instant.parse("2026-08-20T09:00:00Z"),
        Instant.parse("2026-09-20T10:00:00Z"),
        "ada@acme.example",
        "carl@customer.example");
  }
}
