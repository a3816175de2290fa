package services.dataminer.points.functions.calendar;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.platform.mail.MailAddress;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Identity;

/// Reads the booking that a Cal.com webhook repeats.
final class CalcomBooking {

  private static final Identity UNREAD = new Identity("unread");

  private final CalcomBody body;

  CalcomBooking(CalcomBody body) {
    this.body = body;
  }

  /// The booking. Read last: where a field is at fault it can be made of stand-ins, or not at all.
  ///
  /// @param scheduledAt when it was booked
  /// @param predecessor the booking it replaces
  /// @param digest SHA-256 of the body
  Booking read(Instant scheduledAt, Optional<ActivityId> predecessor, String digest) {
    Value start = body.at("startTime");
    Value end = body.at("endTime");
    Instant startsAt = start.instant();
    Instant endsAt = end.instant();
    if (start.isSound() && end.isSound() && !startsAt.isBefore(endsAt)) {
      end.fault("must be after startTime");
    }
    Optional<MailAddress> host = host();
    Set<MailAddress> people = people();
    Value attendees = body.at("attendees");
    if (people.isEmpty() && attendees.isSound()) {
      attendees.fault("must name somebody with an email, or responses.email must");
    }
    Identity booker = people.stream().findFirst().map(MailAddress::identity).orElse(UNREAD);
    host.ifPresent(people::remove);
    return new Booking(
        CalcomMedium.of(body).orElse(Medium.IN_PERSON),
        booth(),
        scheduledAt,
        startsAt,
        endsAt,
        host.map(MailAddress::identity),
        booker,
        Attendee.identities(people, attendees),
        predecessor,
        digest);
  }

  /// The calendar's owner, who attends unless marked absent.
  Optional<MailAddress> host() {
    return body.filled("organizer", "email")
        .or(() -> body.filled("userPrimaryEmail"))
        .or(() -> body.filled("user", "email"))
        .map(Value::address);
  }

  /// The list of attendees, with its no-shows.
  List<Attendee> listed() {
    return body.filled("attendees").map(list -> Attendee.listed(list, 0)).orElse(List.of());
  }

  /// Everyone named, each once, whoever booked it first.
  private Set<MailAddress> people() {
    var people = new LinkedHashSet<MailAddress>();
    answer("email").ifPresent(email -> people.add(email.address()));
    listed().forEach(attendee -> people.add(attendee.address()));
    answer("guests").ifPresent(guests -> people.addAll(addresses(guests)));
    return people;
  }

  /// What the booker answered: a flat body gives the answer itself, a nested one an object with its
  /// label and value.
  private Optional<Value> answer(String question) {
    return body.filled("responses", question)
        .map(answer -> answer.isObject() ? answer.fields().at("value") : answer)
        .filter(Value::isFilled);
  }

  /// A form lets a guest's line stay empty.
  private static List<MailAddress> addresses(Value guests) {
    return guests
        .list(
            0,
            Attendee.MOST_LISTED,
            guest ->
                guest.isFilled() ? Optional.of(guest.address()) : Optional.<MailAddress>empty())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Booth> booth() {
    return body.filled("eventTypeId")
        .map(id -> id.whole(Integer.MIN_VALUE, Long.MAX_VALUE))
        // Cal.com numbers event types from one; others stand for bookings without one.
        .filter(id -> id > 0)
        .map(Booth.EventType::new);
  }
}
