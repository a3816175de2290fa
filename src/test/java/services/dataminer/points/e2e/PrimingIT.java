package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.localcloud.LocalCloud;
import services.dataminer.points.localcloud.LocalOptions;
import services.dataminer.points.platform.json.Json;

/// In order: what was primed shows before the first event.
@DisplayName("A function restored from a snapshot")
@OnOwnCloud
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrimingIT {

  /// Classes that a first event may still load, of some 8,000: times lie on a busy machine.
  private static final int FEW = 50;

  private static final List<String> log = new CopyOnWriteArrayList<>();

  private static LocalCloud cloud;
  private static PointsClient points;

  @BeforeAll
  static void start() {
    cloud =
        LocalCloud.start(
            LocalOptions.forTests().withStart(LocalOptions.Start.PRIMED_ONCE).withLog(log::add));
    points = new PointsClient(cloud.url());
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  /// One of each way in, and of each way out; `DeployedFunctionsTest` holds that all have events.
  static Stream<String> functions() {
    return Stream.of(
        "calendar-webhook",
        "xapi-statements",
        "member-api",
        "pages",
        "virtual-meeting",
        "course-progress",
        "use-case",
        "dojo-transfer",
        "balance-recalculation",
        "night-worker");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("was primed, and has asked nobody for anything")
  @MethodSource("functions")
  @Order(1)
  void primed(String function) {
    restore(function);

    assertThat(logged(function, "primed")).last().asString().contains("primed " + function + " in");
    assertThat(logged(function, "_aws")).isEmpty();
    assertThat(cloud.hasAskedBeforeSnapshot(function)).isFalse();
    assertThat(cloud.dynamoDb().scan(all -> all.tableName("devops-points-prod")).count()).isZero();
  }

  @Test
  @DisplayName("has no thread of the client that calls DOJO and Cal.com, nor of its priming")
  @Order(2)
  void noThreads() throws IOException {
    assertThat(jcmd("dojo-transfer", "Thread.print"))
        .contains("\"main\"")
        .doesNotContain("HttpClient-", "\"canned\"");
  }

  @Test
  @DisplayName("has no thread that works on a message")
  @Order(2)
  void noMessageThreads(@TempDir Path folder) throws IOException {
    Path dump = folder.resolve("threads.json");
    jcmd("virtual-meeting", "Thread.dump_to_file", "-format=json", dump.toString());

    // Virtual threads of the JDK's own wait for sockets.
    assertThat(Files.readString(dump)).contains("\"main\"").doesNotContain("services.dataminer");
  }

  @Test
  @DisplayName("finds at its first event what it needs, and logs the trace of a webhook to the end")
  @Order(3)
  void firstEvent() throws IOException {
    long webhookClasses = loadedClasses("calendar-webhook");
    long meetingClasses = loadedClasses("virtual-meeting");
    var call =
        new Calcom.Meeting(
            "traced",
            7,
            "integrations:daily",
            Instant.parse("2026-08-20T09:00:00Z"),
            Instant.parse("2026-09-12T10:00:00Z"),
            "eve@traced.example");
    points.calcom(Calcom.ended(call)).expect(202);
    points.idle();
    assertThat(loadedClasses("calendar-webhook")).isLessThan(webhookClasses + FEW);
    assertThat(loadedClasses("virtual-meeting")).isLessThan(meetingClasses + FEW);

    JsonNode webhook = line("calendar-webhook", "[calcom:traced] to");
    JsonNode decision = line("virtual-meeting", "calcom:traced is REFUSED");
    assertThat(webhook.path("traceId").asText()).startsWith("1-");
    assertThat(decision.path("traceId")).isEqualTo(webhook.path("traceId"));
    assertThat(decision.path("requestId").asText()).hasSize(36);
    assertThat(decision.path("requestId")).isNotEqualTo(webhook.path("requestId"));
    assertThat(decision.path("activityId").asText()).isEqualTo("calcom:traced");
    assertThat(decision.path("outcome").asText()).isEqualTo("REFUSED");
    assertThat(decision.path("function").asText()).isEqualTo("virtual-meeting");
    assertThat(decision.properties())
        .extracting(Map.Entry::getKey)
        .doesNotContain("hostName", "threadId");
  }

  /// Starts one more process, which gets the events that follow.
  private static void restore(String function) {
    int before = logged(function, "primed").size();
    cloud.startProcess(function);
    Awaitility.await()
        .atMost(PointsClient.PATIENCE)
        .until(() -> logged(function, "primed").size() > before);
  }

  private static long loadedClasses(String function) throws IOException {
    return jcmd(function, "PerfCounter.print")
        .lines()
        .filter(counter -> counter.matches("java\\.cls\\.(sharedL|l)oadedClasses=.*"))
        .mapToLong(counter -> Long.parseLong(counter.substring(counter.indexOf('=') + 1)))
        .sum();
  }

  private static String jcmd(String function, String... command) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    long pid = cloud.pids(function).getFirst();
    var line = new ArrayList<>(List.of(jcmd.toString(), String.valueOf(pid)));
    line.addAll(List.of(command));
    Process run = new ProcessBuilder(line).start();
    return new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static JsonNode line(String function, String message) {
    String found = logged(function, message).getFirst();
    try {
      return Json.MAPPER.readTree(found.substring(found.indexOf('{')));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> logged(String function, String text) {
    String start = function + " | ";
    return log.stream().filter(line -> line.startsWith(start) && line.contains(text)).toList();
  }
}
