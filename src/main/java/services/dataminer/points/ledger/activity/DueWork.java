package services.dataminer.points.ledger.activity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    return due.shards().stream()
        .flatMap(
            shard ->
                table
                    .all(
                        QueryRequest.builder()
                            .indexName("due")
                            .keyConditionExpression("due = :due AND dueAt <= :instant")
                            .expressionAttributeValues(
                                Map.of(
                                    ":due",
                                    AttributeValue.fromS(shard),
                                    ":instant",
                                    AttributeValue.fromS(Keys.sortable(instant)))))
                    .stream())
        .map(Key::of)
        .toList();
  }
}
