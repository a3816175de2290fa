package services.dataminer.points.ledger;

import java.net.URI;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.localcloud.FreshTables;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A table of a test's own on DynamoDB Local, empty at first:
///
/// ```
/// private final LocalTable local = LocalTable.fresh();
/// private final Members members = new Members(local.table(), directory);
/// ```
///
/// @param name the table's name
/// @param client reaches it, for looking at what is stored
/// @param table the same through the ledger's own eyes
public record LocalTable(String name, DynamoDbClient client, Table table) {

  /// One for all tables: it keeps nothing of theirs.
  private static final DynamoDbClient CLIENT = FreshTables.client(new MarkedEntries());

  /// Creates a table.
  public static LocalTable fresh() {
    String name = FreshTables.create();
    return new LocalTable(name, CLIENT, new Table(CLIENT, name));
  }

  /// Creates a table elsewhere, such as in a container.
  public static LocalTable at(URI endpoint) {
    DynamoDbClient client = FreshTables.client(endpoint, new MarkedEntries());
    String name = FreshTables.create(client);
    return new LocalTable(name, client, new Table(client, name));
  }

  /// This table, seen through interceptors, which count requests or make them fail.
  public LocalTable through(ExecutionInterceptor... interceptors) {
    var all = Stream.concat(Stream.of(new MarkedEntries()), Arrays.stream(interceptors));
    DynamoDbClient intercepted = FreshTables.client(all.toArray(ExecutionInterceptor[]::new));
    return new LocalTable(name, intercepted, new Table(intercepted, name));
  }

  /// Enters many who are new with a few requests, where the ledger makes two for each.
  ///
  /// @param entering writes to the table it is given, which only takes what is new; see [NewItems]
  public void enter(Consumer<LocalTable> entering) {
    var items = new NewItems(this);
    entering.accept(new LocalTable(name, items, new Table(items, name)));
    items.store();
  }
}
