package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord.Status;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Rejected;
import services.dataminer.points.program.activity.MeetingFact.Requested;
import services.dataminer.points.program.activity.MeetingFact.Seat;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.fixture.MeetingStory;

/// A booking as it lives in the calendar: each step changes the record, and announces the change a
/// moment later. As in the calendar, marks and seats do not always count as a change of the
/// booking.
final class BookingLife {

  static final ActivityId ID = ActivityId.calcom("life");
  private static final Booth BOOTH = new Booth.EventType(1131);

  private final Random random;
  private final boolean seats;
  private final TreeMap<Identity, Instant> attendees = new TreeMap<>();
  private final TreeSet<Identity> absent = new TreeSet<>();
  private final Identity booker = person("booker");
  private final Instant createdAt = Instant.parse("2026-08-20T09:00:00Z");
  private Instant now = createdAt;
  private Instant updatedAt = createdAt;
  private Status status;
  private Medium medium = Medium.VIDEO_CALL;
  private Identity host = person("host");
  private Instant startsAt = Instant.parse("2026-09-20T10:00:00Z");
  private int people;

  BookingLife(Random random) {
    this.random = random;
    this.seats = random.nextBoolean();
  }

  static Identity person(String name) {
    return Identity.of("mailto:" + name + "@acme.example");
  }

  /// Made, and perhaps still to be confirmed.
  List<MeetingFact> begin() {
    attendees.put(booker, createdAt);
    if (!seats) {
      attendees.put(person("guest"), createdAt);
    }
    if (!seats && random.nextBoolean()) {
      status = Status.PENDING;
      return List.of(new Requested(announcedAt()));
    }
    status = Status.ACCEPTED;
    return booked(booker);
  }

  boolean isOver() {
    return status == Status.CANCELLED || status == Status.REJECTED;
  }

  /// The next thing that happens, as it is announced.
  List<MeetingFact> step() {
    now = now.plusSeconds(1 + random.nextInt(3600));
    if (status == Status.PENDING) {
      return random.nextInt(3) == 0 ? reject() : confirm();
    }
    return switch (random.nextInt(seats ? 7 : 5)) {
      case 0 -> cancel();
      case 1 -> mark();
      case 2 -> elsewhere();
      case 3 -> otherHost();
      case 4 -> later();
      case 5 -> takeSeat();
      default -> giveUpSeat();
    };
  }

  private List<MeetingFact> reject() {
    status = Status.REJECTED;
    touched();
    return List.of(new Rejected(announcedAt()));
  }

  private List<MeetingFact> confirm() {
    status = Status.ACCEPTED;
    touched();
    return booked(booker);
  }

  private List<MeetingFact> cancel() {
    status = Status.CANCELLED;
    touched();
    return List.of(new Cancelled(announcedAt()));
  }

  private List<MeetingFact> mark() {
    var known = new ArrayList<>(attendees.keySet());
    Identity who = known.get(random.nextInt(known.size()));
    if (!absent.remove(who)) {
      absent.add(who);
    }
    perhapsTouched();
    return List.of(new Attendance(announcedAt(), who, absent.contains(who)));
  }

  private List<MeetingFact> elsewhere() {
    medium = medium == Medium.VIDEO_CALL ? Medium.IN_PERSON : Medium.VIDEO_CALL;
    touched();
    return booked(attendees.firstKey());
  }

  private List<MeetingFact> otherHost() {
    host = person("host" + random.nextInt(3));
    touched();
    return booked(attendees.firstKey());
  }

  private List<MeetingFact> later() {
    startsAt = startsAt.plusSeconds(86_400);
    touched();
    return booked(attendees.firstKey());
  }

  private List<MeetingFact> takeSeat() {
    Identity who = person("seat" + people++);
    attendees.put(who, now);
    perhapsTouched();
    return booked(who);
  }

  /// With the last one the booking is cancelled.
  private List<MeetingFact> giveUpSeat() {
    Identity who = attendees.lastKey();
    if (attendees.size() == 1) {
      return cancel();
    }
    attendees.remove(who);
    absent.remove(who);
    perhapsTouched();
    return List.of(new Seat(announcedAt(), who, false, Optional.empty()));
  }

  private void touched() {
    updatedAt = now;
  }

  private void perhapsTouched() {
    if (random.nextBoolean()) {
      touched();
    }
  }

  private Instant announcedAt() {
    return now.plusMillis(20);
  }

  /// Where people take seats, a body is about one of them.
  private List<MeetingFact> booked(Identity who) {
    Instant at = announcedAt();
    Booking body = booking(at, seats ? List.of() : List.copyOf(attendees.keySet()), !seats);
    return seats
        ? List.of(
            new Booked(at, body),
            new Seat(at, who, true, Optional.empty()),
            new SeatedFirst(at, 0, who))
        : List.of(new Booked(at, body));
  }

  private Booking booking(Instant scheduledAt, List<Identity> invited, boolean withBooker) {
    return new Booking(
        Optional.of(medium),
        Optional.of(BOOTH),
        scheduledAt,
        startsAt,
        startsAt.plusSeconds(1800),
        Optional.of(host),
        List.of(),
        Optional.of(booker).filter(_ -> withBooker),
        invited,
        Optional.empty(),
        MeetingStory.sha256(
            List.of(medium, startsAt, host, invited, status, absent, withBooker).toString()));
  }

  /// The record as it is now.
  RecordReading record() {
    Booking booking = booking(createdAt, List.copyOf(attendees.keySet()), !seats);
    List<SeatedFirst> seated =
        seats
            ? attendees.entrySet().stream()
                .map(seat -> new SeatedFirst(seat.getValue(), 0, seat.getKey()))
                .toList()
            : List.of();
    return new RecordReading(
        new CalendarRecord(updatedAt, status, booking, List.copyOf(absent), Optional.empty()),
        seated);
  }
}
