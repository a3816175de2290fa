package services.dataminer.points.functions.calendar.calcom;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import services.dataminer.points.functions.calendar.sender.Attendee;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.address.MailAddress;

/// The people of a booking of Cal.com's API.
///
/// Only one host is sure to be among `hosts`; the others of a team may be among the attendees. A
/// booking of seats whose attendees the key may not see lists none: it then says nothing of who
/// comes.
final class RecordedPeople {

  private static final String EMAIL = "email";
  private static final String ATTENDEES = "attendees";

  private final Fields booking;
  private final List<Listed> listed;
  private final List<MailAddress> hosts;

  /// Someone on the list of attendees; whoever came by phone or walked in has no address, and is
  /// nobody to count.
  private record Listed(
      Optional<MailAddress> address, boolean absent, boolean seated, Optional<Instant> seatedAt) {

    static Listed read(Fields attendee) {
      return new Listed(
          CalcomAddress.known(attendee.at(EMAIL)),
          attendee.optional("absent", Value::flag).orElse(false),
          attendee.at("seatUid").isFilled(),
          attendee.optional("createdAt", Value::instant));
    }
  }

  RecordedPeople(Fields booking) {
    this.booking = booking;
    this.listed =
        booking.list(ATTENDEES, 0, Attendee.MOST_LISTED, entry -> entry.object(Listed::read));
    this.hosts = hosts(booking);
  }

  /// A host whom Cal.com does not know any more is there without an address.
  private static List<MailAddress> hosts(Fields booking) {
    return booking
        .list(
            "hosts",
            0,
            Attendee.MOST_LISTED,
            entry -> entry.object(host -> host.optional(EMAIL, email -> email.text(1000))))
        .stream()
        .flatMap(Optional::stream)
        .flatMap(email -> MailAddress.parse(email).stream())
        .map(CalcomAddress::person)
        .distinct()
        .toList();
  }

  Optional<Identity> host() {
    return hosts.stream().findFirst().map(MailAddress::identity);
  }

  List<Identity> team() {
    return hosts.stream().skip(1).map(MailAddress::identity).toList();
  }

  List<Identity> attendees() {
    var people = new LinkedHashSet<>(addresses(listed.stream()));
    people.addAll(guests());
    hosts.forEach(people::remove);
    return Attendee.identities(people, booking.at(ATTENDEES));
  }

  private List<MailAddress> guests() {
    return booking.list("guests", 0, Attendee.MOST_LISTED, CalcomAddress::known).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /// Who booked it: as answered, or else the first attendee, unless that one has no address. Of
  /// seats, whoever took one first, as far as their times are known.
  Optional<Identity> booker() {
    return seats().isEmpty()
        ? answered()
            .or(() -> addresses(listed.stream().limit(1)).stream().findFirst())
            .map(MailAddress::identity)
        : Optional.empty();
  }

  private Optional<MailAddress> answered() {
    return Optional.of(booking.at("bookingFieldsResponses"))
        .filter(Value::isObject)
        .map(responses -> responses.fields().at(EMAIL))
        .filter(Value::isFilled)
        .flatMap(email -> MailAddress.parse(email.text(1000)))
        .map(CalcomAddress::person);
  }

  /// Who took a seat when, where people take them one by one.
  List<SeatedFirst> seats() {
    return IntStream.range(0, listed.size()).boxed().flatMap(this::seat).toList();
  }

  private Stream<SeatedFirst> seat(int place) {
    Listed seated = listed.get(place);
    return seated.address().stream()
        .filter(address -> seated.seated() && !hosts.contains(address))
        .flatMap(
            address ->
                seated.seatedAt().stream()
                    .map(at -> new SeatedFirst(at, place, address.identity())));
  }

  /// Who did not come. `absentHost` is about the first host.
  List<Identity> absent() {
    boolean hostAbsent = booking.optional("absentHost", Value::flag).orElse(false);
    return Stream.concat(
            addresses(listed.stream().filter(Listed::absent)).stream().map(MailAddress::identity),
            host().filter(_ -> hostAbsent).stream())
        .distinct()
        .toList();
  }

  private static List<MailAddress> addresses(Stream<Listed> some) {
    return some.flatMap(who -> who.address().stream()).toList();
  }
}
