package services.dataminer.points.chaos.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import services.dataminer.points.chaos.model.Happening.Appointment;

/// What a meeting that is over pays, and whom. Source: partner benefits page, exhibition and
/// virtual meetings.
final class MeetingTruth {
  private static final List<String> NOBODY =
      List.of("resource.calendar.google.com", "fireflies.ai");

  private final World world;

  MeetingTruth(World world) {
    this.world = world;
  }

  /// A meeting that took place as far as is known.
  ///
  /// @param show named by the sender; empty where the booth's event type says it, or nothing does
  /// @param firstScheduledAt the earliest time at which it, or what it replaces, was booked
  /// @param present addresses of those who were not absent
  /// @param absent all other addresses
  record Meeting(
      Appointment appointment,
      Optional<String> show,
      Instant firstScheduledAt,
      Set<String> present,
      Set<String> absent) {}

  /// What it pays.
  ///
  /// @param sharing who shares it: by key, the member who gets it, or empty while nobody signed up
  record Pay(
      long points,
      Optional<World.Show> show,
      String partner,
      LocalDate earnedOn,
      Map<String, Optional<String>> sharing) {}

  private record Someone(
      String key, Optional<String> member, Optional<String> partner, boolean skyline) {}

  /// Empty where it is refused.
  Optional<Pay> pay(Meeting meeting) {
    List<Someone> present = present(meeting);
    Optional<String> partner = someone(meeting.appointment().attendees().getFirst()).partner();
    if (present.stream().noneMatch(Someone::skyline)) {
      return Optional.empty();
    }
    return meeting.appointment().inPerson()
        ? atBooth(meeting, present, partner)
        : byVideo(meeting, present, partner);
  }

  private Optional<Pay> atBooth(Meeting meeting, List<Someone> present, Optional<String> booker) {
    Optional<World.Show> show = show(meeting);
    Set<String> partners =
        present.stream()
            .flatMap(one -> one.partner().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Optional<String> partner =
        booker.or(() -> partners.size() == 1 ? partners.stream().findFirst() : Optional.empty());
    boolean scheduled =
        show.filter(one -> meeting.firstScheduledAt().isBefore(one.opensAt())).isPresent();
    return partner
        .filter(_ -> scheduled)
        .flatMap(whose -> among(500, show, whose, show.orElseThrow().endsOn(), present));
  }

  private Optional<Pay> byVideo(Meeting meeting, List<Someone> present, Optional<String> booker) {
    if (isBooth(meeting.appointment().eventType()) || booker.isEmpty()) {
      return Optional.empty();
    }
    boolean customer =
        present.stream().anyMatch(one -> !one.skyline() && !one.partner().equals(booker));
    LocalDate on = meeting.appointment().endsAt().atZone(World.ZONE).toLocalDate();
    return customer ? among(100, Optional.empty(), booker.get(), on, present) : Optional.empty();
  }

  private static Optional<Pay> among(
      long points, Optional<World.Show> show, String partner, LocalDate on, List<Someone> present) {
    var sharing = new TreeMap<String, Optional<String>>();
    present.stream()
        .filter(one -> one.partner().equals(Optional.of(partner)))
        .forEach(one -> sharing.put(one.key(), one.member()));
    return sharing.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pay(points, show, partner, on, sharing));
  }

  private Optional<World.Show> show(Meeting meeting) {
    return world.shows().stream()
        .filter(
            show ->
                meeting
                    .show()
                    .map(show.id()::equals)
                    .orElse(show.eventType() == meeting.appointment().eventType()))
        .filter(show -> show.isOn(meeting.appointment().startsAt()))
        .findFirst();
  }

  private boolean isBooth(long eventType) {
    return world.shows().stream().anyMatch(show -> show.eventType() == eventType);
  }

  /// Someone invited under several addresses is there once, and absent only under all of them.
  private List<Someone> present(Meeting meeting) {
    var byKey = new TreeMap<String, Someone>();
    meeting.present().stream()
        .filter(address -> NOBODY.stream().noneMatch(domain(address)::equals))
        .map(this::someone)
        .forEach(one -> byKey.put(one.key(), one));
    return List.copyOf(byKey.values());
  }

  private Someone someone(String address) {
    Optional<World.Person> person = world.personAt(address);
    if (person.isPresent()) {
      World.Person known = person.get();
      boolean joins = known.joining() != World.Joining.NEVER;
      return new Someone(
          known.key(),
          joins ? Optional.of(known.id()) : Optional.empty(),
          Optional.of(known.partner()),
          false);
    }
    return new Someone(
        address,
        Optional.empty(),
        world.partnerAt(domain(address)),
        domain(address).equals(World.SKYLINE));
  }

  private static String domain(String address) {
    return address.substring(address.indexOf('@') + 1);
  }
}
