package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.localcloud.InvocationResult;
import services.dataminer.points.localcloud.LocalCloud;

@DisplayName("The built function.zip in the local cloud")
@OnSharedCloud
class LocalCloudIT {
  private static final HttpClient http = HttpClient.newHttpClient();

  private final LocalCloud cloud;

  LocalCloudIT(LocalCloud cloud) {
    this.cloud = cloud;
  }

  @Test
  @DisplayName("serves the description of its API to anybody")
  void descriptionIsServed() {
    HttpResponse<String> response = get("/openapi.yaml", "");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("openapi: 3.0.3");
  }

  @Test
  @DisplayName("reaches its table, and tells members from strangers and admins")
  void membersAreToldApart() {
    String balance = "/v1/members/nobody/balance";

    assertThat(get(balance, "").statusCode()).isEqualTo(401);
    assertThat(get(balance, "Bearer local-member:somebody").statusCode()).isEqualTo(403);
    assertThat(get(balance, "Bearer local-member:nobody").statusCode()).isEqualTo(404);
    assertThat(get(balance, "Bearer local-admin").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("runs its nights, and answers again after its process was killed")
  void nightsRun() {
    // Before anything that others do on this cloud.
    Instant night = Instant.parse("2023-04-01T01:00:00Z");

    InvocationResult first = cloud.runSchedule("meeting-sweep", night);
    cloud.killFunctions("meeting-sweep");
    InvocationResult second = cloud.runSchedule("meeting-sweep", night);

    assertThat(first).isEqualTo(new InvocationResult.Answered("{\"ended\":0}"));
    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"calendar-webhook", "xapi-statements", "admin-api", "member-api"})
  @DisplayName("answers the daily canary of a function behind HTTP, which no token comes with")
  void canariesAreAnswered(String function) {
    InvocationResult result = cloud.runSchedule(function, Instant.EPOCH);

    assertThat(result).isInstanceOf(InvocationResult.Answered.class);
    assertThat(result.json()).contains("\"statusCode\":204");
  }

  @ParameterizedTest
  @ValueSource(strings = {"virtual-meeting", "course-progress", "adjustment"})
  @DisplayName("takes the daily canary of a function with a queue for no message")
  void canariesAreNoMessages(String function) {
    assertThat(cloud.runSchedule(function, Instant.EPOCH))
        .isEqualTo(new InvocationResult.Answered("{\"batchItemFailures\":[]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meeting-sweep",
        "booking-reconciliation",
        "show-settlement",
        "balance-recalculation",
        "dojo-transfer"
      })
  @DisplayName("answers a deployment's canary of a function that runs at night with nothing")
  void canariesRunNoNight(String function) {
    assertThat(cloud.invoke(function, "{\"scheduledTime\":\"CANARY\"}"))
        .isEqualTo(new InvocationResult.Answered(""));
  }

  @Test
  @DisplayName("lets a message that nobody can understand become a dead letter")
  void hopelessMessagesAreDeadLetters() {
    cloud.send("virtual-meeting", "no message of ours");

    assertThat(cloud.awaitIdle(Duration.ofMinutes(1))).isTrue();
    assertThat(cloud.deadLetters()).containsExactly("no message of ours");
    var browser = new WebBrowser(cloud.url());
    assertThat(browser.open("/_local/sign-in?as=local-admin&to=/admin").body())
        .contains("1 message and 0 scheduled runs failed for good");
    cloud.dropQueues();
    try {
      assertThat(browser.open("/admin").body()).contains("The queues do not say just now");
    } finally {
      cloud.restoreQueues();
    }
    String deadLetters =
        cloud.sqs().getQueueUrl(get -> get.queueName("devops-points-prod-dead-letters")).queueUrl();
    cloud.sqs().purgeQueue(purge -> purge.queueUrl(deadLetters));
    assertThat(cloud.deadLetters()).isEmpty();
  }

  private HttpResponse<String> get(String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(cloud.url() + path));
    if (!token.isEmpty()) {
      request.header("Authorization", token);
    }
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
  }
}
