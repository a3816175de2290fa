package services.dataminer.points.functions.calendar.calcom;

import java.util.List;
import java.util.Optional;
import services.dataminer.points.functions.calendar.sender.Attendee;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.address.MailAddress;

/// Lists of people as Cal.com sends them. Someone who came by phone or walked in has no address,
/// and is nobody to count.
final class CalcomAttendees {

  private CalcomAttendees() {}

  /// All who have an address.
  static List<Attendee> listed(Value list) {
    return entries(list).stream().flatMap(Optional::stream).toList();
  }

  /// The first of the list; empty where that one has no address.
  static Optional<MailAddress> first(Value list) {
    return entries(list).stream()
        .limit(1)
        .flatMap(Optional::stream)
        .map(Attendee::address)
        .findFirst();
  }

  private static List<Optional<Attendee>> entries(Value list) {
    return list.list(0, Attendee.MOST_LISTED, entry -> entry.object(CalcomAttendees::withAddress));
  }

  private static Optional<Attendee> withAddress(Fields attendee) {
    return CalcomAddress.known(attendee.at("email"))
        .map(
            address ->
                new Attendee(address, attendee.optional("noShow", Value::flag).orElse(false)));
  }
}
