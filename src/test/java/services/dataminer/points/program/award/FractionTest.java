package services.dataminer.points.program.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Label("Fractions")
class FractionTest {

  @ParameterizedTest
  @DisplayName("A fraction is written in lowest terms, and has a whole part below and a remainder")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          NUMERATOR | DENOMINATOR | WRITTEN | FLOOR | REMAINDER | WHOLE
          500       | 2           | 250     | 250   | 0         | true
          500       | 3           | 500/3   | 166   | 2/3       | false
          1000      | 6           | 500/3   | 166   | 2/3       | false
          0         | 7           | 0       | 0     | 0         | true
          -10       | 1           | -10     | -10   | 0         | true
          -1        | 2           | -1/2    | -1    | 1/2       | false
          """)
  void written(
      long numerator, long denominator, String text, long floor, String rest, boolean whole) {
    Fraction fraction = Fraction.of(numerator, denominator);

    assertThat(fraction).hasToString(text);
    assertThat(fraction.floor()).isEqualTo(floor);
    assertThat(fraction.remainder()).hasToString(rest);
    assertThat(fraction.isWhole()).isEqualTo(whole);
  }

  @ParameterizedTest
  @DisplayName("A denominator is positive")
  @ValueSource(longs = {0, -3})
  void positive(long denominator) {
    assertThatThrownBy(() -> Fraction.of(1, denominator))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a denominator is positive, not " + denominator);
  }

  @Test
  @DisplayName("Sums are exact, where floating point is not")
  void exact() {
    Fraction third = Fraction.of(500, 3);

    assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.of(500, 1));
  }

  @Property
  @Label("are read as they are written")
  void parsed(@ForAll("fractions") Fraction fraction) {
    assertThat(Fraction.parse(fraction.toString())).isEqualTo(fraction);
  }

  @Property
  @Label("are floor and remainder, which is at least 0 and below 1")
  void parts(@ForAll("fractions") Fraction fraction) {
    assertThat(Fraction.of(fraction.floor(), 1).plus(fraction.remainder())).isEqualTo(fraction);
    assertThat(fraction.remainder())
        .isGreaterThanOrEqualTo(Fraction.ZERO)
        .isLessThan(Fraction.of(1, 1));
  }

  @Property
  @Label("have an order in which equal ones are one")
  void order(@ForAll("fractions") Fraction one, @ForAll("fractions") Fraction other) {
    assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(-Integer.signum(other.compareTo(one)));
    assertThat(one.plus(Fraction.of(1, 7))).isGreaterThan(one);
  }

  @Provide
  Arbitrary<Fraction> fractions() {
    return Combinators.combine(
            Arbitraries.longs().between(-10_000, 10_000), Arbitraries.longs().between(1, 90))
        .as(Fraction::of);
  }
}
