package services.dataminer.points.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import services.dataminer.points.chaos.model.Happening;
import services.dataminer.points.chaos.model.Happening.AbsenceMarked;
import services.dataminer.points.chaos.model.Happening.BookingAnnounced;
import services.dataminer.points.chaos.model.Happening.RecordKept;
import services.dataminer.points.chaos.model.Happening.Trigger;
import services.dataminer.points.chaos.model.World;
import services.dataminer.points.chaos.model.World.Joining;

/// Invents no-shows among those who met someone who was erased since. Those who signed up late are
/// left out, so that no tie depends on when.
record LateAbsences(World world, Dice dice) {
  private static final Instant FROM = Instant.parse("2024-07-05T00:00:00Z");

  List<Happening> invent(List<Happening> happened, List<World.Person> erased) {
    Set<String> gone = addresses(erased);
    Set<String> late =
        addresses(world.people().stream().filter(one -> one.joining() == Joining.LATER).toList());
    Set<String> recorded =
        happened.stream()
            .filter(RecordKept.class::isInstance)
            .map(Happening::about)
            .collect(Collectors.toSet());
    var absences = new ArrayList<Happening>();
    happened.stream()
        .filter(BookingAnnounced.class::isInstance)
        .map(BookingAnnounced.class::cast)
        .filter(one -> one.trigger() == Trigger.CREATED && !one.seat())
        .filter(one -> !recorded.contains(one.about()))
        .filter(one -> one.appointment().attendees().stream().anyMatch(gone::contains))
        .filter(one -> one.appointment().attendees().stream().noneMatch(late::contains))
        .forEach(
            one ->
                one.appointment().attendees().stream()
                    .filter(address -> !gone.contains(address))
                    .findFirst()
                    .map(address -> absent(one.uid(), address, absences.size()))
                    .ifPresent(absences::add));
    return absences;
  }

  private AbsenceMarked absent(String uid, String address, int number) {
    Instant at = FROM.plus(Duration.ofMinutes(number));
    return new AbsenceMarked(uid, at, address, dice.percent(80));
  }

  private static Set<String> addresses(List<World.Person> people) {
    return people.stream().flatMap(one -> one.addresses().stream()).collect(Collectors.toSet());
  }
}
