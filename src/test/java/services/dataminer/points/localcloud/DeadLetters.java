package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// The messages that failed too often.
final class DeadLetters {
  /// Long enough that one look sees every message once; they are given back at its end.
  private static final int LOOK_SECONDS = 30;

  private final LocalQueues queues;
  private final Map<String, Integer> looks = new HashMap<>();

  DeadLetters(LocalQueues queues) {
    this.queues = queues;
  }

  /// `[{"queue","body","receiveCount"}]`; looking leaves them where they are.
  synchronized ArrayNode list() {
    ArrayNode letters = Json.array();
    for (String queue : queues.deadLetterQueues().stream().sorted().toList()) {
      for (Message message : look(queue)) {
        letters.add(
            Json.object()
                .put("queue", queue)
                .put("body", message.body())
                .put("receiveCount", receiveCount(message)));
      }
    }
    return letters;
  }

  private List<Message> look(String queue) {
    String url = queues.url(queue);
    List<Message> seen = new ArrayList<>();
    List<Message> next = receive(url);
    while (!next.isEmpty()) {
      seen.addAll(next);
      next = receive(url);
    }
    for (Message message : seen) {
      queues
          .client()
          .changeMessageVisibility(
              request ->
                  request
                      .queueUrl(url)
                      .receiptHandle(message.receiptHandle())
                      .visibilityTimeout(0));
    }
    return seen;
  }

  private List<Message> receive(String url) {
    return queues
        .client()
        .receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(10)
                    .visibilityTimeout(LOOK_SECONDS)
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages();
  }

  /// How often it was tried: what the queue counts, less our own looks at it.
  private int receiveCount(Message message) {
    String count = message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    return Integer.parseInt(count) - looks.merge(message.messageId(), 1, Integer::sum);
  }
}
