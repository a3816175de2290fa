package services.dataminer.points.ledger.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What must hold for a write to happen. Null parts are what the SDK takes for none.
///
/// @param expression in DynamoDB's language, null for no condition
public record Condition(
    String expression, Map<String, String> names, Map<String, AttributeValue> values) {

  /// Always holds.
  public static final Condition NONE = new Condition(null, null, null);

  /// The item is not there.
  public static final Condition ABSENT = new Condition("attribute_not_exists(pk)", null, null);

  /// The item is there.
  public static final Condition PRESENT = new Condition("attribute_exists(pk)", null, null);

  /// The item is as read: at this version, or absent for version 0.
  public static Condition version(long version) {
    return version == 0
        ? ABSENT
        : new Condition(
            "#version = :expected",
            Map.of("#version", "version"),
            Map.of(":expected", AttributeValue.fromN(Long.toString(version))));
  }

  /// The item is absent, or has this text in an attribute.
  public static Condition absentOr(String attribute, String value) {
    return new Condition(
        "attribute_not_exists(pk) OR #attribute = :value",
        Map.of("#attribute", attribute),
        Map.of(":value", AttributeValue.fromS(value)));
  }
}
