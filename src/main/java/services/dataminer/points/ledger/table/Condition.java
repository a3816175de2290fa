package services.dataminer.points.ledger.table;

import java.util.ArrayList;
import java.util.HashMap;
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

  /// The item is as read, as far as some of its attributes show.
  ///
  /// @param item as read; empty if there was none
  /// @param attributes each has the value it had, or is still missing
  public static Condition asRead(Map<String, AttributeValue> item, String... attributes) {
    if (item.isEmpty()) {
      return ABSENT;
    }
    var parts = new ArrayList<String>();
    var names = new HashMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    for (String attribute : attributes) {
      String name = "#read_" + attribute;
      String value = ":read_" + attribute;
      names.put(name, attribute);
      if (item.containsKey(attribute)) {
        values.put(value, item.get(attribute));
        parts.add(name + " = " + value);
      } else {
        parts.add("attribute_not_exists(" + name + ")");
      }
    }
    return new Condition(String.join(" AND ", parts), names, values.isEmpty() ? null : values);
  }

  /// The item is absent, or lacks an attribute.
  public static Condition lacks(String attribute) {
    return new Condition("attribute_not_exists(#lacks)", Map.of("#lacks", attribute), null);
  }

  /// The item is absent, or an attribute of it is missing or has this text.
  public static Condition absentOr(String attribute, String value) {
    return new Condition(
        "attribute_not_exists(#attribute) OR #attribute = :value",
        Map.of("#attribute", attribute),
        Map.of(":value", AttributeValue.fromS(value)));
  }
}
