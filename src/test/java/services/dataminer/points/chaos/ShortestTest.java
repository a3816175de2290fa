package services.dataminer.points.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The shortest part of a sequence that fails")
class ShortestTest {

  private static List<Integer> numbers(int many) {
    return IntStream.range(0, many).boxed().toList();
  }

  @ParameterizedTest(name = "of {0} numbers, where {1} and {2} are needed")
  @CsvSource({"1, 0, 0", "2, 1, 1", "2, 0, 1", "9, 0, 8", "40, 7, 7", "40, 13, 14", "41, 0, 40"})
  @DisplayName("has what is needed, in its order, and nothing else")
  void needed(int many, int one, int other) {
    List<Integer> found =
        Shortest.of(numbers(many), part -> part.contains(one) && part.contains(other), 1_000);

    assertThat(found).isEqualTo(IntStream.of(one, other).distinct().boxed().toList());
  }

  @Test
  @DisplayName("is what was found when the tries are used up")
  void tries() {
    var tried = new ArrayList<List<Integer>>();

    List<Integer> found =
        Shortest.of(
            numbers(40),
            part -> {
              tried.add(part);
              return part.contains(3);
            },
            2);

    assertThat(tried).hasSize(2);
    assertThat(found).contains(3).hasSizeLessThan(40);
  }
}
