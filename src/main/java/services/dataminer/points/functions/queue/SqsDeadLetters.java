package services.dataminer.points.functions.queue;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import services.dataminer.points.application.message.DeadLetters;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.platform.log.FailureText;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Dead letters in SQS, which counts them approximately.
@Singleton
public class SqsDeadLetters implements DeadLetters {

  private static final Logger LOG = Logger.getLogger(SqsDeadLetters.class);

  /// For each queue: a page that counts dead letters by the way does not wait for them longer.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final SqsClient sqs;
  private final Map<String, String> urls = new LinkedHashMap<>();

  public SqsDeadLetters(SqsClient sqs, PointsConfig config) {
    this.sqs = sqs;
    config.deadLetters().messages().ifPresent(url -> urls.put("message", url));
    config.deadLetters().nights().ifPresent(url -> urls.put("scheduled run", url));
  }

  @Override
  public List<Kept> counts() {
    var counts = new ArrayList<Kept>();
    try {
      urls.forEach((what, url) -> counts.add(new Kept(what, count(url))));
    } catch (SdkException e) {
      LOG.warnf("dead letters not counted: %s", FailureText.of(e));
      return List.of();
    }
    return counts;
  }

  private long count(String url) {
    var attributes =
        sqs.getQueueAttributes(
                ask ->
                    ask.queueUrl(url)
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                        .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE)))
            .attributes();
    return Long.parseLong(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }
}
