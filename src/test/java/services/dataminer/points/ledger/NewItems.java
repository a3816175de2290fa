package services.dataminer.points.ledger;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import services.dataminer.points.ledger.table.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Keeps what transactions put and, at the end, stores it in batches. Reads find it, and what the
/// table held before. The one condition is that what is put is new and what is checked is there: a
/// request that could need another is refused.
final class NewItems implements DynamoDbClient {

  private static final int BATCH = 25;

  private final LocalTable local;
  private final Map<Key, Map<String, AttributeValue>> before = new HashMap<>();
  private final Map<Key, Map<String, AttributeValue>> added = new LinkedHashMap<>();

  NewItems(LocalTable local) {
    this.local = local;
    local
        .client()
        .scanPaginator(scan -> scan.tableName(local.name()))
        .items()
        .forEach(item -> before.put(Key.of(item), item));
  }

  private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    Key wanted = Key.of(key);
    return added.getOrDefault(wanted, before.get(wanted));
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    var found =
        request.requestItems().get(local.name()).keys().stream()
            .map(this::item)
            .filter(Objects::nonNull)
            .toList();
    return BatchGetItemResponse.builder().responses(Map.of(local.name(), found)).build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    request.transactItems().forEach(this::add);
    return TransactWriteItemsResponse.builder().build();
  }

  private void add(TransactWriteItem write) {
    if (write.put() != null && item(write.put().item()) == null) {
      added.put(Key.of(write.put().item()), write.put().item());
    } else if (write.conditionCheck() == null || item(write.conditionCheck().key()) == null) {
      throw new UnsupportedOperationException("adds nothing new: " + write);
    }
  }

  /// Writes all of it to the table.
  void store() {
    List<WriteRequest> writes =
        added.values().stream()
            .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
            .toList();
    for (int from = 0; from < writes.size(); from += BATCH) {
      var batch = Map.of(local.name(), writes.subList(from, Math.min(from + BATCH, writes.size())));
      var response = local.client().batchWriteItem(write -> write.requestItems(batch));
      if (!response.unprocessedItems().isEmpty()) {
        throw new IllegalStateException("DynamoDB Local did not take all of a batch");
      }
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // The table's own client stays open.
  }
}
