package services.dataminer.points.ledger.due;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Finds by the sparse index what has fallen due. What it finds are hints, to be read again.
@Singleton
public class DueWork {

  private final Table table;

  public DueWork(Table table) {
    this.table = table;
  }

  /// The keys of the items that fell due by an instant, the longest due of each shard first.
  public List<Key> by(Due due, Instant instant) {
    return keys(
        due,
        "due = :due AND dueAt <= :instant",
        Map.of(":instant", AttributeValue.fromS(Keys.sortable(instant))));
  }

  /// The keys of all items that wait for this kind of work, whatever the time, the longest due of
  /// each shard first.
  public List<Key> all(Due due) {
    return keys(due, "due = :due", Map.of());
  }

  /// Some of what is due.
  ///
  /// @param more whether there is more than these
  public record Some(List<Key> keys, boolean more) {}

  /// The keys of the last items that fell due from an instant on, the latest first: one request for
  /// each shard.
  ///
  /// @param limit how many at the most
  public Some latest(Due due, Instant from, int limit) {
    return some(due, "due = :due AND dueAt >= :instant", from, limit, false);
  }

  /// The keys of the items that have been due longest, of those that are due for a time: one
  /// request for each shard.
  ///
  /// @param limit how many at the most
  public Some longest(Due due, int limit) {
    return some(due, "due = :due AND dueAt > :instant", Instant.EPOCH, limit, true);
  }

  private Some some(Due due, String condition, Instant instant, int limit, boolean forward) {
    var values = Map.of(":instant", AttributeValue.fromS(Keys.sortable(instant)));
    var pages =
        due.shards().stream()
            .map(
                shard ->
                    table.page(
                        query(shard, condition, values).scanIndexForward(forward).limit(limit)))
            .toList();
    Comparator<Map<String, AttributeValue>> byTime = Comparator.comparing(i -> i.get("dueAt").s());
    var found =
        pages.stream()
            .flatMap(page -> page.items().stream())
            .sorted(forward ? byTime : byTime.reversed())
            .map(Key::of)
            .toList();
    boolean more = found.size() > limit || pages.stream().anyMatch(page -> page.next() != null);
    return new Some(found.stream().limit(limit).toList(), more);
  }

  /// The members whose balance changed since it was last looked at, each once.
  public List<String> changedBalances() {
    return Stream.of(Due.TRANSFER, Due.PROVE)
        .flatMap(work -> balances(all(work)))
        .distinct()
        .toList();
  }

  /// Whose balances are among keys of what is due.
  public static Stream<String> balances(List<Key> due) {
    return due.stream()
        .filter(key -> key.equals(Keys.balance(Keys.memberOf(key))))
        .map(Keys::memberOf);
  }

  private List<Key> keys(Due due, String condition, Map<String, AttributeValue> values) {
    return due.shards().stream()
        .flatMap(shard -> table.all(query(shard, condition, values), Key::of).stream())
        .toList();
  }

  private static QueryRequest.Builder query(
      String shard, String condition, Map<String, AttributeValue> values) {
    var all = new HashMap<>(values);
    all.put(":due", AttributeValue.fromS(shard));
    return QueryRequest.builder()
        .indexName("due")
        .keyConditionExpression(condition)
        .expressionAttributeValues(all);
  }
}
