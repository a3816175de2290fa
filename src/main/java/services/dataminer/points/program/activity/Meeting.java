package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.BookedAsEnded;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.CalledOff;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Confirmed;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.MeetingFact.OfBooking;
import services.dataminer.points.program.activity.MeetingFact.Rejected;
import services.dataminer.points.program.activity.MeetingFact.Requested;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.MeetingFact.Seat;

/// A meeting as the merge of the facts known about it. The calendar's own record, where it was
/// read, outweighs what was announced by then; what was announced since counts on top.
public final class Meeting {

  private final ActivityId id;
  private final MeetingFacts facts;

  private Meeting(ActivityId id, MeetingFacts facts) {
    this.id = id;
    this.facts = facts;
  }

  /// The meeting that these facts describe; none of them makes a meeting of which nothing is known.
  public static Meeting of(ActivityId id, Collection<? extends MeetingFact> facts) {
    return new Meeting(id, MeetingFacts.NONE.with(facts));
  }

  /// This meeting and more facts about it; equal to this one where they add nothing.
  public Meeting with(Collection<? extends MeetingFact> more) {
    return new Meeting(id, facts.with(more));
  }

  public ActivityId id() {
    return id;
  }

  /// The facts that prevail, by what they report.
  public List<MeetingFact> facts() {
    return facts.all();
  }

  /// The calendar's own record of the booking, if it was read.
  public Optional<CalendarRecord> recorded() {
    return facts.only(CalendarRecord.class);
  }

  /// What is known of the booking, once it is confirmed: each part of it as the latest fact tells
  /// that has it.
  public Optional<Booking> booking() {
    return describing().findFirst().filter(_ -> isConfirmed()).map(this::booking);
  }

  private Booking booking(OfBooking latest) {
    Booking booking = latest.booking();
    Optional<Medium> medium = reporting(BookingAspect.MEDIUM).flatMap(Booking::medium);
    SortedSet<Identity> attendees = attendees();
    return new Booking(
        medium,
        reporting(BookingAspect.BOOTH).flatMap(Booking::booth).filter(booth -> booth.fits(medium)),
        booking.scheduledAt(),
        booking.startsAt(),
        booking.endsAt(),
        reporting(BookingAspect.HOST).flatMap(Booking::host),
        reporting(BookingAspect.TEAM).map(Booking::team).orElse(List.of()),
        booker(attendees),
        List.copyOf(attendees),
        booking.predecessor(),
        booking.digest());
  }

  private Optional<Booking> reporting(BookingAspect aspect) {
    return telling(aspect).map(OfBooking::booking);
  }

  /// All that describes the booking, what counts most first.
  private Stream<OfBooking> describing() {
    return Stream.concat(
        announced(facts.only(Booked.class)).stream(),
        Stream.concat(recorded().stream(), announced(facts.only(BookedAsEnded.class)).stream()));
  }

  /// The fact that counts most among those that contain a part of the booking.
  private Optional<OfBooking> telling(BookingAspect aspect) {
    return Stream.concat(latest(aspect).stream(), describing())
        .filter(fact -> aspect.isIn(fact.booking()))
        .findFirst();
  }

  /// The latest announcement that contains a part of the booking: what the calendar's record leaves
  /// out stays as announced.
  private Optional<Booked> latest(BookingAspect aspect) {
    return facts.latest(aspect).filter(fact -> !facts.isOutweighed(fact) || !isRecorded(aspect));
  }

  private boolean isRecorded(BookingAspect aspect) {
    return recorded().filter(record -> aspect.isIn(record.booking())).isPresent();
  }

  private boolean isConfirmed() {
    return announced(facts.only(Confirmed.class)).isPresent()
        || recorded()
            .map(record -> record.status() != CalendarRecord.Status.PENDING)
            .orElseGet(() -> facts.only(Requested.class).isEmpty());
  }

