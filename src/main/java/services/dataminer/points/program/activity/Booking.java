package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What one body of a calendar tells of a meeting. A body need not tell everything; what it leaves
/// out stays as other bodies told it.
///
/// @param medium where people meet; empty where the body does not say
/// @param booth which show's booth it may be at; empty where the sender names none
/// @param scheduledAt when it was booked, as far as this body knows
/// @param startsAt the booked start
/// @param endsAt the booked end, after the start
/// @param host the calendar's owner, who attends unless marked absent
/// @param team further hosts, of whom the same holds
/// @param booker who booked it; not an attendee unless listed as one. Empty where that person has
///   no address
/// @param attendees everyone invited, each once, in the order of their pseudonyms
/// @param predecessor the booking this one replaces
/// @param digest SHA-256 of the body in hex, which decides between two bodies of one time
public record Booking(
    Optional<Medium> medium,
    Optional<Booth> booth,
    Instant scheduledAt,
    Instant startsAt,
    Instant endsAt,
    Optional<Identity> host,
    List<Identity> team,
    Optional<Identity> booker,
    List<Identity> attendees,
    Optional<ActivityId> predecessor,
    String digest) {

  /// Where people meet.
  public enum Medium {
    IN_PERSON,
    VIDEO_CALL
  }

  public Booking {
    Objects.requireNonNull(medium, "medium");
    Objects.requireNonNull(booth, "booth");
    Objects.requireNonNull(scheduledAt, "scheduledAt");
    Objects.requireNonNull(startsAt, "startsAt");
    Objects.requireNonNull(endsAt, "endsAt");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(booker, "booker");
    Objects.requireNonNull(predecessor, "predecessor");
    Objects.requireNonNull(digest, "digest");
    if (!startsAt.isBefore(endsAt)) {
      throw new IllegalArgumentException(
          "a meeting ends after it starts: " + startsAt + " to " + endsAt);
    }
    // What was kept before there were teams has none.
    team = team == null ? List.of() : List.copyOf(new TreeSet<>(team));
    attendees = List.copyOf(new TreeSet<>(attendees));
  }

  /// Where people meet; in person, where no body says.
  public Medium place() {
    return medium.orElse(Medium.IN_PERSON);
  }

  /// Everyone who hosts it.
  public Stream<Identity> hosts() {
    return Stream.concat(host.stream(), team.stream());
  }

  /// Everyone expected at the meeting: the attendees and the hosts.
  public List<Identity> expected() {
    return Stream.concat(attendees.stream(), hosts()).distinct().sorted().toList();
  }

  /// Everyone an assessment asks the directory about: who is expected, and the booker.
  public List<Identity> named() {
    return Stream.concat(expected().stream(), booker.stream()).distinct().sorted().toList();
  }

  /// This booking with everyone in it renamed.
  public Booking naming(UnaryOperator<Identity> names) {
    return new Booking(
        medium,
        booth,
        scheduledAt,
        startsAt,
        endsAt,
        host.map(names),
        team.stream().map(names).toList(),
        booker.map(names),
        attendees.stream().map(names).toList(),
        predecessor,
        digest);
  }
}
