package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import services.dataminer.points.WholeSuite;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

@DisplayName("The local database")
@WholeSuite
class LocalDatabaseTest {
  private static final List<CreateTableRequest> TABLES =
      Template.read(
              Path.of("src/test/resources/localcloud/probe-template.yaml"), Map.of(), "http://x")
          .tables();
  private static final Map<String, AttributeValue> KEY =
      Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));

  @Test
  @DisplayName("keeps its data in a folder from one start to the next")
  void dataIsKept(@TempDir Path folder) {
    try (LocalDatabase first = new LocalDatabase(Optional.of(folder))) {
      first.create(TABLES);
      first.client().putItem(request -> request.tableName("probe-test").item(KEY));
    }

    try (LocalDatabase second = new LocalDatabase(Optional.of(folder))) {
      second.create(TABLES);
      assertThat(second.client().getItem(get -> get.tableName("probe-test").key(KEY)).item())
          .isEqualTo(KEY);
    }
  }

  @Test
  @DisplayName("forgets in time, and is told so once")
  void dataIsForgotten() {
    var ttl =
        UpdateTimeToLiveRequest.builder()
            .tableName("probe-test")
            .timeToLiveSpecification(to -> to.attributeName("expiresAt").enabled(true))
            .build();
    try (LocalDatabase database = new LocalDatabase(Optional.empty())) {
      database.create(TABLES);

      database.forget(List.of(ttl));
      database.forget(List.of(ttl));

      assertThat(
              database
                  .client()
                  .describeTimeToLive(describe -> describe.tableName("probe-test"))
                  .timeToLiveDescription()
                  .attributeName())
          .isEqualTo("expiresAt");
    }
  }

  @Test
  @DisplayName("can be cut off from the functions and comes back with its data")
  void databaseCanBeCut() {
    try (LocalDatabase database = new LocalDatabase(Optional.empty());
        DynamoDbClient function = clientOf(database)) {
      database.create(TABLES);
      function.putItem(request -> request.tableName("probe-test").item(KEY));

      // Many times: about once in fifty, a listener that is closed accepts one more connection.
      for (int round = 0; round < 100; round++) {
        database.forwarder().cut();

        assertThatThrownBy(function::listTables).isInstanceOf(SdkClientException.class);
        assertThat(database.client().listTables().tableNames()).containsExactly("probe-test");

        database.forwarder().restore();

        assertThat(function.getItem(get -> get.tableName("probe-test").key(KEY)).item())
            .isEqualTo(KEY);
      }
    }
  }

  private static DynamoDbClient clientOf(LocalDatabase database) {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create(database.forwarder().address()))
        .region(LocalAccount.region())
        .credentialsProvider(LocalAccount.credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }
}
