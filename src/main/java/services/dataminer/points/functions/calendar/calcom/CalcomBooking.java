package services.dataminer.points.functions.calendar.calcom;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import services.dataminer.points.functions.calendar.sender.Attendee;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.address.MailAddress;

/// Reads the booking that a Cal.com webhook repeats.
final class CalcomBooking {

  /// The booking before, as an announcement names it.
  static final String FORMER = "rescheduleUid";

  private static final String SEATS = "seatsPerTimeSlot";
  private static final String EMAIL = "email";
  private static final String ATTENDEES = "attendees";

  private final CalcomBody body;

  CalcomBooking(CalcomBody body) {
    this.body = body;
  }

  /// The booking. Read last: where a field is invalid it can be made of stand-ins, or not at all.
  ///
  /// @param scheduledAt when it was booked
  /// @param predecessor the booking it replaces
  /// @param digest SHA-256 of the body
  Booking read(Instant scheduledAt, Optional<ActivityId> predecessor, String digest) {
    Set<MailAddress> people = people();
    Value attendees = body.at(ATTENDEES);
    if (people.isEmpty() && attendees.isSound() && !attendees.isFilled()) {
      attendees.addViolation("must include someone with an email, unless responses.email has one");
    }
    Optional<Identity> booker = booker().or(this::first);
    return booking(CalcomMedium.of(body), scheduledAt, predecessor, digest, people, booker);
  }

  /// The booking as a change in place tells it: only what the body says outright, since the rest
  /// may be older than what is known.
  Booking readChange(Instant changedAt, String digest) {
    Set<MailAddress> people = listsNobody() ? Set.of() : people();
    return booking(
        CalcomMedium.stated(body), changedAt, Optional.empty(), digest, people, booker());
  }

  /// A booking of which the body contains only one seat: the seats say who attends.
  Booking readSeated(Instant scheduledAt, Optional<ActivityId> predecessor, String digest) {
    return booking(
        CalcomMedium.of(body), scheduledAt, predecessor, digest, Set.of(), Optional.empty());
  }

  private Booking booking(
      Optional<Medium> medium,
      Instant scheduledAt,
      Optional<ActivityId> predecessor,
      String digest,
      Set<MailAddress> people,
      Optional<Identity> booker) {
    Value start = body.at("startTime");
    Value end = body.at("endTime");
    Instant startsAt = start.instant();
    Instant endsAt = end.instant();
    if (start.isSound() && end.isSound() && !startsAt.isBefore(endsAt)) {
      end.addViolation("must be after startTime");
    }
    Optional<MailAddress> host = host();
    List<MailAddress> team = team();
    List<MailAddress> attendees =
        people.stream()
            .filter(who -> !host.equals(Optional.of(who)) && !team.contains(who))
            .toList();
    return new Booking(
        medium,
        booth(),
        scheduledAt,
        startsAt,
        endsAt,
        host.map(MailAddress::identity),
        team.stream().map(MailAddress::identity).toList(),
        booker,
        Attendee.identities(attendees, body.at(ATTENDEES)),
        predecessor,
        digest);
  }

  /// Whether people take the booking's seats one by one, so that a body contains only one of them.
  boolean isSeated() {
    return body.filled(SEATS).or(() -> inObject("eventType", SEATS)).isPresent();
  }

  /// The booking that a meeting moved from, as far as the body says. Instead of an announcement's
  /// name for it there may be the one in Cal.com's own row of the booking, which does not say whose
  /// seat moved.
  Optional<ActivityId> former(ActivityId meeting) {
    return body.filled(FORMER)
        .or(() -> body.filled("fromReschedule").filter(_ -> !isSeated()))
        .map(body::meeting)
        .filter(former -> !former.equals(meeting));
  }

  /// Those whose seats the body contains.
  List<Identity> seated() {
    List<MailAddress> seated =
        listsNobody()
            ? answer(EMAIL).map(CalcomAddress::of).stream().toList()
            : listed().stream().map(Attendee::address).toList();
    return seated.stream().map(MailAddress::identity).distinct().toList();
  }

  /// Whether the body has no attendees at all, with or without an address.
  boolean listsNobody() {
    return body.filled(ATTENDEES).isEmpty();
  }

  /// The calendar's owner, who attends unless marked absent.
  Optional<MailAddress> host() {
    return body.filled("organizer", EMAIL)
        .flatMap(CalcomAddress::known)
        .or(() -> body.filled("userPrimaryEmail").flatMap(CalcomAddress::known))
        .or(() -> body.filled("user", EMAIL).flatMap(CalcomAddress::known));
  }

  /// Further hosts of a collective event.
  private List<MailAddress> team() {
    return inObject("team", "members").map(CalcomAttendees::listed).orElse(List.of()).stream()
        .map(Attendee::address)
        .toList();
  }

  /// A field of an object that other senders fill with something else.
  private Optional<Value> inObject(String object, String name) {
    return body.filled(object)
        .filter(Value::isObject)
        .map(value -> value.fields().at(name))
        .filter(Value::isFilled);
  }

  /// The list of attendees, with its no-shows.
  List<Attendee> listed() {
    return body.filled(ATTENDEES).map(CalcomAttendees::listed).orElse(List.of());
  }

  /// Everyone named, each once.
  private Set<MailAddress> people() {
    var people = new LinkedHashSet<MailAddress>();
    answer(EMAIL).ifPresent(email -> people.add(CalcomAddress.of(email)));
    listed().forEach(attendee -> people.add(attendee.address()));
    answer("guests").ifPresent(guests -> people.addAll(addresses(guests)));
    return people;
  }

  /// Who booked it, as answered.
  Optional<Identity> booker() {
    return answer(EMAIL).map(CalcomAddress::of).map(MailAddress::identity);
  }

  /// The first attendee, who booked it where no answer says so, unless that one has no address.
  private Optional<Identity> first() {
    return body.filled(ATTENDEES).flatMap(CalcomAttendees::first).map(MailAddress::identity);
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
    return guests.list(0, Attendee.MOST_LISTED, CalcomAddress::known).stream()
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
