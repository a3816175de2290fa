package services.dataminer.points.chaos;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import services.dataminer.points.chaos.model.Happening;
import services.dataminer.points.chaos.model.Happening.AbsenceMarked;
import services.dataminer.points.chaos.model.Happening.Appointment;
import services.dataminer.points.chaos.model.Happening.BookingAnnounced;
import services.dataminer.points.chaos.model.Happening.EndAnnounced;
import services.dataminer.points.chaos.model.Happening.MeetingReported;
import services.dataminer.points.chaos.model.Happening.RecordKept;
import services.dataminer.points.chaos.model.Happening.Trigger;
import services.dataminer.points.chaos.model.Happening.Withdrawal;
import services.dataminer.points.chaos.model.World;

/// Invents meetings, in every shape that Cal.com and other calendars report them.
final class MeetingScripts {
  private static final Instant FIRST_WAVE = Instant.parse("2024-06-20T00:00:00Z");

  private static final Optional<String> NEW = Optional.empty();
  private static final long VIDEO_EVENT_TYPE = 7;

  private final World world;
  private final String name;
  private final Dice dice;
  private final Guests guests;
  private int number;
  private Instant wave = FIRST_WAVE;

  MeetingScripts(World world, String name, Dice dice) {
    this.world = world;
    this.name = name;
    this.dice = dice;
    guests = new Guests(world, dice);
  }

  /// Begins the next wave. What Cal.com records in a wave changed last within an hour after this,
  /// later than all that is announced, and than any night that read records before.
  Instant nextWave() {
    wave = wave.plus(Duration.ofHours(1));
    return wave;
  }

  /// One meeting, from its booking to whatever was said after it.
  List<Happening> invent() {
    World.Show show = dice.one(world.shows());
    boolean booth = dice.percent(60);
    Appointment appointment = booth ? atBooth(show) : byVideo();
    var happenings = new ArrayList<Happening>();
    String uid = uid();
    switch (dice.between(0, 11)) {
      case 0, 1, 2 -> plain(uid, appointment, happenings);
      case 3 -> calledOff(uid, appointment, happenings);
      case 4 -> confirmed(uid, appointment, happenings);
      case 5, 6 -> moved(uid, appointment, happenings);
      case 7 -> changed(uid, appointment, show.late() && booth, happenings);
      case 8 -> seats(uid, appointment, happenings);
      case 9 -> recorded(uid, guests.withoutTeam(appointment), happenings);
      case 10 -> onlyEnded(uid, guests.withoutTeam(appointment), happenings);
      default -> elsewhere(uid, guests.withoutTeam(appointment), show, happenings);
    }
    return happenings;
  }

  private String uid() {
    return name + "-u" + number++;
  }

  private Appointment atBooth(World.Show show) {
    Instant opens = show.startsOn().atStartOfDay(show.zone()).toInstant();
    long days =
        Duration.between(opens, show.endsOn().atStartOfDay(show.zone()).toInstant()).toDays();
    Instant startsAt =
        show.startsOn()
            .plusDays(dice.percent(8) ? days + 3 : dice.between(0, (int) days))
            .atTime(LocalTime.of(dice.between(9, 17), 30 * dice.between(0, 1)))
            .atZone(show.zone())
            .toInstant();
    Instant bookedAt =
        dice.percent(10)
            ? dice.time(opens, startsAt)
            : dice.time(opens.minus(Duration.ofDays(60)), opens);
    boolean inPerson = show.late() || !dice.percent(6);
    return guests.invited(show.eventType(), inPerson, bookedAt, startsAt);
  }

  private Appointment byVideo() {
    Instant startsAt =
        dice.time(Instant.parse("2023-07-01T00:00:00Z"), Instant.parse("2024-05-30T00:00:00Z"));
    Instant bookedAt = startsAt.minus(Duration.ofMinutes(dice.between(100, 40_000)));
    return guests.invited(VIDEO_EVENT_TYPE, false, bookedAt, startsAt);
  }

  private BookingAnnounced announced(String uid, Trigger trigger, Instant at, Appointment one) {
    return new BookingAnnounced(uid, trigger, at, one, NEW, false);
  }

  private void plain(String uid, Appointment one, List<Happening> happenings) {
    happenings.add(announced(uid, Trigger.CREATED, one.bookedAt(), one));
    maybeEnded(uid, one, happenings);
    absences(uid, one, happenings);
    if (dice.percent(8)) {
      happenings.add(new Withdrawal("calcom:" + uid));
    }
  }

  private void maybeEnded(String uid, Appointment one, List<Happening> happenings) {
    if (dice.percent(60)) {
      happenings.add(new EndAnnounced(uid, one));
    }
  }

