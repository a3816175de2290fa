package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.MeetingFact.ScheduledFirst;
import services.dataminer.points.program.activity.MeetingFact.Seat;
import services.dataminer.points.program.activity.MeetingFact.SeatScheduledFirst;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;

/// When a meeting was first scheduled, and what the bookings that replace it learn of that. Source:
/// partner benefits page, officially scheduled before the exhibition.
///
/// The time of a booking belongs to everyone who takes a seat of it. A seat that was moved to the
/// booking has a time of its own, which is its holder's alone.
record Scheduling(MeetingFacts facts) {

  /// The earliest time that counts.
  ///
  /// @param present whether someone has a seat here, and is not marked as not having come
  Optional<Instant> first(Predicate<Identity> present) {
    return Stream.concat(
            facts.only(ScheduledFirst.class).stream(),
            facts.each(SeatScheduledFirst.class).filter(seat -> present.test(seat.who())))
        .map(MeetingFact::at)
        .min(Comparator.naturalOrder());
  }

  /// What to tell the bookings that replace this one.
  SortedMap<ActivityId, List<MeetingFact>> handedOn() {
    var handedOn = new TreeMap<ActivityId, List<MeetingFact>>();
    wholeSuccessors().forEach(successor -> add(handedOn, successor, ofAll()));
    facts
        .each(Seat.class)
        .forEach(
            seat ->
                seat.successor()
                    .ifPresent(successor -> add(handedOn, successor, ofSeat(seat.who()))));
    return handedOn;
  }

  private static void add(
      SortedMap<ActivityId, List<MeetingFact>> handedOn,
      ActivityId successor,
      Collection<? extends MeetingFact> more) {
    if (!more.isEmpty()) {
      handedOn.merge(
          successor,
          List.copyOf(more),
          (some, others) ->
              Stream.of(some, others).flatMap(Collection::stream).distinct().toList());
    }
  }

  private Stream<ActivityId> wholeSuccessors() {
    return Stream.concat(
            facts
                .only(Rescheduled.class)
                .filter(moved -> !facts.isOutweighed(moved))
                .map(Rescheduled::successor)
                .stream(),
            facts.only(CalendarRecord.class).flatMap(CalendarRecord::successor).stream())
        .distinct();
  }

  private List<MeetingFact> ofAll() {
    return Stream.<MeetingFact>concat(
            facts.only(ScheduledFirst.class).stream(), facts.each(SeatScheduledFirst.class))
        .toList();
  }

  /// Since when someone has had a seat, here or before it was moved here. Where nobody told of the
  /// seat before it left, nothing: the booking's time may be somebody else's.
  private List<MeetingFact> ofSeat(Identity who) {
    return Stream.<MeetingFact>concat(
            facts.each(SeatedFirst.class).filter(seat -> seat.who().equals(who)),
            facts.each(SeatScheduledFirst.class).filter(seat -> seat.who().equals(who)))
        .map(MeetingFact::at)
        .min(Comparator.naturalOrder())
        .<MeetingFact>map(at -> new SeatScheduledFirst(at, who))
        .stream()
        .toList();
  }
}
