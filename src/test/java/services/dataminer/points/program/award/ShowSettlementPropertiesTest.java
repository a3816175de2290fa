package services.dataminer.points.program.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.program.award.Decision.Granted;
import services.dataminer.points.program.fixture.MeetingStory;
import services.dataminer.points.program.fixture.People;
import services.dataminer.points.program.fixture.Shows;
import services.dataminer.points.program.fixture.Someone;

@Label("The settlement of a show")
class ShowSettlementPropertiesTest {

  private static final ShowSettlement SETTLEMENT = new ShowSettlement(RuleBookYaml.shipped());
  private static final long POINTS = 500;

  /// Meetings by who of the partner's people attended them: one to four of four.
  @Provide
  Arbitrary<List<Set<Someone>>> meetings() {
    return Arbitraries.of(People.ada(), People.ben(), People.cleo(), People.dan())
        .set()
        .ofMinSize(1)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property
  @Label("pays 500 points for each meeting, in whole shares that add up")
  void addsUp(@ForAll("meetings") List<Set<Someone>> meetings) {
    Award award = settled(meetings);

    assertThat(award.total()).isEqualTo(POINTS * meetings.size());
    assertThat(award.shares().stream().mapToLong(Share::points).sum()).isEqualTo(award.total());
  }

  @Property
  @Label("is the same in any order of the meetings")
  void anyOrder(@ForAll("meetings") List<Set<Someone>> meetings) {
    assertThat(settled(meetings.reversed())).isEqualTo(settled(meetings));
    assertThat(settled(meetings.stream().sorted(Comparator.comparing(Set::size)).toList()))
        .isEqualTo(settled(meetings));
  }

  @Property
  @Label("divides once, over the sums: counted here in twelfths, without fractions")
  void dividesOnce(@ForAll("meetings") List<Set<Someone>> meetings) {
    Map<String, Long> twelfths = new HashMap<>();
    for (Set<Someone> attending : meetings) {
      attending.forEach(who -> twelfths.merge(key(who), POINTS * 12 / attending.size(), Long::sum));
    }
    long whole = twelfths.values().stream().mapToLong(t -> t / 12).sum();
    Set<String> favoured =
        twelfths.keySet().stream()
            .sorted(
                Comparator.comparing((String key) -> -(twelfths.get(key) % 12))
                    .thenComparing(
                        key ->
                            new BigInteger(MeetingStory.sha256("show:ibc-2026:acme\n" + key), 16)))
            .limit(POINTS * meetings.size() - whole)
            .collect(Collectors.toCollection(HashSet::new));
    Map<String, Long> expected =
        twelfths.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> e.getValue() / 12 + (favoured.contains(e.getKey()) ? 1 : 0)));

    assertThat(
            settled(meetings).shares().stream()
                .collect(Collectors.toMap(share -> share.person().ref(), Share::points)))
        .isEqualTo(expected);
  }

  @Property
  @Label("does not move anyone's points when someone signs up")
  void signUp(@ForAll("meetings") List<Set<Someone>> meetings) {
    List<List<Share>> before =
        meetings.stream().map(ShowSettlementPropertiesTest::portions).toList();
    List<List<Share>> after =
        before.stream()
            .map(portions -> portions.stream().map(ShowSettlementPropertiesTest::signedUp).toList())
            .toList();

    assertThat(points(settle(after))).isEqualTo(points(settle(before)));
    assertThat(settle(after.reversed())).isEqualTo(settle(after));
  }

  private static Share signedUp(Share portion) {
    Person person = portion.person();
    return Share.roundedDown(
        new Person(
            person.ref(),
            person.tieBreaker(),
            person.memberId().or(() -> Optional.of("dan")),
            person.partnerId(),
            person.skyline(),
            person.inanimate()),
        portion.exact(),
        portion.awarded());
  }

  private static Map<String, Long> points(Award award) {
    return award.shares().stream()
        .collect(Collectors.toMap(share -> share.person().ref(), Share::points));
  }

  private static Award settled(List<Set<Someone>> meetings) {
    return settle(meetings.stream().map(ShowSettlementPropertiesTest::portions).toList());
  }

  private static Award settle(List<List<Share>> meetings) {
    return ((Granted) SETTLEMENT.settle(Shows.ibc(), People.ACME, meetings)).award();
  }

  private static List<Share> portions(Set<Someone> attending) {
    return attending.stream()
        .map(who -> Share.roundedDown(who.person(), Fraction.of(POINTS, attending.size()), true))
        .toList();
  }

  private static String key(Someone who) {
    return who.person().ref();
  }
}
