package services.dataminer.points.ledger.due;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Keys;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Kinds of work that fall due, the hash keys of the sparse index `due`. The index is a hint:
/// whoever follows it reads the item again and takes the attributes away under the item's version.
/// What is due for a person stays until the item itself changes.
public enum Due {
  /// A booked meeting whose end is to be noticed.
  END(4),
  /// A show's meeting that differs from what was settled.
  SETTLE(4),
  /// A member's balance that changed since it was last looked at for DOJO, and a transfer that DOJO
  /// has not answered for. What is looked at goes on as [#PROVE].
  TRANSFER(4),
  /// A member's balance that changed since it was last reconciled.
  PROVE(4),
  /// A refused activity, for a person to look at: dated by the latest fact about it.
  REFUSED(4),
  /// A granted activity with a share that waits for a sign-up, for a person to look at.
  UNCLAIMED(4),
  /// What a reconciliation of balances found to differ, for a person to look at: seldom written.
  DRIFT(1);

  /// Spreads the writes of one kind over as many partitions of the index.
  private final int shards;

  Due(int shards) {
    this.shards = shards;
  }

  /// The attributes that put an item on the index.
  ///
  /// @param of what decides the shard
  public Map<String, AttributeValue> at(String of, Instant instant) {
    return Map.of(
        "due", AttributeValue.fromS(shard(Math.floorMod(of.hashCode(), shards))),
        "dueAt", AttributeValue.fromS(Keys.sortable(instant)));
  }

  /// Puts a member's balance on the index. Balances wait for no time, and all of them have one, so
  /// that a balance that changes again stays where it is on the index, which costs nothing.
  public Change of(String memberId, Change change) {
    at(memberId, Instant.EPOCH).forEach(change::set);
    return change;
  }

  /// Takes an item off the index, whatever it waits for.
  public static Change takeOff(Change change) {
    return change.remove("due").remove("dueAt");
  }

  /// Holds a change to an item's being on the index still, at the version that was read.
  public static Condition stillWaiting(long version) {
    return new Condition(
        "#version = :expected AND attribute_exists(#due)",
        Map.of("#version", "version", "#due", "due"),
        Condition.version(version).values());
  }

  /// Holds as long as an item is on the index for this kind of work.
  public Condition isMarked() {
    return new Condition(
        "begins_with(#marked, :marked)",
        Map.of("#marked", "due"),
        Map.of(":marked", AttributeValue.fromS(name() + "#")));
  }

  /// All hash keys of this kind.
  public List<String> shards() {
    return IntStream.range(0, shards).mapToObj(this::shard).toList();
  }

  /// Whether an item is on the index for this kind of work.
  public boolean marks(Map<String, AttributeValue> item) {
    return item.containsKey("due") && item.get("due").s().startsWith(name() + "#");
  }

  private String shard(int number) {
    return name() + "#" + number;
  }
}