  private void absences(String uid, Appointment one, List<Happening> happenings) {
    for (String address : guests.absent(one)) {
      Instant at = one.endsAt().plus(Duration.ofMinutes(dice.between(1, 5000)));
      happenings.add(new AbsenceMarked(uid, at, address, true));
      if (dice.percent(40)) {
        Instant later = at.plus(Duration.ofMinutes(dice.between(0, 2)));
        happenings.add(new AbsenceMarked(uid, later, address, false));
      }
    }
  }

  private void calledOff(String uid, Appointment one, List<Happening> happenings) {
    Trigger how = dice.percent(70) ? Trigger.CANCELLED : Trigger.REJECTED;
    Instant first = one.bookedAt();
    happenings.add(
        announced(uid, how == Trigger.REJECTED ? Trigger.REQUESTED : Trigger.CREATED, first, one));
    happenings.add(
        announced(uid, how, first.plus(Duration.ofMinutes(dice.between(1, 100_000))), one));
    if (how == Trigger.CANCELLED) {
      maybeEnded(uid, one, happenings);
      absences(uid, one, happenings);
    }
  }

  private void confirmed(String uid, Appointment one, List<Happening> happenings) {
    happenings.add(announced(uid, Trigger.REQUESTED, one.bookedAt(), one));
    if (dice.percent(80)) {
      Instant confirmedAt = dice.time(one.bookedAt(), one.startsAt());
      happenings.add(announced(uid, Trigger.CREATED, confirmedAt, one));
      maybeEnded(uid, one, happenings);
      absences(uid, one, happenings);
    }
  }

  /// Once or twice, by the host or with a confirmation.
  private void moved(String first, Appointment one, List<Happening> happenings) {
    happenings.add(announced(first, Trigger.CREATED, one.bookedAt(), one));
    String uid = first;
    Appointment current = one;
    for (int moves = dice.between(1, 2); moves > 0; moves--) {
      Instant at = dice.time(current.bookedAt().plusSeconds(60), one.startsAt());
      Appointment later = guests.later(current, at);
      boolean byHost = dice.percent(70);
      String next = uid();
      happenings.add(
          new BookingAnnounced(
              next,
              byHost ? Trigger.RESCHEDULED : Trigger.REQUESTED,
              at,
              later,
              Optional.of(uid),
              false));
      if (!byHost) {
        happenings.add(announced(next, Trigger.CREATED, at.plusSeconds(600), later));
      }
      uid = next;
      current = later;
    }
    maybeEnded(uid, current, happenings);
    absences(uid, current, happenings);
  }

  private void changed(String uid, Appointment one, boolean late, List<Happening> happenings) {
    happenings.add(announced(uid, Trigger.CREATED, one.bookedAt(), one));
    Instant at = one.bookedAt().plus(Duration.ofMinutes(90));
    boolean place = !late && dice.percent(50);
    happenings.add(
        place
            ? announced(uid, Trigger.LOCATION_UPDATED, at, guests.atOtherPlace(one))
            : announced(uid, Trigger.REASSIGNED, at, guests.withOtherHost(one)));
    maybeEnded(uid, one, happenings);
  }

  private void seats(String uid, Appointment one, List<Happening> happenings) {
    List<Appointment> seats = guests.seats(one);
    for (Appointment seat : seats) {
      happenings.add(new BookingAnnounced(uid, Trigger.CREATED, seat.bookedAt(), seat, NEW, true));
    }
    if (dice.percent(50)) {
      Appointment given = dice.one(seats);
      Instant at = one.startsAt().minusSeconds(60);
      happenings.add(new BookingAnnounced(uid, Trigger.CANCELLED, at, given, NEW, true));
    }
  }

  private void recorded(String uid, Appointment one, List<Happening> happenings) {
    if (dice.percent(85)) {
      happenings.add(announced(uid, Trigger.CREATED, one.bookedAt(), one));
      absences(uid, one, happenings);
      maybeEnded(uid, one, happenings);
    }
    happenings.add(
        new RecordKept(
            uid,
            dice.percent(30),
            wave.plusSeconds(1 + number % 3000),
            one,
            Set.copyOf(guests.absent(one))));
  }

  private void onlyEnded(String uid, Appointment one, List<Happening> happenings) {
    happenings.add(new EndAnnounced(uid, one));
    absences(uid, one, happenings);
  }

  private void elsewhere(String id, Appointment one, World.Show show, List<Happening> happenings) {
    boolean booth = one.eventType() == show.eventType();
    Appointment held = booth && !one.inPerson() ? guests.atOtherPlace(one) : one;
    happenings.add(
        new MeetingReported(
            id,
            booth ? Optional.of(show.id()) : Optional.empty(),
            held,
            Set.copyOf(guests.absent(held))));
    if (dice.percent(8)) {
      happenings.add(new Withdrawal("calendar:" + id));
    }
  }
}
