package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
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
import services.dataminer.points.program.activity.MeetingFact.SeatScheduledFirst;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.activity.MeetingFact.SeriesCancelled;
import services.dataminer.points.program.activity.MeetingFact.UnnamedSeatGivenUp;

/// How facts about a meeting merge: of bodies and marks the latest prevails, of what can happen
/// only once the first report of it.
enum MeetingMergeRules implements MergeRules<MeetingFact> {
  RULES;

  @Override
  public Stream<MeetingFact> implied(MeetingFact fact) {
    return switch (fact) {
      case MeetingFact.OfBooking f -> Stream.of(f, new ScheduledFirst(f.booking().scheduledAt()));
      case Requested f -> Stream.of(f, new ScheduledFirst(f.at()));
      default -> Stream.of(fact);
    };
  }

  /// An announcement contends for each part of the booking that it contains, so that what a later
  /// one leaves out stays. So does a seat's move to another booking, which a later word about the
  /// seat here does not undo.
  @Override
  public Stream<String> subjects(MeetingFact fact) {
    String kind = FactKeys.of(fact);
    return switch (fact) {
      case Booked f ->
          Stream.concat(
              Stream.of(kind),
              EnumSet.allOf(BookingAspect.class).stream()
                  .filter(aspect -> aspect.isIn(f.booking()))
                  .map(MeetingMergeRules::subject));
      case Attendance f -> Stream.of(subject(Attendance.class, f.who()));
      case Seat f ->
          Stream.concat(
              Stream.of(subject(Seat.class, f.who())),
              f.successor().stream().map(to -> subject(Seat.class, f.who()) + " to " + to));
      case SeatedFirst f -> Stream.of(subject(SeatedFirst.class, f.who()));
      case SeatScheduledFirst f -> Stream.of(subject(SeatScheduledFirst.class, f.who()));
      default -> Stream.of(kind);
    };
  }

  static String subject(BookingAspect aspect) {
    return FactKeys.of(Booked.class) + " " + aspect;
  }

  static String subject(Class<? extends MeetingFact> type, Identity who) {
    return FactKeys.of(type) + " of " + who;
  }

  @Override
  public MeetingFact prevailing(MeetingFact one, MeetingFact other) {
    return choice(one).apply(one, other);
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
          UnnamedSeatGivenUp _,
          NoCalendarRecord _ ->
          latest(_ -> "");
      case ScheduledFirst _, SeatScheduledFirst _ ->
          BinaryOperator.minBy(Comparator.comparing(MeetingFact::at));
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
