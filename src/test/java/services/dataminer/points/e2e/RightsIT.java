package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import services.dataminer.points.localcloud.InvocationResult;
import services.dataminer.points.localcloud.LocalCloud;
import services.dataminer.points.localcloud.LocalOptions;

@DisplayName("A function whose policy lacks a right")
@OnOwnCloud
class RightsIT {
  private static final List<String> log = new CopyOnWriteArrayList<>();

  private static LocalCloud cloud;
  private static PointsClient points;

  /// A cloud whose template gives each of four functions one right less.
  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    String template = Files.readString(Path.of("template.yaml"));
    template = without(template, "CalendarWebhookRole", "sqs:SendMessage");
    template = without(template, "MemberApiRole", "dynamodb:Query");
    template = without(template, "AdjustmentRole", "dynamodb:UpdateItem");
    template = without(template, "MeetingSweepRole", "dynamodb:Query");
    Path file = Files.writeString(folder.resolve("template.yaml"), template);
    LocalOptions options = LocalOptions.forTests().withLog(log::add);
    cloud = LocalCloud.start(options.withBuild(options.build().withTemplate(file)));
    points = new PointsClient(cloud.url());
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  @DisplayName("responds with an error")
  void apiCannotQuery() {
    Scene scene = Scene.of(points);
    String entries = "/v1/members/" + scene.id("ada") + "/entries";

    assertThat(points.get(entries).status()).isEqualTo(500);
    assertThat(denied("member-api")).contains("dynamodb:Query", "table/devops-points-prod");
  }

  @Test
  @DisplayName("to a queue does not confirm a webhook")
  void webhookCannotSend() {
    Scene scene = Scene.of(points);
    Calcom.Meeting call = scene.videoCall("call", "2026-09-12T10:00:00Z", "ada");

    assertThat(points.calcom(Calcom.created(call)).status()).isEqualTo(503);
    assertThat(denied("calendar-webhook"))
        .contains("sqs:sendmessage", "devops-points-prod-virtual-meeting");
  }

  @Test
  @DisplayName("leaves its messages as dead letters")
  void awardCannotWrite() {
    Scene scene = Scene.of(points);
    points
        .post(
            "/v1/adjustments",
            "{\"id\":\"%s\",\"memberId\":\"%s\",\"points\":50,\"reason\":\"A gift\",\"occurredAt\":\"2026-09-02T10:00:00Z\"}"
                .formatted(scene.id("gift"), scene.id("ada")))
        .expect(202);
    points.idle();

    assertThat(cloud.deadLetters()).singleElement().asString().contains(scene.id("gift"));
    assertThat(denied("adjustment")).contains("dynamodb:UpdateItem", "table/devops-points-prod");
  }

  @Test
  @DisplayName("to an index fails its run, though it may read the table")
  void nightCannotQueryItsIndex() {
    InvocationResult sweep =
        cloud.runSchedule("meeting-sweep", Instant.parse("2026-09-15T01:00:00Z"));

    assertThat(sweep).isInstanceOf(InvocationResult.Failed.class);
    assertThat(sweep.json())
        .contains("not authorized to perform: dynamodb:Query", "table/devops-points-prod/index/due")
        .contains("wiring.FailedCall\"");
  }

  /// What the function's log says that it may not do.
  private static String denied(String function) {
    return log.stream()
        .filter(line -> line.startsWith(function + " | "))
        .filter(line -> line.contains("is not authorized to perform: "))
        .findFirst()
        .orElseThrow(() -> new AssertionError(function + " was denied nothing: " + log));
  }

  /// The template with another action in place of the first such one of the role.
  private static String without(String template, String role, String action) {
    int from = template.indexOf("\n  " + role + ":\n");
    int at = template.indexOf(action, from);
    assertThat(at).isBetween(from, template.indexOf("\n\n", from));
    return template.substring(0, at) + "s3:ListBucket" + template.substring(at + action.length());
  }
}
