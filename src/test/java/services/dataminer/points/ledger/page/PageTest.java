package services.dataminer.points.ledger.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

  private static List<String> letters(int count) {
    return IntStream.range(0, count).mapToObj(n -> String.valueOf((char) ('a' + n))).toList();
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 1", "1, 3, 1", "3, 3, 1", "4, 3, 2", "6, 3, 2", "7, 3, 3", "5, 1, 5"})
  void Pages_of_a_list_follow_each_other_last_place_first(int count, int limit, int pages) {
    var found = new ArrayList<List<String>>();
    Optional<PageCursor> after = Optional.empty();
    do {
      Page<String> page =
          Page.lastFirst(letters(count).stream(), Function.identity(), after, limit);
      found.add(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(found).hasSize(pages).allSatisfy(page -> assertThat(page).hasSizeBetween(0, limit));
    assertThat(found.stream().flatMap(List::stream).toList()).isEqualTo(letters(count).reversed());
  }
}
