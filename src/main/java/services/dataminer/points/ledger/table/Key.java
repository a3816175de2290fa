package services.dataminer.points.ledger.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The primary key of an item.
public record Key(String pk, String sk) {

  /// The key as the SDK wants it.
  public Map<String, AttributeValue> attributes() {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  /// The key of an item read.
  public static Key of(Map<String, AttributeValue> item) {
    return new Key(item.get("pk").s(), item.get("sk").s());
  }
}
