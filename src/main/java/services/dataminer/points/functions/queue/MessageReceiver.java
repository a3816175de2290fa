package services.dataminer.points.functions.queue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import services.dataminer.points.application.run.Lanes;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.platform.log.CallIds;
import services.dataminer.points.platform.log.FailureText;

/// The receiving end of a queue: takes the messages that Funqy hands over one at a time, and sees
/// to it that one which fails is delivered again, is counted, and leaves exactly one line in the
/// log. Messages of a batch are worked on at the same time, except that those which concern the
/// same follow each other: `docs/decisions/0031-a-batch-overlaps.md`.
///
/// Funqy calls a function with an empty message where there is no envelope, and logs nothing of
/// what a function throws: hence the checks and the line here.
public final class MessageReceiver<T> {

  private static final Logger LOG = Logger.getLogger(MessageReceiver.class);
  private static final String SQS = "aws:sqs";
  private static final String UNKNOWN = "unknown";
  private static final String TRACE_HEADER = "AWSTraceHeader";

  /// The message id in the daily call that keeps a function's snapshot active; a queue's are UUIDs.
  private static final String CANARY = "CANARY";

  /// A whole batch, as `template.yaml` sizes it.
  static final int AT_A_TIME = 10;

  private final Class<T> type;
  private final int schema;
  private final Function<T, Set<String>> concerns;
  private final Metrics metrics;
  private final Runnable endProcess;
  private final Lanes lanes = new Lanes(AT_A_TIME);

  /// @param type what is sent on the queue
  /// @param schema the version of it that this code knows, the field `schema` of a message
  /// @param concerns names of what a message is about; messages that share one keep their order
  public MessageReceiver(
      Class<T> type, int schema, Function<T, Set<String>> concerns, Metrics metrics) {
    this(type, schema, concerns, metrics, () -> Runtime.getRuntime().halt(1));
  }

  MessageReceiver(
      Class<T> type,
      int schema,
      Function<T, Set<String>> concerns,
      Metrics metrics,
      Runnable endProcess) {
    this.type = type;
    this.schema = schema;
    this.concerns = concerns;
    this.metrics = metrics;
    this.endProcess = endProcess;
  }

  /// Begins to work on one message. Nothing is worked on unless it is a message, whole and
  /// understood; a canary is received without work.
  ///
  /// @param delivered as Funqy hands it over, null where it had nothing
  /// @param work what to do, on a thread of its own; throws where the message must be delivered
  ///   again
  /// @return waits for the end of the work in the thread that subscribes, since Funqy's list of
  ///   failures must not be written by several; fails with what the work throws
  /// @throws UnreadableMessage if it is no such message
  public Uni<Void> receive(SQSMessage delivered, Consumer<ReceivedMessage<T>> work) {
    if (delivered != null && CANARY.equals(delivered.getMessageId())) {
      return Uni.createFrom().voidItem();
    }
    try (var _ = CallIds.ofMessage(attribute(delivered, TRACE_HEADER))) {
      ReceivedMessage<T> received = watched(delivered, () -> read(delivered));
      CallIds.Ids ids = CallIds.now();
      CompletableFuture<Void> done =
          lanes.begin(
              concerns.apply(received.message()), () -> workOn(delivered, received, ids, work));
      return Uni.createFrom().item(() -> ended(done));
    }
  }

  private void workOn(
      SQSMessage delivered,
      ReceivedMessage<T> received,
      CallIds.Ids ids,
      Consumer<ReceivedMessage<T>> work) {
    try (var _ = CallIds.ofHandedOver(ids)) {
      watched(
          delivered,
          () -> {
            work.accept(received);
            return null;
          });
    }
  }

  private <R> R watched(SQSMessage delivered, Supplier<R> step) {
    try {
      return step.get();
    } catch (RuntimeException | StackOverflowError failed) {
      LOG.errorf("%s failed: %s", nameOf(delivered), FailureText.of(failed));
      count(delivered);
      throw failed;
    } catch (Error fatal) {
      // Funqy would count it as the message's failure and carry on with a broken process. Ended, it
      // is started anew, and the whole batch is delivered again.
      LOG.fatalf("%s ends the process: %s", nameOf(delivered), FailureText.of(fatal));
      count(delivered);
      endProcess.run();
      throw fatal;
    }
  }

  private static Void ended(CompletableFuture<Void> done) {
    try {
      return done.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException failed -> throw failed;
        case Error error -> throw error;
        case Throwable other -> throw new IllegalStateException(other);
      }
    }
  }

  private ReceivedMessage<T> read(SQSMessage delivered) {
    if (delivered == null
        || delivered.getMessageId() == null
        || delivered.getBody() == null
        || !SQS.equals(delivered.getEventSource())) {
      throw new UnreadableMessage(
          "not a message from a queue: send it to the queue instead of calling the function");
    }
    return new ReceivedMessage<>(
        message(delivered.getBody()), delivered.getMessageId(), sentAt(delivered));
  }

  private T message(String body) {
    try {
      JsonNode tree = reader().readTree(body);
      JsonNode version = tree.path("schema");
      if (!version.isInt() || version.intValue() != schema) {
        throw new UnreadableMessage(
            "the message has schema %s, but this version knows %d"
                .formatted(version.isInt() ? version.asText() : "none", schema));
      }
      return Objects.requireNonNull(reader().treeToValue(tree, type));
    } catch (JsonMappingException e) {
      throw new UnreadableMessage(
          "the message is not a valid %s: %s at %s"
              .formatted(type.getSimpleName(), e.getClass().getSimpleName(), pathOf(e)));
    } catch (JsonProcessingException e) {
      throw new UnreadableMessage("the message is not JSON");
    }
  }

  /// Strict: what this version would silently leave out of account must not be worked on.
  private static ObjectReader reader() {
    return MessageJson.MAPPER
        .reader()
        .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .with(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
  }

  /// Names of fields and places in lists; the messages hold no maps, whose keys could be anything.
  private static String pathOf(JsonMappingException e) {
    var path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      path.append(
          step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
    }
    return path.isEmpty() ? "its root" : path.toString();
  }

  private static Instant sentAt(SQSMessage delivered) {
    String sent = attribute(delivered, "SentTimestamp");
    if (!sent.matches("[0-9]{1,15}")) {
      throw new UnreadableMessage("the message lacks SentTimestamp");
    }
    return Instant.ofEpochMilli(Long.parseLong(sent));
  }

  private void count(SQSMessage delivered) {
    String id = delivered == null ? null : delivered.getMessageId();
    metrics.count(Metric.MESSAGES_FAILED, 1, Map.of("messageId", id == null ? "none" : id));
  }

  private static String nameOf(SQSMessage delivered) {
    return delivered == null
        ? "nothing"
        : "message %s, delivery %s"
            .formatted(delivered.getMessageId(), attribute(delivered, "ApproximateReceiveCount"));
  }

  private static String attribute(SQSMessage delivered, String name) {
    return delivered == null || delivered.getAttributes() == null
        ? UNKNOWN
        : delivered.getAttributes().getOrDefault(name, UNKNOWN);
  }
}
