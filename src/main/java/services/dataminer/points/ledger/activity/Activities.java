package services.dataminer.points.ledger.activity;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  /// An activity among items read.
  public Optional<ActivityRecord> in(Map<Key, Map<String, AttributeValue>> items, ActivityId id) {
    return in(items, List.of(Keys.activity(id))).stream().findFirst();
  }

  private List<ActivityRecord> in(Map<Key, Map<String, AttributeValue>> items, List<Key> keys) {
    var found = keys.stream().map(items::get).filter(Objects::nonNull).toList();
    var sides =
        table.read(found.stream().flatMap(i -> ActivityItems.sideKeys(i).stream()).toList());
    return found.stream().map(item -> ActivityItems.read(item, sides)).toList();
  }
}
