package services.dataminer.points.program.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import services.dataminer.points.program.fixture.Books;
import services.dataminer.points.program.fixture.EarnedPoints;
import services.dataminer.points.program.rules.Level;
import services.dataminer.points.program.rules.RuleBook;

@Label("Standing is a function of sign-up, entries and rules")
class StandingPropertiesTest {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final LocalDate FIRST_DAY = LocalDate.parse("2023-01-01");
  private static final List<RuleBook> BOOKS =
      List.of(Books.SHIPPED.rules(), Books.LATER_CHANGES.rules(), Books.OTHER_READINGS.rules());

  /// A membership, the moment asked for, and what was earned before and after it.
  record Life(LocalDate signedUpOn, Instant at, List<EarnedPoints> earnings, RuleBook rules) {

    Standing standing(List<EarnedPoints> known) {
      return EarnedPoints.standing(at, signedUpOn, known, BRUSSELS, rules);
    }
  }

  @Provide
  Arbitrary<Life> lives() {
    Arbitrary<LocalDate> signUps = Arbitraries.integers().between(0, 800).map(FIRST_DAY::plusDays);
    Arbitrary<Long> seconds = Arbitraries.longs().between(0, 5L * 366 * 86_400);
    return Combinators.combine(
            signUps, seconds, earning().list().ofMaxSize(12), Arbitraries.of(BOOKS))
        .as(
            (signedUpOn, second, earnings, rules) ->
                new Life(
                    signedUpOn,
                    signedUpOn.atStartOfDay(BRUSSELS).toInstant().plusSeconds(second),
                    earnings,
                    rules));
  }

  private static Arbitrary<EarnedPoints> earning() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of("Europe/Brussels", "Pacific/Kiritimati", "Pacific/Honolulu").map(ZoneId::of);
    return Combinators.combine(
            Arbitraries.integers().between(0, 8 * 366),
            Arbitraries.integers().between(0, 86_399),
            zones,
            Arbitraries.longs().between(-3000, 9000))
        .as(
            (day, second, zone, points) -> {
              LocalDate earnedOn = FIRST_DAY.plusDays(day);
              Instant at =
                  earnedOn.atTime(LocalTime.ofSecondOfDay(second)).atZone(zone).toInstant();
              return new EarnedPoints(at, earnedOn, points);
            });
  }

  @Property
  @Label("any order of entries gives the same")
  void anyOrder(@ForAll("lives") Life life, @ForAll Random random) {
    var shuffled = new ArrayList<>(life.earnings());
    Collections.shuffle(shuffled, random);

    assertThat(life.standing(shuffled)).isEqualTo(life.standing(life.earnings()));
  }

  @Property
  @Label("at a moment depends on no entry after it")
  void nothingLater(@ForAll("lives") Life life) {
    List<EarnedPoints> sofar =
        life.earnings().stream().filter(earning -> !earning.at().isAfter(life.at())).toList();

    assertThat(life.standing(sofar)).isEqualTo(life.standing(life.earnings()));
  }

  @Property
  @Label("an award and its reversal leave nothing behind")
  void reversed(@ForAll("lives") Life life, @ForAll("awards") EarnedPoints award) {
    var more = new ArrayList<>(life.earnings());
    more.add(award);
    more.add(new EarnedPoints(award.at(), award.earnedOn(), -award.points()));

    assertThat(life.standing(more)).isEqualTo(life.standing(life.earnings()));
  }

  @Provide
  Arbitrary<EarnedPoints> awards() {
    return earning();
  }

  @Property
  @Label("more points never mean a lower level")
  void monotonic(@ForAll("lives") Life life, @ForAll("awards") EarnedPoints award) {
    var more = new ArrayList<>(life.earnings());
    more.add(new EarnedPoints(award.at(), award.earnedOn(), Math.abs(award.points())));

    assertThat(life.standing(more).level())
        .isGreaterThanOrEqualTo(life.standing(life.earnings()).level());
  }

  @Property
  @Label("the level held is at least the one carried, and what is missing for the next is positive")
  void consistent(@ForAll("lives") Life life) {
    Standing standing = life.standing(life.earnings());

    assertThat(standing.level()).isGreaterThanOrEqualTo(standing.carried());
    assertThat(standing.next().isEmpty()).isEqualTo(standing.level() == Level.CATALYST);
    assertThat(standing.next().stream()).allMatch(next -> next.pointsToGo() > 0);
    assertThat(LocalDate.ofInstant(life.at(), BRUSSELS))
        .isAfterOrEqualTo(standing.year().from())
        .isBefore(standing.year().to());
  }
}
