package services.dataminer.points.application.award;

import java.util.List;
import java.util.function.UnaryOperator;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact;
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
import services.dataminer.points.program.activity.Retraction;

/// Facts as they are kept: people by their pseudonyms instead of their addresses.
final class PseudonymizedFacts {

  private PseudonymizedFacts() {}

  static List<MeetingFact> of(List<MeetingFact> facts, UnaryOperator<Identity> pseudonym) {
    return facts.stream().map(fact -> fact(fact, pseudonym)).toList();
  }

  private static MeetingFact fact(MeetingFact fact, UnaryOperator<Identity> pseudonym) {
    return switch (fact) {
      case Booked f -> new Booked(f.at(), f.booking().naming(pseudonym));
      case BookedAsEnded f -> new BookedAsEnded(f.at(), f.booking().naming(pseudonym));
      case CalendarRecord f ->
          new CalendarRecord(
              f.at(),
              f.status(),
              f.booking().naming(pseudonym),
              f.absent().stream().map(pseudonym).toList(),
              f.successor());
      case Seat f -> new Seat(f.at(), pseudonym.apply(f.who()), f.taken(), f.successor());
      case SeatedFirst f -> new SeatedFirst(f.at(), f.place(), pseudonym.apply(f.who()));
      case SeatScheduledFirst f -> new SeatScheduledFirst(f.at(), pseudonym.apply(f.who()));
      case Attendance f -> new Attendance(f.at(), pseudonym.apply(f.who()), f.absent());
      case Requested _,
          Confirmed _,
          NoCalendarRecord _,
          ScheduledFirst _,
          Ended _,
          Cancelled _,
          SeriesCancelled _,
          UnnamedSeatGivenUp _,
          Rejected _,
          Rescheduled _,
          Retraction _ ->
          fact;
    };
  }
}
