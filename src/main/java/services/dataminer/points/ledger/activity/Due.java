package services.dataminer.points.ledger.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import services.dataminer.points.ledger.table.Keys;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Kinds of work that fall due, the hash keys of the sparse index `due`. The index is a hint:
/// whoever follows it reads the item again and takes the attributes away under the item's version.
public enum Due {
  /// A booked meeting whose end is to be noticed.
  END,
  /// A show's meeting that differs from what was settled.
  SETTLE;

  /// Spreads the writes of one kind over as many partitions of the index.
  private static final int SHARDS = 4;

  /// The attributes that put an item on the index.
  ///
  /// @param of what decides the shard
  public Map<String, AttributeValue> at(String of, Instant instant) {
    return Map.of(
        "due", AttributeValue.fromS(shard(Math.floorMod(of.hashCode(), SHARDS))),
        "dueAt", AttributeValue.fromS(Keys.sortable(instant)));
  }

  /// All hash keys of this kind.
  public List<String> shards() {
    return IntStream.range(0, SHARDS).mapToObj(this::shard).toList();
  }

  private String shard(int number) {
    return name() + "#" + number;
  }
}
