package services.dataminer.points.ledger.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Part of a list.
///
/// @param next where the next page begins; empty after the last
public record Page<T>(List<T> items, Optional<PageCursor> next) {

  /// One page of a list that is read as a whole, last place first.
  ///
  /// @param place text whose order is that of the list, different for each of its items
  /// @param after the `next` of the page before
  /// @param limit how many items at the most
  public static <T> Page<T> lastFirst(
      Stream<T> all, Function<T, String> place, Optional<PageCursor> after, int limit) {
    return of(
        all.filter(
                item ->
                    after.map(last -> place.apply(item).compareTo(last.text()) < 0).orElse(true))
            .sorted(Comparator.comparing(place).reversed())
            .limit(limit + 1L)
            .toList(),
        place,
        limit);
  }

  /// The page at the start of what was read.
  ///
  /// @param read one item more than fits on a page, if there are so many
  public static <T> Page<T> of(List<T> read, Function<T, String> place, int limit) {
    return read.size() <= limit
        ? new Page<>(read, Optional.empty())
        : new Page<>(
            read.subList(0, limit), Optional.of(new PageCursor(place.apply(read.get(limit - 1)))));
  }

  /// The same page of something else.
  public <R> Page<R> map(Function<T, R> item) {
    return new Page<>(items.stream().map(item).toList(), next);
  }
}
