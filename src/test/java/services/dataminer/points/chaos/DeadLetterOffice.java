package services.dataminer.points.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import services.dataminer.points.localcloud.LocalCloud;
import services.dataminer.points.platform.json.Json;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Sends dead letters back to their queues, as an operator does once an outage is over. Here a
/// message is tried five times within seconds, on AWS for twelve hours.
record DeadLetterOffice(LocalCloud cloud, Tally tally) {

  /// Waits until all queues are empty, sends dead letters back, and waits until there are none.
  ///
  /// @throws IllegalStateException when that is not so within the limit
  void redrive(Duration limit) {
    Instant end = Instant.now().plus(limit);
    while (Instant.now().isBefore(end)) {
      if (cloud.awaitIdle(Duration.ofSeconds(30))) {
        int letters = cloud.deadLetters().size();
        if (letters == 0) {
          return;
        }
        tally.count("dead letters sent back", letters);
        move();
      }
    }
    throw new IllegalStateException(
        "messages that fail without any outage: " + cloud.deadLetters());
  }

  private void move() {
    SqsClient sqs = cloud.sqs();
    Set<String> sources = new TreeSet<>();
    for (String url : sqs.listQueues().queueUrls()) {
      Map<QueueAttributeName, String> attributes =
          sqs.getQueueAttributes(
                  request ->
                      request.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY))
              .attributes();
      String policy = attributes.getOrDefault(QueueAttributeName.REDRIVE_POLICY, "");
      if (!policy.isEmpty()) {
        sources.add(target(policy));
      }
    }
    sources.forEach(arn -> sqs.startMessageMoveTask(request -> request.sourceArn(arn)));
  }

  private static String target(String policy) {
    try {
      return Json.MAPPER.readTree(policy).path("deadLetterTargetArn").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(policy, e);
    }
  }
}
