package services.dataminer.points.ledger.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Writes that happen together or not at all.
public final class Transaction {

  /// DynamoDB's limit of items in one transaction.
  public static final int LIMIT = 100;

  private final List<TransactWriteItem> writes = new ArrayList<>();
  private final String table;

  Transaction(String table) {
    this.table = table;
  }

  /// Writes a whole item.
  public Transaction put(Key key, Map<String, AttributeValue> attributes, Condition condition) {
    var item = new HashMap<>(attributes);
    item.putAll(key.attributes());
    writes.add(
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(table)
                        .item(item)
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()))
            .build());
    return this;
  }

  /// Changes some attributes of an item, or makes it.
  public Transaction update(Key key, Change change) {
    writes.add(
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(key.attributes())
                        .updateExpression(change.expression())
                        .conditionExpression(change.condition())
                        .expressionAttributeNames(change.names())
                        .expressionAttributeValues(change.values()))
            .build());
    return this;
  }

  /// Removes an item, there or not.
  public Transaction delete(Key key) {
    writes.add(
        TransactWriteItem.builder()
            .delete(delete -> delete.tableName(table).key(key.attributes()))
            .build());
    return this;
  }

  /// Writes nothing, but holds the others to a condition on another item.
  public Transaction check(Key key, Condition condition) {
    writes.add(
        TransactWriteItem.builder()
            .conditionCheck(
                check ->
                    check
                        .tableName(table)
                        .key(key.attributes())
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()))
            .build());
    return this;
  }

  /// All writes of another transaction, too.
  public Transaction addAll(Transaction other) {
    writes.addAll(other.writes);
    return this;
  }

  public int size() {
    return writes.size();
  }

  List<TransactWriteItem> writes() {
    return List.copyOf(writes);
  }
}
