package services.dataminer.points.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import services.dataminer.points.chaos.model.Happening.Appointment;
import services.dataminer.points.chaos.model.World;
import services.dataminer.points.chaos.model.World.Joining;

/// Invents who is invited to a meeting.
///
/// Until someone signs up, the address decides a tie, and then the member id. Which of the two it
/// is depends on what comes first, so those who sign up late meet in numbers that leave no tie: two
/// or five, of whom at most one is absent.
record Guests(World world, Dice dice) {
  private static final String HOST = "booth@" + World.SKYLINE;
  private static final String STRANGER = "host@contractor.example";

  Appointment invited(long eventType, boolean inPerson, Instant bookedAt, Instant startsAt) {
    World.Partner partner = dice.one(world.partners());
    List<World.Person> colleagues =
        world.people().stream().filter(one -> one.partner().equals(partner.id())).toList();
    boolean late = dice.percent(40);
    List<World.Person> invited =
        dice.some(
            late ? dice.one(List.of(2, 5)) : dice.between(1, 7),
            late
                ? colleagues
                : colleagues.stream().filter(one -> one.joining() != Joining.LATER).toList());
    List<String> attendees =
        new ArrayList<>(invited.stream().map(one -> one.addresses().getFirst()).toList());
    if (dice.percent(15)) {
      invited.forEach(one -> attendees.addAll(one.addresses().subList(1, one.addresses().size())));
    }
    if (!inPerson && !dice.percent(10)) {
      attendees.add("carl@customer.example");
    }
    if (dice.percent(15)) {
      attendees.add("fred@fireflies.ai");
    }
    if (dice.percent(10)) {
      attendees.add("room-1@resource.calendar.google.com");
    }
    if (dice.percent(10)) {
      attendees.add(competitor(partner));
    }
    if (dice.percent(8)) {
      attendees.addFirst(dice.percent(50) ? "dora@customer.example" : "tom@" + World.SKYLINE);
    }
    return new Appointment(
        eventType,
        inPerson,
        bookedAt,
        startsAt,
        dice.percent(92) ? HOST : STRANGER,
        dice.percent(10) ? List.of("tom@" + World.SKYLINE) : List.of(),
        attendees.stream().distinct().toList());
  }

  /// A customer who is a member as well.
  private String competitor(World.Partner partner) {
    return dice.one(
            world.people().stream()
                .filter(one -> !one.partner().equals(partner.id()))
                .filter(one -> one.joining() == Joining.BEFORE)
                .toList())
        .addresses()
        .getLast();
  }

  Appointment withoutTeam(Appointment one) {
    return new Appointment(
        one.eventType(),
        one.inPerson(),
        one.bookedAt(),
        one.startsAt(),
        one.host(),
        List.of(),
        one.attendees());
  }

  /// The same, some hours later.
  Appointment later(Appointment one, Instant bookedAt) {
    return new Appointment(
        one.eventType(),
        one.inPerson(),
        bookedAt,
        one.startsAt().plus(Duration.ofMinutes(30L * dice.between(1, 4))),
        one.host(),
        one.team(),
        one.attendees());
  }

  Appointment atOtherPlace(Appointment one) {
    return new Appointment(
        one.eventType(),
        !one.inPerson(),
        one.bookedAt(),
        one.startsAt(),
        one.host(),
        one.team(),
        one.attendees());
  }

  Appointment withOtherHost(Appointment one) {
    return new Appointment(
        one.eventType(),
        one.inPerson(),
        one.bookedAt(),
        one.startsAt(),
        one.host().equals(HOST) ? "ben@" + World.SKYLINE : HOST,
        one.team(),
        one.attendees());
  }

  /// A body for each attendee, who books a seat of the shared booking some minutes after the last.
  List<Appointment> seats(Appointment one) {
    var seats = new ArrayList<Appointment>();
    for (String attendee : one.attendees()) {
      seats.add(
          new Appointment(
              one.eventType(),
              one.inPerson(),
              one.bookedAt().plusSeconds(10L * seats.size()),
              one.startsAt(),
              one.host(),
              one.team(),
              List.of(attendee)));
    }
    return seats;
  }

  /// At most two people who are marked as absent, at most one where ties must not be.
  List<String> absent(Appointment one) {
    boolean late =
        world.people().stream()
            .filter(person -> person.joining() == Joining.LATER)
            .anyMatch(person -> one.attendees().contains(person.addresses().getFirst()));
    List<String> candidates = new ArrayList<>(one.attendees());
    candidates.add(one.host());
    return dice.percent(60) ? List.of() : dice.some(late ? 1 : dice.between(1, 2), candidates);
  }
}
