package services.dataminer.points.program.activity;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.BookedAsEnded;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.OfBooking;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.MeetingFact.Seat;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;

/// The facts about a meeting that prevail, and what only several of them say together.
record MeetingFacts(PrevailingFacts<MeetingFact> prevailing) {

  static final MeetingFacts NONE = new MeetingFacts(PrevailingFacts.none(MeetingMergeRules.RULES));

  /// These facts and more.
  MeetingFacts with(Collection<? extends MeetingFact> facts) {
    return new MeetingFacts(prevailing.with(facts));
  }

  List<MeetingFact> all() {
    return prevailing.all();
  }

  /// The fact of a type that says one thing about the whole meeting.
  <F extends MeetingFact> Optional<F> only(Class<F> type) {
    return prevailing.about(FactKeys.of(type), type);
  }

  /// The latest announcement that has a part of the booking.
  Optional<Booked> latest(BookingAspect aspect) {
    return prevailing.about(MeetingMergeRules.subject(aspect), Booked.class);
  }

  /// Everyone whom a fact names that counts or may count again: the calendar's next record may
  /// leave out what this one has.
  SortedSet<Identity> named() {
    Stream<Identity> parts =
        EnumSet.allOf(BookingAspect.class).stream()
            .flatMap(aspect -> telling(aspect).flatMap(fact -> aspect.named(fact.booking())));
    return Stream.concat(parts, each(Seat.class).map(Seat::who))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<OfBooking> telling(BookingAspect aspect) {
    return Stream.of(
            latest(aspect),
            only(Booked.class),
            only(CalendarRecord.class),
            only(BookedAsEnded.class))
        .flatMap(Optional::stream);
  }

  /// Someone's latest mark.
  Optional<Attendance> attendance(Identity who) {
    return prevailing.about(MeetingMergeRules.subject(Attendance.class, who), Attendance.class);
  }

  /// All facts of a type that is about one person.
  <F extends MeetingFact> Stream<F> each(Class<F> type) {
    return prevailing.each(type);
  }

  /// The latest word about each person's seat.
  Stream<Seat> seats() {
    return each(Seat.class)
        .map(seat -> MeetingMergeRules.subject(Seat.class, seat.who()))
        .distinct()
        .flatMap(subject -> prevailing.about(subject, Seat.class).stream());
  }

  /// The first of some people to take a seat; empty if none of them did.
  Optional<Identity> firstSeated(Set<Identity> people) {
    return each(SeatedFirst.class)
        .filter(seated -> people.contains(seated.who()))
        .min(
            Comparator.comparing(SeatedFirst::at)
                .thenComparing(SeatedFirst::place)
                .thenComparing(SeatedFirst::who))
        .map(SeatedFirst::who);
  }

  /// Whether a fact was reported no later than the time of the calendar's own record, which then
  /// outweighs it. Why a cancelled booking was cancelled the record may leave out: of a series it
  /// never names the booking that replaces one of its meetings.
  boolean isOutweighed(MeetingFact fact) {
    return only(CalendarRecord.class)
        .filter(record -> !fact.at().isAfter(record.at()))
        .filter(record -> !(fact instanceof Rescheduled) || !leavesMoveOut(record))
        .isPresent();
  }

  private static boolean leavesMoveOut(CalendarRecord record) {
    return record.status() == CalendarRecord.Status.CANCELLED && record.successor().isEmpty();
  }
}
