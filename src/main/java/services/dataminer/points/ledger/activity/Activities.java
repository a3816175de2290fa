package services.dataminer.points.ledger.activity;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reads activities, whatever number of people they have.
@Singleton
public class Activities {

  private final Table table;

  public Activities(Table table) {
    this.table = table;
  }

  public Optional<ActivityRecord> find(ActivityId id) {
    return all(List.of(id)).stream().findFirst();
  }

  /// Those that are known, in the order asked for: one batch read, and one more where some have
  /// many people.
  public List<ActivityRecord> all(Collection<ActivityId> ids) {
    List<Key> keys = ids.stream().map(Keys::activity).toList();
    return in(table.read(keys), keys);
  }

  /// Those that are known and can be read, whatever the others are like: one batch read, and one
  /// more where some have many people.
  ///
  /// @param wanted which of the items are asked for
  /// @param unreadable hears of each that is kept in no form this code understands
  public List<ActivityRecord> readable(
      Collection<Key> keys,
      Predicate<Map<String, AttributeValue>> wanted,
      BiConsumer<Key, RuntimeException> unreadable) {
    var items = table.read(keys);
    var readable = new ArrayList<Map<String, AttributeValue>>();
    var chunks = new ArrayList<Key>();
    keys.stream()
        .filter(key -> items.containsKey(key) && wanted.test(items.get(key)))
        .forEach(
            key ->
                attempt(key, unreadable)
                    .accept(
                        () -> {
                          chunks.addAll(ActivityItems.chunkKeys(items.get(key)));
                          readable.add(items.get(key));
                        }));
    var people = table.read(chunks);
    var records = new ArrayList<ActivityRecord>();
    readable.forEach(
        item ->
            attempt(Key.of(item), unreadable)
                .accept(() -> records.add(ActivityItems.read(item, people))));
    return records;
  }

  /// The same of all with these ids.
  ///
  /// @param unreadable hears of each that is kept in no form this code understands
  public List<ActivityRecord> readable(
      Collection<ActivityId> ids, BiConsumer<ActivityId, RuntimeException> unreadable) {
    return readable(
        ids.stream().map(Keys::activity).toList(),
        _ -> true,
        (key, why) -> unreadable.accept(Keys.activityOf(key), why));
  }

  private static Consumer<Runnable> attempt(Key key, BiConsumer<Key, RuntimeException> unreadable) {
    return reading -> {
      try {
        reading.run();
      } catch (RuntimeException e) {
        unreadable.accept(key, e);
      }
    };
  }

  /// An activity as its own item has it: one with many people without them.
  public static ActivityRecord head(Map<String, AttributeValue> item) {
    return ActivityItems.readHead(item);
  }

  /// An activity among items read.
  public Optional<ActivityRecord> in(Map<Key, Map<String, AttributeValue>> items, ActivityId id) {
    return in(items, List.of(Keys.activity(id))).stream().findFirst();
  }

  private List<ActivityRecord> in(Map<Key, Map<String, AttributeValue>> items, List<Key> keys) {
    var found = keys.stream().map(items::get).filter(Objects::nonNull).toList();
    var chunks =
        table.read(found.stream().flatMap(i -> ActivityItems.chunkKeys(i).stream()).toList());
    return found.stream().map(item -> ActivityItems.read(item, chunks)).toList();
  }
}
