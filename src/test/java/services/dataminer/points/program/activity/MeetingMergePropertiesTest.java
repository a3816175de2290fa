package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.BookedAsEnded;
import services.dataminer.points.program.activity.MeetingFact.CalledOff;
import services.dataminer.points.program.activity.MeetingFact.ScheduledFirst;
import services.dataminer.points.program.fixture.AnyFacts;
import services.dataminer.points.program.fixture.People;
import services.dataminer.points.program.fixture.Someone;

@Label("Facts merge the same, whatever way they arrive")
class MeetingMergePropertiesTest {

  private static final ActivityId ID = ActivityId.calcom("a");

  @Provide
  Arbitrary<List<MeetingFact>> facts() {
    return AnyFacts.anyFacts();
  }

  @Provide
  Arbitrary<List<MeetingFact>> announcements() {
    return AnyFacts.anyAnnouncements();
  }

  /// Facts, and the same ones again in another order, some of them more than once.
  @Provide
  Arbitrary<Told> told() {
    return AnyFacts.anyFacts()
        .filter(facts -> !facts.isEmpty())
        .flatMap(
            facts ->
                Arbitraries.of(facts)
                    .list()
                    .ofMaxSize(8)
                    .flatMap(
                        again ->
                            Arbitraries.shuffle(
                                Stream.of(facts, again).flatMap(List::stream).toList()))
                    .map(otherwise -> new Told(facts, otherwise)));
  }

  record Told(List<MeetingFact> once, List<MeetingFact> otherwise) {}

  @Property
  @Label("in any order and however often")
  void anyOrder(@ForAll("told") Told told) {
    assertThat(merged(told.otherwise())).isEqualTo(merged(told.once()));
  }

  @Property
  @Label("one by one or all at once")
  void anyShares(@ForAll("facts") List<MeetingFact> facts) {
    Meeting oneByOne = merged(List.of());
    for (MeetingFact fact : facts) {
      oneByOne = oneByOne.with(List.of(fact));
    }

    assertThat(oneByOne).isEqualTo(merged(facts));
  }

  @Property
  @Label("the facts that prevail tell all there is to know")
  void kept(@ForAll("facts") List<MeetingFact> facts) {
    assertThat(merged(merged(facts).facts())).isEqualTo(merged(facts));
  }

  @Property
  @Label("joining is commutative")
  void commutative(
      @ForAll("facts") List<MeetingFact> some, @ForAll("facts") List<MeetingFact> others) {
    assertThat(join(merged(some), merged(others))).isEqualTo(join(merged(others), merged(some)));
  }

  @Property
  @Label("joining is associative")
  void associative(
      @ForAll("facts") List<MeetingFact> a,
      @ForAll("facts") List<MeetingFact> b,
      @ForAll("facts") List<MeetingFact> c) {
    assertThat(join(merged(a), join(merged(b), merged(c))))
        .isEqualTo(join(join(merged(a), merged(b)), merged(c)));
  }

  @Property
  @Label("joining is idempotent")
  void idempotent(@ForAll("facts") List<MeetingFact> facts) {
    assertThat(join(merged(facts), merged(facts))).isEqualTo(merged(facts));
  }

  @Property
  @Label("a meeting taken back stays so, and one called off never stands again")
  void forGood(@ForAll("announcements") List<MeetingFact> facts) {
    MeetingState state = merged(facts).state();

    if (facts.stream().anyMatch(Retraction.class::isInstance)) {
      assertThat(state).isInstanceOf(MeetingState.Retracted.class);
    } else if (facts.stream().anyMatch(CalledOff.class::isInstance)) {
      assertThat(state).isInstanceOf(MeetingState.NotTakingPlace.class);
    } else {
      assertThat(state)
          .isNotInstanceOfAny(MeetingState.Retracted.class, MeetingState.NotTakingPlace.class);
    }
  }

  @Property
  @Label("someone is absent if a latest mark says so")
  void absent(@ForAll("announcements") List<MeetingFact> facts) {
    for (Someone someone : People.everyone().values()) {
      List<Attendance> marks =
          only(Attendance.class, facts)
              .filter(mark -> mark.who().equals(someone.identity()))
              .toList();
      Optional<Instant> latestAt =
          marks.stream().map(Attendance::at).max(Comparator.naturalOrder());
      boolean absent =
          marks.stream().anyMatch(mark -> mark.absent() && latestAt.get().equals(mark.at()));

      assertThat(merged(facts).isAbsent(someone.identity())).isEqualTo(absent);
    }
  }

  @Property
  @Label("the first scheduling is the earliest told of")
  void firstScheduled(@ForAll("announcements") List<MeetingFact> facts) {
    Stream<Instant> told =
        Stream.of(
                only(ScheduledFirst.class, facts).map(ScheduledFirst::at),
                only(Booked.class, facts).map(f -> f.booking().scheduledAt()),
                only(BookedAsEnded.class, facts).map(f -> f.booking().scheduledAt()))
            .flatMap(instants -> instants);

    assertThat(merged(facts).firstScheduledAt()).isEqualTo(told.min(Comparator.naturalOrder()));
  }

  @Property
  @Label(
      "each part of the booking is that of the latest announcement that tells it, or else of the latest repetition; then of the greater digest")
  void booking(@ForAll("announcements") List<MeetingFact> facts) {
    List<Booking> best =
        Stream.concat(
                latestFirst(only(Booked.class, facts)).map(Booked::booking),
                latestFirst(only(BookedAsEnded.class, facts)).map(BookedAsEnded::booking).limit(1))
            .toList();
    Optional<Booking> known = merged(facts).booking();

    assertThat(known.map(Booking::attendees).orElse(List.of()))
        .isEqualTo(
            best.stream()
                .map(Booking::attendees)
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElse(List.of()));
    assertThat(known.flatMap(Booking::host))
        .isEqualTo(best.stream().flatMap(booking -> booking.host().stream()).findFirst());
    assertThat(known.flatMap(Booking::medium))
        .isEqualTo(best.stream().flatMap(booking -> booking.medium().stream()).findFirst());
  }

  private static <F extends MeetingFact.OfBooking> Stream<F> latestFirst(Stream<F> facts) {
    return facts.sorted(
        Comparator.comparing(F::at).thenComparing(f -> f.booking().digest()).reversed());
  }

  private static Meeting merged(Collection<? extends MeetingFact> facts) {
    return Meeting.of(ID, facts);
  }

  private static Meeting join(Meeting one, Meeting other) {
    return one.with(other.facts());
  }

  private static <F extends MeetingFact> Stream<F> only(Class<F> kind, List<MeetingFact> facts) {
    return facts.stream().filter(kind::isInstance).map(kind::cast);
  }
}
