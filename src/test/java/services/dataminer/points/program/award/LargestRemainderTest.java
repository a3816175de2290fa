package services.dataminer.points.program.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static services.dataminer.points.program.fixture.MeetingStory.sha256;
import static services.dataminer.points.program.fixture.People.ada;
import static services.dataminer.points.program.fixture.People.ben;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.program.activity.ActivityId;

@Label("Division by largest remainders")
@DisplayName("Division by largest remainders")
class LargestRemainderTest {

  private static final ActivityId ID = ActivityId.calcom("division");

  /// The hashes, by `printf 'calcom:call-1\nada' | sha256sum`: dan@acme.example 2c28.., ben bdf5..,
  /// cleo c165.., ada d9e4..
  @ParameterizedTest
  @DisplayName("Equal remainders are broken by a hash of activity and person, lowest first")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          POINTS | AMONG                            | SHARES
          100    | ada, ben, cleo                   | 33, 34, 33
          101    | ada, ben, cleo                   | 33, 34, 34
          102    | ada, ben, cleo                   | 34, 34, 34
          1      | ada, ben, cleo, dan@acme.example | 0, 0, 0, 1
          2      | ada, ben, cleo, dan@acme.example | 0, 1, 0, 1
          3      | ada, ben, cleo, dan@acme.example | 0, 1, 1, 1
          1      | ada, cleo                        | 0, 1
          1      | cleo, ada                        | 1, 0
          0      | ada, ben                         | 0, 0
          -1     | ada, ben                         | -1, 0
          """)
  void lots(long points, String among, String shares) {
    String[] keys = among.split(", ");
    List<Share> portions =
        Stream.of(keys).map(key -> portion(key, Fraction.of(points, keys.length))).toList();

    assertThat(
            LargestRemainder.divide(ActivityId.calcom("call-1"), portions).stream()
                .map(share -> "" + share.points())
                .collect(Collectors.joining(", ")))
        .isEqualTo(shares);
  }

  @Test
  @DisplayName("A larger remainder goes before any hash")
  void largerFirst() {
    List<Share> portions =
        List.of(
            portion("ben", Fraction.of(1, 3)),
            portion("ada", Fraction.of(1, 2)),
            portion("cleo", Fraction.of(1, 6)));

    assertThat(LargestRemainder.divide(ActivityId.calcom("call-1"), portions))
        .extracting(Share::points)
        .containsExactly(0L, 1L, 0L);
  }

  @Test
  @DisplayName("Shares that do not add up to a whole number are refused")
  void notWhole() {
    List<Share> portions =
        List.of(
            Share.roundedDown(ada().person(), Fraction.of(1, 2), true),
            Share.roundedDown(ben().person(), Fraction.of(1, 3), true));

    assertThatThrownBy(() -> LargestRemainder.divide(ID, portions))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("calcom:division: shares add up to 5/6, not whole");
  }

  @Property
  @Label("equal parts are whole, add up, and differ by at most one")
  void equalParts(
      @ForAll @LongRange(min = -1_000, max = 100_000) long points,
      @ForAll @IntRange(min = 1, max = 90) int people) {
    List<Share> shares = LargestRemainder.divide(ID, equalShares(points, people));

    assertThat(shares.stream().mapToLong(Share::points).sum()).isEqualTo(points);
    assertThat(shares)
        .allSatisfy(
            share ->
                assertThat(share.points())
                    .isBetween(Math.floorDiv(points, people), Math.ceilDiv(points, (long) people)));
  }

  @Property
  @Label("odd points of equal parts go to the lowest hashes")
  void lowestLots(
      @ForAll @LongRange(min = 0, max = 1_000) long points,
      @ForAll @IntRange(min = 1, max = 90) int people) {
    List<Share> portions = equalShares(points, people);
    List<String> favoured =
        portions.stream()
            .map(portion -> portion.person().ref())
            .sorted(Comparator.comparing(key -> sha256("calcom:division\n" + key)))
            .limit(points % people)
            .toList();

    assertThat(LargestRemainder.divide(ID, portions))
        .allSatisfy(
            share ->
                assertThat(share.points() - points / people)
                    .isEqualTo(favoured.contains(share.person().ref()) ? 1 : 0));
  }

  @Property
  @Label("shares of unequal parts are whole, add up, and each is less than one from its part")
  void unequalParts(@ForAll("wholeTogether") List<Share> portions) {
    List<Share> shares = LargestRemainder.divide(ID, portions);

    Fraction sum = portions.stream().map(Share::exact).reduce(Fraction.ZERO, Fraction::plus);
    assertThat(Fraction.of(shares.stream().mapToLong(Share::points).sum(), 1)).isEqualTo(sum);
    assertThat(shares)
        .allSatisfy(
            share -> {
              Fraction rounding = share.exact().plus(Fraction.of(-share.points(), 1));
              assertThat(rounding).isBetween(Fraction.of(-1, 1), Fraction.of(1, 1));
              assertThat(rounding).isNotIn(Fraction.of(-1, 1), Fraction.of(1, 1));
            });
  }

  @Property
  @Label("shares come in the order of their parts and belong to the same people")
  void sameOrder(@ForAll("wholeTogether") List<Share> portions) {
    assertThat(LargestRemainder.divide(ID, portions))
        .extracting(share -> Share.roundedDown(share.person(), share.exact(), share.awarded()))
        .isEqualTo(portions);
  }

  @Property
  @Label("who gets what does not depend on the order of the parts")
  void anyOrder(@ForAll("wholeTogether") List<Share> portions) {
    assertThat(LargestRemainder.divide(ID, portions.reversed()))
        .containsExactlyInAnyOrderElementsOf(LargestRemainder.divide(ID, portions));
  }

  /// Sixths, the last of which makes the sum whole.
  @Provide
  Arbitrary<List<Share>> wholeTogether() {
    return Arbitraries.longs()
        .between(0, 5_000)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(
            sixths -> {
              long rest = 6 - sixths.stream().mapToLong(s -> s).sum() % 6;
              return IntStream.rangeClosed(0, sixths.size())
                  .mapToObj(
                      i ->
                          portion(
                              "p" + i, Fraction.of(i < sixths.size() ? sixths.get(i) : rest, 6)))
                  .toList();
            });
  }

  private static List<Share> equalShares(long points, int people) {
    return IntStream.range(0, people)
        .mapToObj(i -> portion("p" + i, Fraction.of(points, people)))
        .toList();
  }

  private static Share portion(String key, Fraction exact) {
    return Share.roundedDown(
        new Person(
            key, new TieBreaker.ByKey(key), Optional.of(key), Optional.of("acme"), false, false),
        exact,
        true);
  }
}
