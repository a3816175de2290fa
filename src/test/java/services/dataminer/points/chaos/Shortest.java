package services.dataminer.points.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Looks for a shorter part of a sequence that still fails, by leaving out ever smaller pieces
/// (delta debugging).
final class Shortest {
  private Shortest() {}

  /// A part that fails, in its order, of which no single element can be left out; less short where
  /// the tries are used up before.
  ///
  /// @param failing a sequence that fails
  /// @param fails tries a part
  /// @param tries how many parts are tried at the most
  static <T> List<T> of(List<T> failing, Predicate<List<T>> fails, int tries) {
    List<T> shortest = failing;
    int left = tries;
    int pieces = 2;
    while (shortest.size() > 1) {
      int length = Math.ceilDiv(shortest.size(), pieces);
      List<T> shorter = null;
      for (int from = 0; from < shortest.size() && shorter == null; from += length) {
        if (left-- == 0) {
          return List.copyOf(shortest);
        }
        List<T> rest = without(shortest, from, length);
        shorter = fails.test(rest) ? rest : null;
      }
      if (shorter != null) {
        shortest = shorter;
        pieces = Math.max(2, pieces - 1);
      } else if (length == 1) {
        break;
      } else {
        pieces = Math.min(shortest.size(), pieces * 2);
      }
    }
    return List.copyOf(shortest);
  }

  private static <T> List<T> without(List<T> all, int from, int length) {
    var rest = new ArrayList<>(all);
    rest.subList(from, Math.min(all.size(), from + length)).clear();
    return rest;
  }
}
