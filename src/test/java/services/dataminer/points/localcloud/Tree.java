package services.dataminer.points.localcloud;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Typed looks into the maps and lists of a template.
public final class Tree {
  private Tree() {}

  /// The mapping with its keys as text; empty when there is nothing.
  static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    switch (value) {
      case null -> {}
      case Map<?, ?> entries -> entries.forEach((key, item) -> map.put(String.valueOf(key), item));
      default -> throw new IllegalArgumentException("expected a mapping, found: " + value);
    }
    return map;
  }

  /// The list; empty when there is nothing, a list of one when there is a single value.
  static List<Object> list(Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> items -> List.copyOf(items);
      default -> List.of(value);
    };
  }

  static Map<String, Object> map(Map<String, Object> parent, String key) {
    return map(parent.get(key));
  }

  static String text(Map<String, Object> parent, String key, String otherwise) {
    Object value = parent.get(key);
    return value == null ? otherwise : String.valueOf(value);
  }

  static String text(Map<String, Object> parent, String key) {
    Object value = parent.get(key);
    if (value == null) {
      throw new IllegalArgumentException("'" + key + "' is missing in " + parent);
    }
    return String.valueOf(value);
  }

  static int number(Map<String, Object> parent, String key, int otherwise) {
    Object value = parent.get(key);
    return value == null ? otherwise : Integer.parseInt(String.valueOf(value));
  }

  /// SAM's merge of `Globals` into a resource: mappings key by key, lists one after the other,
  /// anything else is replaced.
  public static Object merged(Object global, Object own) {
    if (global instanceof Map<?, ?> && own instanceof Map<?, ?>) {
      Map<String, Object> merged = map(global);
      map(own).forEach((key, value) -> merged.merge(key, value, Tree::merged));
      return merged;
    }
    if (global instanceof List<?> first && own instanceof List<?> second) {
      List<Object> merged = new ArrayList<>(first);
      merged.addAll(second);
      return merged;
    }
    return own;
  }
}
