package services.dataminer.points.ledger.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Changes to some attributes of one item.
public final class Change {

  private final List<String> sets = new ArrayList<>();
  private final List<String> adds = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> conditions = new ArrayList<>();

  public Change set(String attribute, AttributeValue value) {
    int n = name(attribute);
    sets.add("#n" + n + " = :v" + n);
    values.put(":v" + n, value);
    return this;
  }

  /// Adds to a number, which is 0 where it is missing.
  public Change add(String attribute, long number) {
    int n = name(attribute);
    adds.add("#n" + n + " :v" + n);
    values.put(":v" + n, AttributeValue.fromN(Long.toString(number)));
    return this;
  }

  public Change remove(String attribute) {
    removes.add("#n" + name(attribute));
    return this;
  }

  /// What must hold, together with what was required before.
  public Change onlyIf(Condition required) {
    if (required.expression() != null) {
      conditions.add("(" + required.expression() + ")");
    }
    if (required.names() != null) {
      names.putAll(required.names());
    }
    if (required.values() != null) {
      values.putAll(required.values());
    }
    return this;
  }

  private int name(String attribute) {
    int n = names.size();
    names.put("#n" + n, attribute);
    return n;
  }

  String expression() {
    return Stream.of(clause("SET ", sets), clause("ADD ", adds), clause("REMOVE ", removes))
        .filter(clause -> !clause.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String clause(String verb, List<String> parts) {
    return parts.isEmpty() ? "" : verb + String.join(", ", parts);
  }

  /// What must hold, in DynamoDB's language; null for nothing.
  String condition() {
    return conditions.isEmpty() ? null : String.join(" AND ", conditions);
  }

  Map<String, String> names() {
    return names;
  }

  Map<String, AttributeValue> values() {
    return values.isEmpty() ? null : values;
  }
}
