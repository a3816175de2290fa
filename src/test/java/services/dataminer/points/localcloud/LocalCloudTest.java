package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;

@DisplayName("The local cloud")
@WholeSuite
class LocalCloudTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  private static final List<String> log = new CopyOnWriteArrayList<>();
  private static LocalCloud cloud;

  @BeforeAll
  static void start(@TempDir Path folder) {
    cloud = LocalCloud.start(ProbeZip.options(folder).withLog(log::add));
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  @DisplayName("gives a function the environment that the template and Lambda give it")
  void functionsHaveTheirEnvironment() {
    assertThat(value("http", "probe:env=PROBE_TABLE")).isEqualTo("probe-test");
    assertThat(value("http", "probe:env=AWS_LAMBDA_FUNCTION_NAME")).isEqualTo("http");
    assertThat(value("http", "probe:env=AWS_REGION")).isEqualTo("eu-west-1");
    assertThat(value("http", "probe:env=AWS_ENDPOINT_URL_DYNAMODB"))
        .startsWith("http://127.0.0.1:");
  }

  @Test
  @DisplayName("starts a function as from a snapshot: hooks run before its first event")
  void functionsAreRestored() {
    assertThat(value("http", "probe:env=AWS_LAMBDA_INITIALIZATION_TYPE")).isEqualTo("snap-start");
    assertThat(value("http", "probe:hooks")).isEqualTo("[checkpoint, restore]");
  }

  @ParameterizedTest
  @DisplayName("gives a function no key in its environment")
  @ValueSource(strings = {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"})
  void noKeyIsInTheEnvironment(String variable) {
    assertThat(value("http", "probe:env=" + variable)).isEqualTo("null");
  }

  @Test
  @DisplayName("hands out keys of its own to each function, and others each time")
  void keysAreHandedOut() {
    List<String> keys =
        List.of(
            value("http", "probe:key"), value("http", "probe:key"), value("night", "probe:key"));

    assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("ASIA[A-Z2-7]{16}"));
  }

  @Test
  @DisplayName(
      "keeps a process for the next event and starts another for an event at the same time")
  void processesAreKept() {
    long first = json("night", "probe:pid").path("pid").asLong();
    CompletableFuture<JsonNode> sleeping =
        CompletableFuture.supplyAsync(() -> json("night", "probe:sleep=1500"));
    assertThat(json("night", "probe:pid").path("pid").asLong()).isPositive();
    sleeping.join();

    assertThat(first).isPositive();
    assertThat(cloud.processes("night")).isBetween(1, 2);
  }

  @Test
  @DisplayName("answers what a function threw as Lambda's error object")
  void errorsAreObjects() {
    InvocationResult result = cloud.invoke("http", "{\"x\":\"probe:throw\"}");

    assertThat(result).isInstanceOf(InvocationResult.Failed.class);
    assertThat(result.json())
        .contains("\"errorMessage\":\"asked to throw\"")
        .contains("\"errorType\":\"java.lang.IllegalStateException\"");
  }

  @Test
  @DisplayName("kills a function that takes too long, and starts it anew for the next event")
  void slowFunctionsAreKilled() {
    InvocationResult result = cloud.invoke("slow", "{\"x\":\"probe:sleep=20000\"}");

    assertThat(result.json()).contains("Task timed out after 1.00");
    assertThat(json("slow", "probe:left").path("left").asLong()).isBetween(1L, 1000L);
  }

  @Test
  @DisplayName("notices a process that ends by itself")
  void endedProcessesFail() {
    InvocationResult result = cloud.invoke("http", "{\"x\":\"probe:exit\"}");

    assertThat(result.json()).contains("exited with status 3");
    assertThat(json("http", "probe:pid").path("pid").asLong()).isPositive();
  }

  @Test
  @DisplayName("fails what a function was doing when its processes are killed")
  void killedFunctionsFail() {
    CompletableFuture<InvocationResult> busy =
        CompletableFuture.supplyAsync(() -> cloud.invoke("http", "{\"x\":\"probe:sleep=19000\"}"));
    await().atMost(SOON).until(() -> cloud.processes("http") > 0);

    await()
        .atMost(SOON)
        .until(
            () -> {
              cloud.killFunctions("http");
              return busy.isDone();
            });

    assertThat(busy.join()).isInstanceOf(InvocationResult.Failed.class);
  }

  @Test
  @DisplayName("retries only the messages that a batch names, until they are dead letters")
  void namedMessagesAreRetried() {
    cloud.send("work", "good-one");
    cloud.send("work", "fail-always");

    assertThat(cloud.awaitIdle(SOON)).isTrue();
    assertThat(cloud.deadLetters()).contains("fail-always").doesNotContain("good-one");
    assertThat(cloud.delivered("work")).containsOnlyOnce("good-one");
    assertThat(cloud.delivered("work")).filteredOn("fail-always"::equals).hasSize(3);
  }

  @Test
  @DisplayName("retries a whole batch when the function throws")
  void thrownBatchesAreRetried() {
    cloud.send("work", "throw-always");

    assertThat(cloud.awaitIdle(SOON)).isTrue();
    assertThat(cloud.deadLetters()).contains("throw-always");
    assertThat(cloud.delivered("work")).filteredOn("throw-always"::equals).hasSize(3);
  }

  @Test
  @DisplayName(
      "loses named messages when the mapping does not ask for partial responses, as Lambda does")
  void carelessMappingsLose() {
    cloud.send("careless", "fail-always");

    assertThat(cloud.awaitIdle(SOON)).isTrue();
    assertThat(cloud.delivered("careless")).containsExactly("fail-always");
  }

  @Test
  @DisplayName("runs a schedule with the time asked for")
  void schedulesRunAtAnyTime() {
    InvocationResult result = cloud.runSchedule("night", Instant.parse("2026-09-15T01:00:00Z"));

    JsonNode answer = Json.read(result.json()).orElseThrow();
    assertThat(decoded(answer)).isEqualTo("{\"scheduledTime\":\"2026-09-15T01:00:00Z\"}");
  }

  @Test
  @DisplayName("tries a call again that nobody waits for, then keeps Lambda's record of it")
  void failedCallsAreRecorded() {
    cloud.begin("night", "{\"scheduledTime\":\"probe:throw\"}");

    await().atMost(SOON).until(() -> cloud.deadLetters().stream().anyMatch(isRecord()));

    JsonNode record =
        cloud.deadLetters().stream()
            .filter(isRecord())
            .map(body -> Json.read(body).orElseThrow())
            .findFirst()
            .orElseThrow();
    assertThat(record.path("requestContext").path("approximateInvokeCount").asInt()).isEqualTo(2);
    assertThat(record.path("requestContext").path("functionArn").asText())
        .endsWith(":function:night:live");
    assertThat(record.path("requestPayload").path("scheduledTime").asText())
        .isEqualTo("probe:throw");
    assertThat(record.path("responseContext").path("functionError").asText())
        .isEqualTo("Unhandled");
    assertThat(record.path("responsePayload").path("errorMessage").asText())
        .isEqualTo("asked to throw");
    assertThat(cloud.awaitIdle(SOON)).isTrue();
  }

  private static Predicate<String> isRecord() {
    return body -> body.contains("\"condition\":\"RetriesExhausted\"");
  }

  @Test
  @DisplayName("stops a chain of requests that comes to a function for the seventeenth time")
  void loopsAreStopped() {
    sendInChain("fifteen-before", 15);
    sendInChain("sixteen-before", 16);

    assertThat(cloud.awaitIdle(SOON)).isTrue();
    assertThat(cloud.delivered("work")).contains("fifteen-before").doesNotContain("sixteen-before");
    assertThat(cloud.deadLetters()).contains("sixteen-before").doesNotContain("fifteen-before");
  }

  private static void sendInChain(String body, int invocations) {
    var trace = new TraceHeader("1-5759e988-bd862e3fe1be46a994272793", Map.of("work", invocations));
    cloud
        .sqs()
        .sendMessage(
            send ->
                send.queueUrl(cloud.queueUrl("work"))
                    .messageBody(body)
                    .messageSystemAttributes(
                        Map.of(
                            MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                            MessageSystemAttributeValue.builder()
                                .dataType("String")
                                .stringValue(trace.text())
                                .build())));
  }

  @Test
  @DisplayName("refuses a response over 6 MB, and passes on one just below")
  void largeResponsesAreRefused() {
    assertThat(cloud.invoke("http", "{\"x\":\"probe:fill=6291000\"}"))
        .isInstanceOf(InvocationResult.Answered.class);

    InvocationResult refused = cloud.invoke("http", "{\"x\":\"probe:fill=6292000\"}");
    assertThat(refused).isInstanceOf(InvocationResult.Failed.class);
    assertThat(refused.json()).contains("Function.ResponseSizeTooLarge");
  }

  @Test
  @DisplayName("passes on what functions log, their name before it")
  void logsAreNamed() {
    json("http", "probe:log");

    await().atMost(SOON).untilAsserted(() -> assertThat(log).contains("http | a line of the log"));
  }

  private static String decoded(JsonNode answer) {
    return new String(
        Base64.getDecoder().decode(answer.path("body").asText()), StandardCharsets.UTF_8);
  }

  private static String value(String function, String word) {
    return json(function, word).path("value").asText();
  }

  private static JsonNode json(String function, String word) {
    InvocationResult result = cloud.invoke(function, "{\"x\":\"" + word + "\"}");
    assertThat(result).isInstanceOf(InvocationResult.Answered.class);
    return Json.read(result.json()).orElseThrow();
  }
}
