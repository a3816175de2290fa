package services.dataminer.points.functions.calendar.calcom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.address.MailAddress;

/// Reads the seats that a Cal.com webhook tells of, where people take a booking's seats one by one;
/// none, where they do not.
final class CalcomSeats {

  /// What Cal.com lists instead of an attendee whose data it has not kept.
  private static final String UNNAMED = "[attendee data unavailable]";

  private final CalcomBody body;
  private final CalcomBooking booking;

  CalcomSeats(CalcomBody body, CalcomBooking booking) {
    this.body = body;
    this.booking = booking;
  }

  /// Those listed have a seat.
  List<MeetingFact> taken(Instant at) {
    List<Identity> seated = seated();
    var facts = new ArrayList<MeetingFact>();
    for (Identity who : seated) {
      facts.add(new MeetingFact.Seat(at, who, true, Optional.empty()));
      facts.add(new MeetingFact.SeatedFirst(at, seated.indexOf(who), who));
    }
    return facts;
  }

  /// Those listed have no seat any more, be it that Cal.com lost who they are.
  List<MeetingFact> givenUp(Instant at) {
    var facts = new ArrayList<>(left(at, seated(), Optional.empty()));
    if (listsUnnamed()) {
      facts.add(new MeetingFact.UnnamedSeatGivenUp(at));
    }
    return facts;
  }

  private boolean listsUnnamed() {
    return body.nodes()
        .flatMap(place -> place.path("attendees").valueStream())
        .anyMatch(
            attendee ->
                attendee.path("name").asText("").equals(UNNAMED)
                    && attendee.path("email").asText("").isBlank());
  }

  /// What becomes of the seats of the booking before, which stays for whoever did not move: someone
  /// who moves the own seat leaves it alone, although Cal.com lists everyone of the booking to
  /// which the seat moves. A host who joins two bookings moves all who are listed.
  List<MeetingFact> moved(Instant at, ActivityId successor) {
    List<Identity> seated = seated();
    return left(at, mover(seated).map(List::of).orElse(seated), Optional.of(successor));
  }

  private static List<MeetingFact> left(
      Instant at, List<Identity> who, Optional<ActivityId> successor) {
    return who.stream()
        .<MeetingFact>map(one -> new MeetingFact.Seat(at, one, false, successor))
        .toList();
  }

  /// The attendee who moves the own seat; empty where the host moves all of them. Older releases do
  /// not say who moves: an attendee then answers for the booking and is listed first.
  private Optional<Identity> mover(List<Identity> seated) {
    Optional<Value> by = body.filled("rescheduledBy");
    return by.isPresent()
        ? by.flatMap(value -> MailAddress.parse(value.text(1000)))
            .map(MailAddress::identity)
            .filter(seated::contains)
        : booking.booker().filter(who -> seated.indexOf(who) == 0);
  }

  private List<Identity> seated() {
    return booking.isSeated() ? booking.seated() : List.of();
  }
}
