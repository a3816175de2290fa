package services.dataminer.points.ledger.table;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import services.dataminer.points.platform.priming.PrimableCredentials;
import services.dataminer.points.platform.priming.PrimableHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/// Makes the client of the table. One that does not answer is reported while the caller still
/// waits, well within the functions' 20 seconds; the time for a call with all its repetitions is in
/// `application.properties`.
@Singleton
class TableClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(4);

  @Produces
  @Singleton
  DynamoDbClient client(DynamoDbClientBuilder builder, PrimableCredentials credentials) {
    return builder
        .httpClientBuilder(_ -> PrimableHttpClient.of(CONNECT_TIMEOUT, ANSWER_TIMEOUT))
        .credentialsProvider(credentials)
        .build();
  }
}
