package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What one body of a calendar tells of a meeting.
///
/// @param medium where people meet
/// @param booth which show's booth it may be at; empty where the sender names none
/// @param scheduledAt when it was booked, as far as this body knows
/// @param startsAt the booked start
/// @param endsAt the booked end, after the start
/// @param host the calendar's owner, who attends unless marked absent
/// @param booker who booked it; not an attendee unless listed as one
/// @param attendees everyone invited, each once, in the order of their pseudonyms
/// @param predecessor the booking this one replaces
/// @param digest SHA-256 of the body in hex, which decides between two bodies of one time
public record Booking(
    Medium medium,
    Optional<Booth> booth,
    Instant scheduledAt,
    Instant startsAt,
    Instant endsAt,
    Optional<Identity> host,
    Identity booker,
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
    attendees = List.copyOf(new TreeSet<>(attendees));
  }

  /// Everyone expected at the meeting: the attendees and the host.
  public List<Identity> expected() {
    return Stream.concat(attendees.stream(), host.stream()).distinct().sorted().toList();
  }

  /// Everyone a judgement asks the directory about: who is expected, and the booker.
  public List<Identity> named() {
    return Stream.concat(expected().stream(), Stream.of(booker)).distinct().sorted().toList();
  }
}
