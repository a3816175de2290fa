package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.BookedAsEnded;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Confirmed;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.MeetingFact.NoCalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.Rejected;
import services.dataminer.points.program.activity.MeetingFact.Requested;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.MeetingFact.ScheduledFirst;
import services.dataminer.points.program.activity.MeetingFact.Seat;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.activity.MeetingFact.SeriesCancelled;

/// The facts about a meeting that prevail: of all that tell the same thing, one. Which one does not
/// depend on the order or the number of times they were told.
///
/// @param bySubject what each tells, and the fact that prevails
record PrevailingFacts(SortedMap<String, MeetingFact> bySubject) {

  static final PrevailingFacts NONE = new PrevailingFacts(new TreeMap<>());

  /// A part of a booking that some bodies tell and others leave out.
  enum Aspect {
    MEDIUM(booking -> booking.medium().stream()),
    BOOTH(booking -> booking.booth().stream()),
    HOST(booking -> booking.host().stream()),
    TEAM(booking -> booking.team().stream()),
    BOOKER(booking -> booking.booker().stream()),
    ATTENDEES(booking -> booking.attendees().stream());

    private final Function<Booking, Stream<?>> told;

    Aspect(Function<Booking, Stream<?>> told) {
      this.told = told;
    }

    boolean isTold(Booking booking) {
      return told.apply(booking).findAny().isPresent();
    }

    /// Whom this part of a booking names.
    Stream<Identity> named(Booking booking) {
      return told.apply(booking).filter(Identity.class::isInstance).map(Identity.class::cast);
    }
  }

  /// These facts and more.
  PrevailingFacts with(Collection<? extends MeetingFact> facts) {
    var merged = new TreeMap<>(bySubject);
    facts.stream()
        .flatMap(PrevailingFacts::implied)
        .forEach(
            fact -> subjects(fact).forEach(subject -> merged.merge(subject, fact, choice(fact))));
    return new PrevailingFacts(merged);
  }

  /// Each once, in the order of what they tell.
  List<MeetingFact> all() {
    return bySubject.values().stream().distinct().toList();
  }

  /// The fact of a kind that tells one thing about the whole meeting.
  <F extends MeetingFact> Optional<F> only(Class<F> kind) {
    return Optional.ofNullable(bySubject.get(FactKeys.of(kind))).map(kind::cast);
  }

  /// The latest announcement that tells a part of the booking.
  Optional<Booked> latest(Aspect aspect) {
    return Optional.ofNullable(bySubject.get(subject(aspect))).map(Booked.class::cast);
  }

  /// Someone's latest mark.
  Optional<Attendance> attendance(Identity who) {
    return Optional.ofNullable(bySubject.get(subject(Attendance.class, who)))
        .map(Attendance.class::cast);
  }

  /// All facts of a kind that is about one person.
  <F extends MeetingFact> Stream<F> each(Class<F> kind) {
    return bySubject.values().stream().filter(kind::isInstance).map(kind::cast);
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

  /// Whether a fact was told by the time of the calendar's own record, which then outweighs it. Why
  /// a cancelled booking was cancelled the record may leave out: of a series it never names the
  /// booking that replaces one of its meetings.
  boolean isOutweighed(MeetingFact fact) {
    return only(CalendarRecord.class)
        .filter(record -> !fact.at().isAfter(record.at()))
        .filter(record -> !(fact instanceof Rescheduled) || !leavesMoveOut(record))
        .isPresent();
  }

  private static boolean leavesMoveOut(CalendarRecord record) {
    return record.status() == CalendarRecord.Status.CANCELLED && record.successor().isEmpty();
  }

  /// What a fact tells besides, and is kept when a later one prevails.
  private static Stream<MeetingFact> implied(MeetingFact fact) {
    return switch (fact) {
      case MeetingFact.OfBooking f -> Stream.of(f, new ScheduledFirst(f.booking().scheduledAt()));
      case Requested f -> Stream.of(f, new ScheduledFirst(f.at()));
      default -> Stream.of(fact);
    };
  }

  /// Facts about the same subject contend; those about different subjects stand side by side. An
  /// announcement contends for each part of the booking that it tells, so that what a later one
  /// leaves out stays.
  private static Stream<String> subjects(MeetingFact fact) {
    String kind = FactKeys.of(fact);
    return switch (fact) {
      case Booked f ->
          Stream.concat(
              Stream.of(kind),
              EnumSet.allOf(Aspect.class).stream()
                  .filter(aspect -> aspect.isTold(f.booking()))
                  .map(PrevailingFacts::subject));
      case Attendance f -> Stream.of(subject(Attendance.class, f.who()));
      case Seat f -> Stream.of(subject(Seat.class, f.who()));
      case SeatedFirst f -> Stream.of(subject(SeatedFirst.class, f.who()));
      default -> Stream.of(kind);
    };
  }

  private static String subject(Aspect aspect) {
    return FactKeys.of(Booked.class) + " " + aspect;
  }

  private static String subject(Class<? extends MeetingFact> kind, Identity who) {
    return FactKeys.of(kind) + " of " + who;
  }

  /// Which of two facts about one subject prevails: the better informed of bodies and marks, and of
  /// what can happen only once the first word of it.
  private static BinaryOperator<MeetingFact> choice(MeetingFact subject) {
    return switch (subject) {
      case Booked _ -> latest(f -> ((Booked) f).booking().digest());
      case BookedAsEnded _ -> latest(f -> ((BookedAsEnded) f).booking().digest());
      case Attendance _ -> latest(f -> ((Attendance) f).absent() ? "absent" : "");
      // At one time a seat given up prevails, as a no-show does.
      case Seat _ -> latest(f -> (((Seat) f).taken() ? "taken " : "up ") + f);
      case Rescheduled _ -> latest(f -> ((Rescheduled) f).successor().value());
      case CalendarRecord _ -> latest(MeetingFact::toString);
      case Confirmed _,
          Requested _,
          Ended _,
          Cancelled _,
          Rejected _,
          SeriesCancelled _,
          NoCalendarRecord _ ->
          latest(_ -> "");
      case ScheduledFirst _ -> BinaryOperator.minBy(Comparator.comparing(MeetingFact::at));
      case SeatedFirst _ ->
          BinaryOperator.minBy(
              Comparator.comparing(MeetingFact::at).thenComparing(f -> ((SeatedFirst) f).place()));
      case Retraction _ ->
          BinaryOperator.minBy(
              Comparator.comparing(MeetingFact::at).thenComparing(MeetingFact::toString));
    };
  }

  private static BinaryOperator<MeetingFact> latest(Function<MeetingFact, String> tie) {
    return BinaryOperator.maxBy(
        Comparator.<MeetingFact, Instant>comparing(MeetingFact::at).thenComparing(tie));
  }
}
