package services.dataminer.points.ledger.table;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import services.dataminer.points.platform.outage.Outage;
import services.dataminer.points.platform.outage.Unavailable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// The one DynamoDB table. The SDK and its exceptions stop here: others see items, [Conflict] where
/// a condition did not hold, and [Unavailable] where trying again later may help.
@Singleton
public class Table {

  private static final int BATCH_LIMIT = 100;

  private final DynamoDbClient client;
  private final String name;

  public Table(DynamoDbClient client, @ConfigProperty(name = "points.table") String name) {
    this.client = client;
    this.name = name;
  }

  public Transaction transaction() {
    return new Transaction(name);
  }

  /// The items there are under these keys, as last written; none under a key that is too long.
  public Map<Key, Map<String, AttributeValue>> read(Collection<Key> keys) {
    var found = new HashMap<Key, Map<String, AttributeValue>>();
    var distinct = keys.stream().distinct().filter(Key::isPossible).toList();
    for (int from = 0; from < distinct.size(); from += BATCH_LIMIT) {
      readBatch(distinct.subList(from, Math.min(from + BATCH_LIMIT, distinct.size())))
          .forEach(item -> found.put(Key.of(item), item));
    }
    return found;
  }

  private List<Map<String, AttributeValue>> readBatch(List<Key> keys) {
    var items = new ArrayList<Map<String, AttributeValue>>();
    var wanted =
        KeysAndAttributes.builder()
            .keys(keys.stream().map(Key::attributes).toList())
            .consistentRead(true)
            .build();
    for (int attempt = 1; ; attempt++) {
      var request = Map.of(name, wanted);
      BatchGetItemResponse response =
          available(() -> client.batchGetItem(batch -> batch.requestItems(request)));
      items.addAll(response.responses().getOrDefault(name, List.of()));
      wanted = response.unprocessedKeys().get(name);
      if (wanted == null) {
        return items;
      }
      if (attempt == Backoff.ATTEMPTS) {
        throw new Unavailable("keys left unread after " + attempt + " attempts");
      }
      Backoff.pauseAfter(attempt);
    }
  }

  /// One page of what a query finds.
  ///
  /// @param next where the next page starts; null after the last
  public record Page(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> next) {}

  /// One page of a query, as last written unless an index is asked.
  public Page page(QueryRequest.Builder query) {
    QueryRequest request = query.tableName(name).build();
    request = request.indexName() == null ? request.copy(r -> r.consistentRead(true)) : request;
    QueryRequest asked = request;
    QueryResponse response = available(() -> client.query(asked));
    return new Page(
        response.items(), response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : null);
  }

  /// All pages of a query.
  public List<Map<String, AttributeValue>> all(QueryRequest.Builder query) {
    return all(query, item -> item);
  }

  /// All pages of a query, of each item what is wanted of it: of many items, no more is held.
  public <R> List<R> all(
      QueryRequest.Builder query, Function<Map<String, AttributeValue>, R> wanted) {
    var all = new ArrayList<R>();
    Map<String, AttributeValue> next = null;
    do {
      Page page = page(query.exclusiveStartKey(next));
      page.items().forEach(item -> all.add(wanted.apply(item)));
      next = page.next();
    } while (next != null);
    return all;
  }

  /// The first items that a query finds, from its start key on: a page holds fewer than asked for
  /// where they are large.
  ///
  /// @param limit how many at the most
  public List<Map<String, AttributeValue>> first(int limit, QueryRequest.Builder query) {
    var items = new ArrayList<Map<String, AttributeValue>>();
    Page page;
    do {
      page = page(query.limit(limit - items.size()));
      items.addAll(page.items());
      query.exclusiveStartKey(page.next());
    } while (page.next() != null && items.size() < limit);
    return items;
  }

  /// Hands over everything in a partition, in the order of sort keys. Of a transaction that is
  /// being written, it may show one item after it and another before.
  public void eachIn(String pk, Consumer<Map<String, AttributeValue>> item) {
    var query =
        QueryRequest.builder()
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)));
    Page page;
    do {
      page = page(query);
      page.items().forEach(item);
      query.exclusiveStartKey(page.next());
    } while (page.next() != null);
  }

  /// Everything in a partition whose sort key begins so.
  public List<Map<String, AttributeValue>> beginningWith(String pk, String prefix) {
    return all(beginning(pk, prefix));
  }

  /// The query of everything in a partition whose sort key begins so.
  public static QueryRequest.Builder beginning(String pk, String prefix) {
    return QueryRequest.builder()
        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
        .expressionAttributeValues(
            Map.of(":pk", AttributeValue.fromS(pk), ":prefix", AttributeValue.fromS(prefix)));
  }

  /// Writes all or nothing. While others write one of the items, or the table is throttled, the
  /// very same request is repeated for a while; DynamoDB applies it once however often it arrives.
  ///
  /// @throws Conflict if a condition did not hold; nothing was written
  public void write(Transaction transaction) {
    var request =
        TransactWriteItemsRequest.builder()
            .transactItems(transaction.writes())
            .clientRequestToken(UUID.randomUUID().toString())
            .build();
    try {
      available(() -> BusyItem.waitFor(() -> client.transactWriteItems(request)));
    } catch (TransactionCanceledException e) {
      List<String> reasons = BusyItem.reasons(e);
      if (reasons.contains("ConditionalCheckFailed")) {
        throw new Conflict("transaction cancelled: " + reasons);
      }
      throw e;
    }
  }

  /// Changes one item, and waits like [#write] while others write it.
  ///
  /// @return false if its condition did not hold; nothing was written
  public boolean change(Key key, Change change) {
    var request =
        UpdateItemRequest.builder()
            .tableName(name)
            .key(key.attributes())
            .updateExpression(change.expression())
            .conditionExpression(change.condition())
            .expressionAttributeNames(change.names())
            .expressionAttributeValues(change.values())
            .build();
    try {
      available(() -> BusyItem.waitFor(() -> client.updateItem(request)));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static <R> R available(Supplier<R> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      if (Outage.is(e)) {
        throw new Unavailable("the table is not available", e);
      }
      throw e;
    }
  }

  /// Decides and writes; where someone was quicker, reads and decides again, a bounded number of
  /// times.
  ///
  /// @param attempt reads, decides and writes once
  public <R> R retryOnConflict(Supplier<R> attempt) {
    for (int made = 1; ; made++) {
      try {
        return attempt.get();
      } catch (Conflict e) {
        if (made == Backoff.ATTEMPTS) {
          throw new Unavailable(
              "conflicted with other writes " + made + " times: " + e.getMessage(), e);
        }
        Backoff.pauseAfter(made);
      }
    }
  }
}
