package services.dataminer.points.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.operations.Script.Result;

@DisplayName("On a stage, by AWS's answers")
@WholeSuite
class StageScriptsTest {

  private static final int FUNCTIONS = 19;

  @TempDir private Path folder;
  private FakeAws aws;

  @BeforeEach
  void prepare() {
    assumeTrue(Script.has("sh", "jq", "curl"), "the scripts need a POSIX shell, jq and curl");
    aws = new FakeAws(folder);
  }

  private Result run(String script, String... arguments) {
    return new Script(script, aws.environment()).run(arguments);
  }

  private void versions(String live, String... versions) {
    aws.answers("*get-alias*", live);
    aws.answers(
        "*list-aliases*",
        "{\"Aliases\":[{\"Name\":\"live\",\"FunctionVersion\":\"%s\"}]}".formatted(live));
    var list = new StringBuilder(version("$LATEST"));
    for (String version : versions) {
      list.append(',').append(version(version));
    }
    aws.answers("*list-versions*", "{\"Versions\":[%s]}".formatted(list));
  }

  private static String version(String number) {
    return "{\"Version\":\"%s\",\"LastModified\":\"2026-09-01T10:00:00.000+0000\",\"CodeSha256\":\"abcdefghijklmnop\"}"
        .formatted(number);
  }

  @Test
  @DisplayName("a rollback goes to the version before the live one, in every function")
  void rollback() {
    versions("10", "9", "10", "11", "8");
    aws.answers("*update-alias*", "9");

    Result planned = run("rollback", "--stage", "test");

    assertThat(planned.status()).isZero();
    assertThat(planned.output())
        .contains(
            "10  2026-09-01T10:00  abcdefghijkl  live", "would change from 10 to 9", "add --yes");
    assertThat(aws.calls("update-alias")).isEmpty();

    assertThat(run("rollback", "--stage", "test", "--yes").status()).isZero();
    assertThat(aws.calls("update-alias"))
        .hasSize(FUNCTIONS)
        .allMatch(call -> call.contains("--function-version 9"))
        .anyMatch(call -> call.contains("--function-name devops-points-test-dojo-transfer "));
  }

  @Test
  @DisplayName("a rollback to a version that is not there changes nothing")
  void rollbackToNowhere() {
    versions("10", "9", "10");

    Result result = run("rollback", "--stage", "test", "--to", "7", "--yes");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains("has no version 7: nothing was changed");
    assertThat(aws.calls("update-alias")).isEmpty();
  }

  @Test
  @DisplayName("pruning keeps the newest, the live one and the one before it")
  void prune() {
    versions("3", "1", "2", "3", "4", "5", "6", "10");

    Result planned = run("prune-versions", "--stage", "test", "--keep", "2");

    assertThat(planned.output())
        .contains("would delete dojo-transfer version 1", "version 4", "version 5")
        .doesNotContain("version 2\n", "version 3\n", "version 6\n", "version 10\n");
    assertThat(aws.calls("delete-function")).isEmpty();

    assertThat(run("prune-versions", "--stage", "test", "--keep", "2", "--yes").status()).isZero();
    assertThat(aws.calls("delete-function")).hasSize(3 * FUNCTIONS);
  }

  @Test
  @DisplayName("a deployment stops at example values before it asks AWS anything")
  void exampleValues() {
    Result result = run("deploy", "--stage", "prod", "--yes");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output())
        .contains("still has example values for prod: JwtIssuer JwtAudience DojoUrl");
    assertThat(aws.calls("sam")).isEmpty();
  }

  @Test
  @DisplayName("a restored table that is in use is never deleted")
  void tableInUse() {
    String table = "devops-points-test-restored-20260914-220000";
    aws.answers("*describe-stacks*", table);

    Result result = run("restore-check", "--stage", "test", "--table", table, "--delete", "--yes");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains(table + " is the table in use: it will not be deleted.");
    assertThat(aws.calls("delete-table")).isEmpty();
  }

  @Test
  @DisplayName("a table is restored from the one in use")
  void restoredFromTheTableInUse() {
    aws.answers("*describe-stacks*", "devops-points-test-restored-20260914-220000");

    Result result = run("restore-check", "--stage", "test", "--time", "2026-09-15T22:00:00Z");

    assertThat(result.output())
        .contains(
            "would restore devops-points-test-restored-20260914-220000 as of 2026-09-15T22:00:00Z");
  }

  @Test
  @DisplayName(
      "a message is deleted from the dead letters only after its queue confirmed the same body")
  void unconfirmed() {
    aws.answers("*get-queue-url*", "https://sqs.example/queue");
    aws.answers("*filter-log-events*", "{\"events\":[]}");
    String letter = "{\"Messages\":[%s]}".formatted(letter(1, "use-case"));
    aws.once("*receive-message*", letter);
    aws.answers("*send-message*", "another");

    Result result = run("redrive", "--stage", "test", "--yes");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output())
        .contains("message of use-case", "stays a dead letter", "0 of 1 dead letters put back");
    assertThat(aws.calls("send-message")).hasSize(1);
    assertThat(aws.calls("delete-message")).isEmpty();
    assertThat(aws.calls("change-message-visibility")).hasSize(1);
  }

  @Test
  @DisplayName("dead letters of one queue are shown, and those of others are visible again at once")
  void oneQueue() {
    aws.answers("*get-queue-url*", "https://sqs.example/queue");
    aws.answers(
        "*filter-log-events*", "{\"events\":[{\"message\":\"delivery 5 failed: too late\"}]}");
    aws.once(
        "*receive-message*",
        "{\"Messages\":[%s,%s]}".formatted(letter(1, "use-case"), letter(2, "adjustment")));

    Result result = run("redrive", "--stage", "test", "--queue", "adjustment");

    assertThat(result.status()).isZero();
    assertThat(result.output())
        .contains(
            "message of adjustment", "too late", "1 dead letters would be put back: add --yes")
        .doesNotContain("message of use-case");
    assertThat(aws.calls("change-message-visibility"))
        .hasSize(2)
        .allMatch(call -> call.contains("--visibility-timeout 0"))
        .satisfiesExactly(
            other -> assertThat(other).contains("--receipt-handle r-1"),
            shown -> assertThat(shown).contains("--receipt-handle r-2"));
    assertThat(aws.calls("send-message")).isEmpty();
    assertThat(aws.calls("delete-message")).isEmpty();
  }

  private static String letter(int number, String queue) {
    return """
        {"MessageId":"m-%1$d","ReceiptHandle":"r-%1$d","MD5OfBody":"expected","Body":"{}",
         "Attributes":{"SentTimestamp":"1789000000000","ApproximateReceiveCount":"5",
         "DeadLetterQueueSourceArn":"arn:aws:sqs:eu-west-1:1:devops-points-test-%2$s"}}"""
        .formatted(number, queue);
  }
}
