package services.dataminer.points.localcloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Invokes functions for callers who do not wait, as schedules do: a call that fails is tried
/// again, and the record of one that fails for good goes to the on-failure destination.
/// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
///
/// Lambda waits a minute before the second attempt and two before the third; here it is the retry
/// delay.
///
/// @param log gets a line about each call that failed for good
record AsyncInvocations(
    List<OnFailure> configured,
    LocalFunctions functions,
    LocalQueues queues,
    Duration retryDelay,
    Consumer<String> log) {

  /// What Lambda does where the template says nothing.
  private static final int RETRIES = 2;

  /// Begins an invocation and does not wait for it.
  ///
  /// @throws IllegalArgumentException if there is no such function
  void begin(String function, byte[] event) {
    LambdaFunction wanted = functions.named(function);
    Thread.ofVirtual().name("async-" + function).start(() -> run(wanted, event));
  }

  private void run(LambdaFunction function, byte[] event) {
    Optional<OnFailure> onFailure =
        configured.stream()
            .filter(one -> one.function().equals(function.definition().name()))
            .findFirst();
    int attempts = 1 + onFailure.map(OnFailure::retries).orElse(RETRIES);
    for (int attempt = 1; attempt <= attempts; attempt++) {
      var invocation = new Invocation(event);
      if (function.invoke(invocation) instanceof InvocationResult.Failed failure) {
        if (attempt == attempts) {
          ObjectNode record = record(function, invocation, attempt, failure);
          log.accept(function.definition().name() + " failed for good: " + record);
          onFailure.ifPresent(to -> send(to.queue(), record));
        } else if (!pause()) {
          return;
        }
      } else {
        return;
      }
    }
  }

  private static ObjectNode record(
      LambdaFunction function,
      Invocation invocation,
      int attempts,
      InvocationResult.Failed failure) {
    ObjectNode record =
        Json.object()
            .put("version", "1.0")
            .put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    record
        .putObject("requestContext")
        .put("requestId", invocation.id())
        .put("functionArn", function.definition().arn() + ":live")
        .put("condition", "RetriesExhausted")
        .put("approximateInvokeCount", attempts);
    record.set("requestPayload", payload(invocation.event()));
    record
        .putObject("responseContext")
        .put("statusCode", 200)
        .put("executedVersion", "1")
        .put("functionError", "Unhandled");
    record.set("responsePayload", payload(failure.json().getBytes(UTF_8)));
    return record;
  }

  private static JsonNode payload(byte[] json) {
    return Json.read(json).orElse(Json.object());
  }

  private void send(String queue, ObjectNode record) {
    queues
        .client()
        .sendMessage(message -> message.queueUrl(queues.url(queue)).messageBody(record.toString()));
  }

  private boolean pause() {
    try {
      Thread.sleep(retryDelay);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
