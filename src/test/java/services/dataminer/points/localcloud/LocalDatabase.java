package services.dataminer.points.localcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.dynamodb.services.local.main.CommandLineInput;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/// DynamoDB Local in this JVM. The functions reach it through a port that can be cut; [#client()]
/// always reaches it.
final class LocalDatabase implements AutoCloseable {
  /// DynamoDB Local logs two lines for every request. Kept here, as a logger that nobody holds
  /// forgets its level.
  private static final List<Logger> NOISY =
      Stream.of("software.amazon.dynamodb.services.local", "org.eclipse.jetty")
          .map(Logger::getLogger)
          .toList();

  static {
    NOISY.forEach(logger -> logger.setLevel(Level.WARNING));
  }

  private final TcpForwarder forwarder = new TcpForwarder();
  private final DynamoDBProxyServer server;
  private final URI address;
  private final DynamoDbClient client;

  /// @param folder where the data is kept; empty for memory only
  LocalDatabase(Optional<Path> folder) {
    int port = freePort();
    server = start(port, folder);
    address = URI.create("http://127.0.0.1:" + port);
    client =
        DynamoDbClient.builder()
            .endpointOverride(address)
            .region(LocalAccount.region())
            .credentialsProvider(LocalAccount.credentials())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    forwarder.forwardTo(port);
  }

  /// Where it answers those whom nothing cuts off.
  URI address() {
    return address;
  }

  DynamoDbClient client() {
    return client;
  }

  /// The names of all members by their ids.
  SortedMap<String, String> members() {
    var members = new TreeMap<String, String>();
    for (String table : client.listTables().tableNames()) {
      client
          .scanPaginator(
              scan ->
                  scan.tableName(table)
                      .filterExpression("sk = :profile AND begins_with(pk, :member)")
                      .expressionAttributeValues(
                          Map.of(
                              ":profile", AttributeValue.fromS("PROFILE"),
                              ":member", AttributeValue.fromS("MEMBER#"))))
          .items()
          .forEach(
              item -> {
                Map<String, AttributeValue> member = item.get("member").m();
                members.put(member.get("id").s(), member.get("name").s());
              });
    }
    return members;
  }

  TcpForwarder forwarder() {
    return forwarder;
  }

  /// Creates the tables that are not there yet.
  void create(List<CreateTableRequest> tables) {
    List<String> existing = client.listTables().tableNames();
    tables.stream()
        .filter(table -> !existing.contains(table.tableName()))
        .forEach(client::createTable);
  }

  /// Has tables forget items in time, those that do not yet.
  void forget(List<UpdateTimeToLiveRequest> timesToLive) {
    timesToLive.stream().filter(ttl -> !forgets(ttl.tableName())).forEach(client::updateTimeToLive);
  }

  /// @throws IllegalArgumentException if there is no such table
  void require(String table) {
    if (!client.listTables().tableNames().contains(table)) {
      throw new IllegalArgumentException("There is no table " + table + " to use.");
    }
  }

  private boolean forgets(String table) {
    return client
        .describeTimeToLive(describe -> describe.tableName(table))
        .timeToLiveDescription()
        .timeToLiveStatus()
        .equals(TimeToLiveStatus.ENABLED);
  }

  @Override
  public void close() {
    forwarder.close();
    client.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not stop", e);
    }
  }

  private static DynamoDBProxyServer start(int port, Optional<Path> folder) {
    List<String> store =
        folder
            .map(path -> List.of("-sharedDb", "-dbPath", created(path).toString()))
            .orElse(List.of("-sharedDb", "-inMemory"));
    List<String> arguments = new ArrayList<>(store);
    arguments.addAll(List.of("-disableTelemetry", "-port", String.valueOf(port)));
    try {
      CommandLineInput input = new CommandLineInput(arguments.toArray(String[]::new));
      input.init();
      DynamoDBProxyServer server = ServerRunner.createServer(input);
      server.start();
      return server;
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep data in " + folder, e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
