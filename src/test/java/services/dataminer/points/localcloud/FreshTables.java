package services.dataminer.points.localcloud;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/// Empty tables for tests, as `template.yaml` defines the product's: one DynamoDB Local for all
/// tests of a JVM, in memory, started by the first that asks.
public final class FreshTables {
  private static final boolean WITHOUT_TELEMETRY = true;
  private static final DynamoDbClient DATABASE =
      DynamoDBEmbedded.create(WITHOUT_TELEMETRY).dynamoDbClient();
  private static final CreateTableRequest DEFINITION = definition();

  private static final AtomicInteger COUNT = new AtomicInteger();

  private FreshTables() {}

  /// Creates an empty table.
  ///
  /// @return its name, which no other table of this JVM has
  public static String create() {
    return create(DATABASE);
  }

  /// Creates an empty table elsewhere.
  public static String create(DynamoDbClient client) {
    String name = "test-points-" + COUNT.incrementAndGet();
    client.createTable(DEFINITION.toBuilder().tableName(name).build());
    return name;
  }

  private static CreateTableRequest definition() {
    List<CreateTableRequest> tables =
        Template.read(Path.of("template.yaml"), Map.of(), "http://127.0.0.1").tables();
    if (tables.size() != 1) {
      throw new IllegalStateException("template.yaml has not one table, but " + tables.size());
    }
    return tables.getFirst();
  }

  /// A client that reaches the tables.
  ///
  /// @param interceptors see each request before it is executed and each response, and may fail
  ///   them; in this order
  public static DynamoDbClient client(ExecutionInterceptor... interceptors) {
    return DirectDynamoDb.client(DATABASE, interceptors);
  }

  /// The same for tables elsewhere.
  public static DynamoDbClient client(URI endpoint, ExecutionInterceptor... interceptors) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(LocalAccount.region())
        .credentialsProvider(LocalAccount.credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(all -> all.executionInterceptors(List.of(interceptors)))
        .build();
  }
}