  /// Everyone invited. Where people take seats one by one, each word is about one of them: it
  /// counts beside the list, unless a later list names the person.
  private SortedSet<Identity> attendees() {
    Optional<OfBooking> list = telling(BookingAspect.ATTENDEES);
    var attendees = new TreeSet<>(list.map(fact -> fact.booking().attendees()).orElse(List.of()));
    seats()
        .forEach(
            seat -> {
              if (seat.taken()) {
                attendees.add(seat.who());
              } else if (list.filter(fact -> fact.isLaterThan(seat)).isEmpty()) {
                attendees.remove(seat.who());
              }
            });
    return attendees;
  }

  /// Who booked the meeting: of those seated, the first to take a seat.
  private Optional<Identity> booker(SortedSet<Identity> attendees) {
    return facts
        .firstSeated(attendees)
        .or(() -> reporting(BookingAspect.BOOKER).flatMap(Booking::booker));
  }

  private Stream<Seat> seats() {
    boolean onRecord = isRecorded(BookingAspect.ATTENDEES);
    return facts.seats().filter(seat -> !onRecord || !facts.isOutweighed(seat));
  }

  /// Everyone whom a fact names that counts or may count again.
  public SortedSet<Identity> named() {
    return facts.named();
  }

  /// When the meeting was first scheduled: the earliest time any fact gives, predecessors included.
  /// Of a seat that was moved here it counts while its holder attends.
  public Optional<Instant> firstScheduledAt() {
    SortedSet<Identity> attendees = attendees();
    return new Scheduling(facts).first(who -> attendees.contains(who) && !isAbsent(who));
  }

  /// What the bookings that replace this one learn of it, be it for everyone or for those who moved
  /// their seats: when it was first scheduled.
  public SortedMap<ActivityId, List<MeetingFact>> handedOn() {
    return new Scheduling(facts).handedOn();
  }

  /// Whether someone is marked as not having come.
  public boolean isAbsent(Identity who) {
    return facts
        .attendance(who)
        .filter(mark -> !facts.isOutweighed(mark) || !isRecorded(who))
        .map(MeetingFact.Attendance::absent)
        .orElseGet(() -> recorded().filter(record -> record.absent().contains(who)).isPresent());
  }

  private boolean isRecorded(Identity who) {
    return isRecorded(BookingAspect.ATTENDEES)
        || recorded().filter(record -> record.booking().expected().contains(who)).isPresent();
  }

  /// Where the meeting stands, by all that is known.
  public MeetingState state() {
    Optional<Retraction> retracted = facts.only(Retraction.class);
    if (retracted.isPresent()) {
      return new MeetingState.Retracted(retracted.get());
    }
    Optional<CalledOff> calledOff = calledOff();
    if (calledOff.isPresent()) {
      return new MeetingState.NotTakingPlace(calledOff.get());
    }
    Optional<Booking> known = booking();
    if (known.isEmpty()) {
      return recorded().isPresent() || facts.only(Requested.class).isPresent()
          ? new MeetingState.Unconfirmed()
          : new MeetingState.Unknown();
    }
    Booking booking = known.get();
    if (booking.attendees().isEmpty() && seats().findAny().isPresent()) {
      return new MeetingState.Deserted();
    }
    return isOver(booking) ? new MeetingState.Over(booking) : new MeetingState.Upcoming(booking);
  }

  private Optional<CalledOff> calledOff() {
    return Stream.of(Cancelled.class, Rejected.class, Rescheduled.class)
        .<CalledOff>flatMap(kind -> announced(facts.only(kind)).stream())
        .findFirst()
        .or(() -> recorded().flatMap(CalendarRecord::calledOff));
  }

  /// Whether the end that passed is the one booked now, or a later one.
  private boolean isOver(Booking booking) {
    return facts
        .only(Ended.class)
        .filter(ended -> !ended.at().isBefore(booking.endsAt()))
        .isPresent();
  }

  /// A fact that an announcement reported, unless the calendar's record outweighs it.
  private <F extends MeetingFact> Optional<F> announced(Optional<F> fact) {
    return fact.filter(it -> !facts.isOutweighed(it));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Meeting that && id.equals(that.id) && facts.equals(that.facts);
  }

  @Override
  public int hashCode() {
    return facts.hashCode();
  }

  @Override
  public String toString() {
    return id + " " + facts.all();
  }
}
