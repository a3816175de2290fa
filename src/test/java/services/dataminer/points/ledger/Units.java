package services.dataminer.points.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What DynamoDB charges, by its documented rules for sizes: DynamoDB Local counts a transaction of
/// five small items as six units instead of ten, and no key that finds nothing.
public final class Units {

  private static final int WRITE_BYTES = 1024;
  private static final int READ_BYTES = 4096;

  private static final Set<String> INDEX_KEYS = Set.of("due", "dueAt");

  private Units() {}

  /// Units of writing an item, and of the index that has its keys.
  ///
  /// @param before empty if there was none
  static double written(
      Map<String, AttributeValue> before, Map<String, AttributeValue> after, boolean transaction) {
    long larger = Math.max(bytes(before), bytes(after));
    return rounded(larger, WRITE_BYTES) * (transaction ? 2 : 1) + indexed(before, after);
  }

  private static int indexed(
      Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    boolean was = before.containsKey("due");
    boolean is = after.containsKey("due");
    boolean same =
        INDEX_KEYS.stream()
            .allMatch(key -> before.containsKey(key) && before.get(key).equals(after.get(key)));
    // An entry of an index that moves is deleted and put.
    return same ? 0 : (was ? 1 : 0) + (is ? 1 : 0);
  }

  /// Units of reading one item by its key; one that is not there costs as much as a small one.
  static double read(Map<String, AttributeValue> item, boolean consistent) {
    return rounded(bytes(item), READ_BYTES) * (consistent ? 1 : 0.5);
  }

  /// Units of one page of a query, whose items count together.
  static double read(List<Map<String, AttributeValue>> items, boolean consistent) {
    return rounded(items.stream().mapToLong(Units::bytes).sum(), READ_BYTES)
        * (consistent ? 1 : 0.5);
  }

  private static double rounded(long bytes, int unit) {
    return Math.max(1, Math.ceilDiv(bytes, unit));
  }

  /// The size of an item as DynamoDB counts it.
  public static long bytes(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToLong(each -> length(each.getKey()) + bytes(each.getValue()))
        .sum();
  }

  private static long bytes(AttributeValue value) {
    return switch (value.type()) {
      case S -> length(value.s());
      case N -> (value.n().length() + 1) / 2 + 1;
      case B -> value.b().asByteArrayUnsafe().length;
      case M -> 3 + value.m().size() + bytes(value.m());
      case L -> 3 + value.l().size() + value.l().stream().mapToLong(Units::bytes).sum();
      case SS -> value.ss().stream().mapToLong(Units::length).sum();
      case BOOL, NUL -> 1;
      default -> throw new IllegalArgumentException("no item has a " + value.type());
    };
  }

  private static long length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
