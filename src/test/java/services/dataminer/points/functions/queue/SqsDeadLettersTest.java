package services.dataminer.points.functions.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.DeadLetters;
import services.dataminer.points.application.message.DeadLetters.Kept;
import services.dataminer.points.functions.AnyConfig;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@WholeSuite
@DisplayName("Dead letters in SQS")
class SqsDeadLettersTest {

  private final List<GetQueueAttributesRequest> asked = new ArrayList<>();

  private DeadLetters deadLetters(
      Function<GetQueueAttributesRequest, GetQueueAttributesResponse> sqs) {
    SqsClient client =
        new StubSqs() {
          @Override
          public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
            asked.add(request);
            return sqs.apply(request);
          }
        };
    return new SqsDeadLetters(
        client,
        AnyConfig.config(
            Map.of("dead-letters.messages", "messages", "dead-letters.nights", "nights")));
  }

  private static GetQueueAttributesResponse having(String count) {
    return GetQueueAttributesResponse.builder()
        .attributes(Map.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, count))
        .build();
  }

  @Test
  @DisplayName("are counted queue by queue, each within a second")
  void counted() {
    assertThat(deadLetters(it -> having(it.queueUrl().equals("nights") ? "2" : "31")).counts())
        .containsExactly(new Kept("message", 31), new Kept("scheduled run", 2));

    assertThat(asked)
        .allSatisfy(
            request ->
                assertThat(
                        request
                            .overrideConfiguration()
                            .flatMap(RequestOverrideConfiguration::apiCallTimeout))
                    .hasValue(Duration.ofSeconds(1)));
  }

  @Test
  @DisplayName("are not counted where a queue does not answer, and no second one is waited for")
  void unavailable() {
    DeadLetters down =
        deadLetters(
            _ -> {
              throw SdkClientException.create("no answer");
            });

    assertThat(down.counts()).isEmpty();
    assertThat(asked).hasSize(1);
  }
}
