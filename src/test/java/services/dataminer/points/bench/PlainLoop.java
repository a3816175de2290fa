package services.dataminer.points.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// Sends the requests of an award again, about another activity each time: what DynamoDB and the
/// SDK take, without anything that decides. The least that an award could cost.
final class PlainLoop {

  private final DynamoDbClient client;
  private final List<SdkRequest> requests;
  private final String uid;

  /// @param requests of an award as the product made them
  /// @param uid of the activity that they are about
  PlainLoop(DynamoDbClient client, List<SdkRequest> requests, String uid) {
    this.client = client;
    this.requests = requests;
    this.uid = uid;
  }

  /// The requests of an award about another activity.
  List<SdkRequest> about(String other) {
    return requests.stream().map(request -> about(request, other)).toList();
  }

  void send(List<SdkRequest> award) {
    for (SdkRequest request : award) {
      switch (request) {
        case BatchGetItemRequest read -> client.batchGetItem(read);
        case TransactWriteItemsRequest write -> client.transactWriteItems(write);
        default -> throw new IllegalStateException("an award made a request of another kind");
      }
    }
  }

  private SdkRequest about(SdkRequest request, String other) {
    return switch (request) {
      case BatchGetItemRequest read ->
          read.toBuilder()
              .requestItems(
                  read.requestItems().entrySet().stream()
                      .collect(
                          Collectors.toMap(
                              Map.Entry::getKey, table -> about(table.getValue(), other))))
              .build();
      case TransactWriteItemsRequest write ->
          write.toBuilder()
              .clientRequestToken(UUID.randomUUID().toString())
              .transactItems(
                  write.transactItems().stream().map(item -> about(item, other)).toList())
              .build();
      default -> request;
    };
  }

  private KeysAndAttributes about(KeysAndAttributes wanted, String other) {
    return wanted.toBuilder()
        .keys(wanted.keys().stream().map(key -> about(key, other)).toList())
        .build();
  }

  private TransactWriteItem about(TransactWriteItem item, String other) {
    if (item.put() != null) {
      return item.copy(
          to -> to.put(item.put().toBuilder().item(about(item.put().item(), other)).build()));
    }
    if (item.update() != null) {
      return item.copy(
          to -> to.update(item.update().copy(u -> u.key(about(item.update().key(), other)))));
    }
    return item;
  }

  private Map<String, AttributeValue> about(Map<String, AttributeValue> item, String other) {
    return item.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> about(it.getValue(), other)));
  }

  private AttributeValue about(AttributeValue value, String other) {
    return switch (value.type()) {
      case S -> AttributeValue.fromS(value.s().replace(uid, other));
      case M -> AttributeValue.fromM(about(value.m(), other));
      case L -> AttributeValue.fromL(value.l().stream().map(it -> about(it, other)).toList());
      default -> value;
    };
  }
}
