package services.dataminer.points.program.activity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/// Lists in a fixed order, so that the same said in another order is the same.
final class EachOnce {

  private EachOnce() {}

  /// A list in order of its names.
  ///
  /// @throws IllegalArgumentException if nothing is in it, or a name is in it twice
  static <T, K extends Comparable<? super K>> List<T> sorted(List<T> list, Function<T, K> name) {
    var names = new HashSet<K>();
    for (T entry : list) {
      if (!names.add(name.apply(entry))) {
        throw new IllegalArgumentException(name.apply(entry) + " is named twice");
      }
    }
    if (list.isEmpty()) {
      throw new IllegalArgumentException("nothing and nobody is named");
    }
    return list.stream().sorted(Comparator.comparing(name)).toList();
  }
}
