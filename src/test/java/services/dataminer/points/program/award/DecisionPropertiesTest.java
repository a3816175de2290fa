package services.dataminer.points.program.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.Venue;
import services.dataminer.points.program.award.Decision.Deferred;
import services.dataminer.points.program.award.Decision.Granted;
import services.dataminer.points.program.award.Decision.Until;
import services.dataminer.points.program.fixture.AnyFacts;
import services.dataminer.points.program.fixture.MeetingStory;
import services.dataminer.points.program.fixture.People;
import services.dataminer.points.program.fixture.Rules;
import services.dataminer.points.program.fixture.Shows;
import services.dataminer.points.program.rules.RuleBook;

@Label("Whatever is told of a meeting")
class DecisionPropertiesTest {

  private static final ActivityId ID = ActivityId.calcom("a");
  private static final RuleBook SHIPPED = RuleBookYaml.shipped();

  @Provide
  Arbitrary<List<MeetingFact>> standing() {
    return AnyFacts.factsOfAStandingMeeting();
  }

  @Provide
  Arbitrary<List<MeetingFact>> facts() {
    return AnyFacts.anyFacts();
  }

  @Provide
  Arbitrary<Venue> venues() {
    return Arbitraries.of(
        new Venue.AtShow(Shows.ibc()), new Venue.BetweenShows(), new Venue.Elsewhere());
  }

  @Provide
  Arbitrary<RuleBook> rules() {
    return Arbitraries.of(SHIPPED, Rules.otherReadings());
  }

  @Property(tries = 600)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  @Label("its shares are whole, add up to the award, and differ by at most one")
  void shares(@ForAll("standing") List<MeetingFact> facts, @ForAll("rules") RuleBook rules) {
    Decision decision = assess(rules, facts, fitting(facts));
    // Each kind of decision must have come up, or the property would hold for want of cases.
    Statistics.collect(decision.getClass().getSimpleName());
    Statistics.coverage(
        kinds ->
            Stream.of("Granted", "Deferred", "Refused")
                .forEach(kind -> kinds.check(kind).count(times -> times > 0)));

    decision
        .pays()
        .ifPresent(
            award -> {
              assertThat(award.total()).isIn(500L, 100L);
              assertThat(award.shares().stream().mapToLong(Share::points).sum())
                  .isEqualTo(award.total());
              long least = award.total() / award.shares().size();
              assertThat(award.shares()).extracting(Share::points).containsAnyOf(least);
              assertThat(award.shares())
                  .allSatisfy(share -> assertThat(share.points()).isBetween(least, least + 1));
            });
  }

  @Property
  @Label("only people of one partner are awarded, and nobody who is absent or was not expected")
  void awarded(@ForAll("standing") List<MeetingFact> facts, @ForAll("rules") RuleBook rules) {
    Meeting meeting = Meeting.of(ID, facts);
    List<String> present =
        meeting.booking().orElseThrow().expected().stream()
            .filter(who -> !meeting.isAbsent(who))
            .map(who -> People.directory().get(who).ref())
            .toList();

    assess(rules, facts, fitting(facts))
        .pays()
        .ifPresent(
            award -> {
              assertThat(refs(award)).isSubsetOf(present);
              assertThat(
                      award.shares().stream()
                          .filter(Share::awarded)
                          .map(share -> share.person().partnerId().orElseThrow())
                          .distinct())
                  .hasSize(1);
            });
  }

  @Property
  @Label("nothing is granted before its end has passed")
  void notBeforeTheEnd(@ForAll("facts") List<MeetingFact> facts, @ForAll("venues") Venue venue) {
    List<MeetingFact> unended = facts.stream().filter(fact -> !(fact instanceof Ended)).toList();
    Decision decision = assess(SHIPPED, unended, venue);

    assertThat(decision).isNotInstanceOf(Granted.class);
    if (decision instanceof Deferred deferred) {
      assertThat(deferred.until()).isEqualTo(Until.END);
    }
  }

  @Property
  @Label("nothing is granted for a booth before the show is settled")
  void notBeforeTheSettlement(
      @ForAll("facts") List<MeetingFact> facts, @ForAll("venues") Venue venue) {
    boolean inPerson =
        Meeting.of(ID, facts)
            .booking()
            .filter(booking -> booking.place() == Medium.IN_PERSON)
            .isPresent();

    if (inPerson) {
      assertThat(assess(SHIPPED, facts, venue)).isNotInstanceOf(Granted.class);
    }
  }

  @Property
  @Label("the decision is the same in any order of the facts, and however often they are told")
  void anyOrder(@ForAll("facts") List<MeetingFact> facts, @ForAll("venues") Venue venue) {
    List<MeetingFact> twice = Stream.of(facts.reversed(), facts).flatMap(List::stream).toList();

    assertThat(assess(SHIPPED, twice, venue)).isEqualTo(assess(SHIPPED, facts, venue));
  }

  @Property
  @Label("a late no-show takes a share away, and leaves the award whole or takes it, too")
  void lateNoShow(@ForAll("standing") List<MeetingFact> facts) {
    Instant at = MeetingStory.anyBoothMeeting().afterwards();
    Stream<MeetingFact> late =
        Stream.of(People.ada(), People.adaAtHome())
            .map(address -> new Attendance(at, address.identity(), true));
    Decision before = assess(SHIPPED, facts, fitting(facts));

    Decision after = assess(SHIPPED, Stream.concat(facts.stream(), late).toList(), fitting(facts));

    after
        .pays()
        .ifPresent(
            award -> {
              assertThat(refs(award)).isNotEmpty().doesNotContain("ada");
              assertThat(award.total())
                  .isEqualTo(before.pays().map(Award::total).orElse(award.total()));
            });
  }

  /// Where such a meeting should be.
  private static Venue fitting(List<MeetingFact> facts) {
    return switch (Meeting.of(ID, facts).booking().orElseThrow().place()) {
      case IN_PERSON -> new Venue.AtShow(Shows.ibc());
      case VIDEO_CALL -> new Venue.Elsewhere();
    };
  }

  private static List<String> refs(Award award) {
    return award.shares().stream().map(share -> share.person().ref()).toList();
  }

  private static Decision assess(RuleBook rules, List<MeetingFact> facts, Venue venue) {
    return new MeetingRules(rules, MeetingStory.BRUSSELS)
        .assess(Meeting.of(ID, facts), People.directory(), venue);
  }
}
