package services.dataminer.points.functions.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.platform.outage.Outage;
import services.dataminer.points.platform.outage.Unavailable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// The queues in SQS.
@Singleton
public class SqsMessageQueues implements MessageQueues {

  private static final Logger LOG = Logger.getLogger(SqsMessageQueues.class);

  /// What SQS takes in one batch.
  static final int MOST_IN_BATCH = 10;

  static final int MOST_BYTES_IN_BATCH = 256 * 1024;

  /// How often what SQS did not take out of a batch is sent, the first time included.
  private static final int ATTEMPTS = 3;

  private final SqsClient sqs;
  private final Map<String, String> urls;

  public SqsMessageQueues(SqsClient sqs, PointsConfig config) {
    this.sqs = sqs;
    this.urls = config.queues();
  }

  @Override
  public void sendAll(QueueName queue, List<?> messages) {
    for (List<String> batch : batches(messages.stream().map(SqsMessageQueues::body).toList())) {
      sendBatch(queue, batch);
    }
  }

  private void sendBatch(QueueName queue, List<String> bodies) {
    var entries = new ArrayList<SendMessageBatchRequestEntry>();
    for (String body : bodies) {
      String id = Integer.toString(entries.size());
      entries.add(SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build());
    }
    for (int attempt = 1; !entries.isEmpty(); attempt++) {
      List<BatchResultErrorEntry> failed = failed(queue, entries);
      refuseHopeless(queue, failed, attempt);
      Set<String> left =
          failed.stream().map(BatchResultErrorEntry::id).collect(Collectors.toUnmodifiableSet());
      entries.removeIf(entry -> !left.contains(entry.id()));
    }
  }

  private List<BatchResultErrorEntry> failed(
      QueueName queue, List<SendMessageBatchRequestEntry> entries) {
    try {
      return sqs.sendMessageBatch(
              batch -> batch.queueUrl(urls.get(queue.function())).entries(entries))
          .failed();
    } catch (SdkException e) {
      if (!Outage.is(e)) {
        // A right or a queue is missing: for the operator to mend. The caller may try again.
        LOG.errorf("queue %s refuses a batch with code %s", queue, code(e));
      }
      throw new Unavailable("queue " + queue + " did not accept a batch", e);
    }
  }

  private static String code(SdkException refusal) {
    return refusal instanceof AwsServiceException answer && answer.awsErrorDetails() != null
        ? answer.awsErrorDetails().errorCode()
        : "unknown";
  }

  /// A message that SQS calls our fault fails the same way again: it is a bug, not an outage,
  /// unless we only sent too many.
  private static void refuseHopeless(
      QueueName queue, List<BatchResultErrorEntry> failed, int attempt) {
    for (BatchResultErrorEntry entry : failed) {
      if (Boolean.TRUE.equals(entry.senderFault()) && !isThrottled(entry)) {
        throw new IllegalStateException(
            "queue %s refuses a message with code %s".formatted(queue, entry.code()));
      }
    }
    if (attempt >= ATTEMPTS && !failed.isEmpty()) {
      throw new Unavailable(
          "queue %s did not accept %d messages of a batch after %d attempts, with code %s"
              .formatted(queue, failed.size(), attempt, failed.getFirst().code()));
    }
  }

  private static boolean isThrottled(BatchResultErrorEntry entry) {
    return entry.code() != null && entry.code().contains("Throttl");
  }

  private static List<List<String>> batches(List<String> bodies) {
    var batches = new ArrayList<List<String>>();
    var batch = new ArrayList<String>();
    int bytes = 0;
    for (String body : bodies) {
      int more = body.getBytes(StandardCharsets.UTF_8).length;
      if (!batch.isEmpty()
          && (batch.size() == MOST_IN_BATCH || bytes + more > MOST_BYTES_IN_BATCH)) {
        batches.add(List.copyOf(batch));
        batch.clear();
        bytes = 0;
      }
      batch.add(body);
      bytes += more;
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return batches;
  }

  /// A message as JSON, without the two characters that JSON allows and SQS refuses; escaped, they
  /// are the same to whoever reads them.
  private static String body(Object message) {
    try {
      return MessageJson.MAPPER
          .writeValueAsString(message)
          .replace("\uFFFE", "\\ufffe")
          .replace("\uFFFF", "\\uffff");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write the message as JSON", e);
    }
  }
}
