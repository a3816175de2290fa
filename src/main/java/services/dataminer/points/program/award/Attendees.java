package services.dataminer.points.program.award;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.Meeting;

/// Who is at a meeting, as far as is known: everyone expected who is not marked absent, and no
/// rooms or robots. Someone invited under several addresses is there once, and absent only if
/// absent under all of them.
///
/// @param people who everyone named by the booking is
record Attendees(Meeting meeting, Booking booking, Map<? extends Identity, Person> people) {

  Attendees {
    for (Identity who : booking.named()) {
      if (!people.containsKey(who)) {
        throw new IllegalArgumentException(meeting.id() + ": nobody says who " + who + " is");
      }
    }
  }

  /// Everyone present, in the order of their refs.
  List<Person> present() {
    var byRef = new TreeMap<String, Person>();
    booking.expected().stream()
        .filter(who -> !meeting.isAbsent(who))
        .map(people::get)
        .filter(person -> !person.inanimate())
        .forEach(person -> byRef.put(person.ref(), person));
    return List.copyOf(byRef.values());
  }

  /// The partner's people among them.
  List<Person> presentOf(String partner) {
    return present().stream().filter(person -> person.isOf(partner)).toList();
  }

  /// The partner whose person booked the meeting.
  Optional<String> bookersPartner() {
    return booking.booker().flatMap(booker -> people.get(booker).partnerId());
  }

  /// All partners with someone present.
  List<String> partnersPresent() {
    return present().stream()
        .flatMap(person -> person.partnerId().stream())
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /// The partner whose award it is: the booker's, or else the only one present.
  Optional<String> partner() {
    return bookersPartner()
        .or(() -> Optional.of(partnersPresent()).filter(p -> p.size() == 1).map(List::getFirst));
  }

  /// What every meeting needs in order to have effectively taken place.
  Optional<String> firstUnmet() {
    if (present().stream().noneMatch(Person::skyline)) {
      return Optional.of(Reasons.NO_SKYLINE);
    }
    String partner = partner().orElseThrow();
    if (presentOf(partner).isEmpty()) {
      return Optional.of(Reasons.noOneOfPartner(partner));
    }
    return Optional.empty();
  }
}
