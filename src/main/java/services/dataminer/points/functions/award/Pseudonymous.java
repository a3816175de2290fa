package services.dataminer.points.functions.award;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.BookedAsEnded;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.MeetingFact.Rejected;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.MeetingFact.ScheduledFirst;
import services.dataminer.points.program.activity.Retracted;

/// Facts as they are kept: people by their pseudonyms instead of their addresses.
final class Pseudonymous {

  private Pseudonymous() {}

  static List<MeetingFact> facts(List<MeetingFact> facts, UnaryOperator<Identity> pseudonym) {
    return facts.stream().map(fact -> fact(fact, pseudonym)).toList();
  }

  private static MeetingFact fact(MeetingFact fact, UnaryOperator<Identity> pseudonym) {
    return switch (fact) {
      case Booked f -> new Booked(f.at(), booking(f.booking(), pseudonym));
      case BookedAsEnded f -> new BookedAsEnded(f.at(), booking(f.booking(), pseudonym));
      case Attendance f -> new Attendance(f.at(), pseudonym.apply(f.who()), f.absent());
      case ScheduledFirst _, Ended _, Cancelled _, Rejected _, Rescheduled _, Retracted _ -> fact;
    };
  }

  private static Booking booking(Booking booking, UnaryOperator<Identity> pseudonym) {
    Optional<Identity> host = booking.host().map(pseudonym);
    return new Booking(
        booking.medium(),
        booking.booth(),
        booking.scheduledAt(),
        booking.startsAt(),
        booking.endsAt(),
        host,
        pseudonym.apply(booking.booker()),
        booking.attendees().stream().map(pseudonym).toList(),
        booking.predecessor(),
        booking.digest());
  }
}
