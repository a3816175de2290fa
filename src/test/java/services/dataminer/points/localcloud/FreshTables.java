package services.dataminer.points.localcloud;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/// Empty tables for tests, as `template.yaml` defines the product's: one DynamoDB Local for all
/// tests of a JVM, started by the first that asks.
public final class FreshTables {
  private static final LocalDatabase DATABASE = new LocalDatabase(Optional.empty());
  private static final CreateTableRequest DEFINITION = definition();

  /// DynamoDB Local wants a signature, and does not check it. A real one costs time for each
  /// request.
  private static final String UNSIGNED =
      "AWS4-HMAC-SHA256 Credential=local/20260101/%s/dynamodb/aws4_request, SignedHeaders=host, Signature=none"
          .formatted(LocalAccount.REGION);

  private static final AtomicInteger COUNT = new AtomicInteger();

  private FreshTables() {}

  /// Creates an empty table.
  ///
  /// @return its name, which no other table of this JVM has
  public static String create() {
    return create(DATABASE.client());
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
  /// @param interceptors see each request and answer, and may fail them; in this order
  public static DynamoDbClient client(ExecutionInterceptor... interceptors) {
    return client(DATABASE.address(), interceptors);
  }

  /// The same for tables elsewhere.
  public static DynamoDbClient client(URI endpoint, ExecutionInterceptor... interceptors) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(LocalAccount.region())
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            all ->
                all.executionInterceptors(List.of(interceptors))
                    .putHeader("Authorization", UNSIGNED))
        .build();
  }
}
