package services.dataminer.points.ledger.table;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The primary key of an item.
public record Key(String pk, String sk) {

  /// DynamoDB's limits, in bytes of UTF-8.
  private static final int LONGEST_PK = 2_048;

  private static final int LONGEST_SK = 1_024;

  /// Whether the table can hold anything under this key. Ids are checked before they are written;
  /// whoever asks for one may ask for anything.
  boolean isPossible() {
    return pk.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PK
        && sk.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SK;
  }

  /// The key as the SDK wants it.
  public Map<String, AttributeValue> attributes() {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  /// The key of an item read.
  public static Key of(Map<String, AttributeValue> item) {
    return new Key(item.get("pk").s(), item.get("sk").s());
  }
}
