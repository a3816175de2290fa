package services.dataminer.points.functions.queue;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import services.dataminer.points.platform.priming.PrimableCredentials;
import services.dataminer.points.platform.priming.PrimableHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/// Makes the client of the queues. One that does not answer is reported while the caller still
/// waits, well within the functions' 20 seconds.
@Singleton
class QueueClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(4);

  @Produces
  @Singleton
  SqsClient client(SqsClientBuilder builder, PrimableCredentials credentials) {
    return builder
        .httpClientBuilder(_ -> PrimableHttpClient.of(CONNECT_TIMEOUT, ANSWER_TIMEOUT))
        .credentialsProvider(credentials)
        .build();
  }
}
