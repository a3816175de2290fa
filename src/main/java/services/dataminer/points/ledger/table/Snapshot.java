package services.dataminer.points.ledger.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Items as read, in one batch or in several. What was asked for once is not read again, whether or
/// not it was there.
public final class Snapshot {

  private final Set<Key> asked;
  private final Map<Key, Map<String, AttributeValue>> items;

  private Snapshot(Set<Key> asked, Map<Key, Map<String, AttributeValue>> items) {
    this.asked = asked;
    this.items = items;
  }

  /// The items under these keys: one batch read.
  public static Snapshot of(Table table, Collection<Key> keys) {
    return new Snapshot(Set.copyOf(keys), table.read(keys));
  }

  /// This snapshot and the items under more keys: one batch read, or none if all were asked for.
  public Snapshot with(Table table, Collection<Key> keys) {
    var unread = keys.stream().filter(key -> !asked.contains(key)).distinct().toList();
    if (unread.isEmpty()) {
      return this;
    }
    var allAsked = new HashSet<>(asked);
    allAsked.addAll(unread);
    var allItems = new HashMap<>(items);
    allItems.putAll(table.read(unread));
    return new Snapshot(allAsked, allItems);
  }

  public Map<Key, Map<String, AttributeValue>> items() {
    return items;
  }
}
