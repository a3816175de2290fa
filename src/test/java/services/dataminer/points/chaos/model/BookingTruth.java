package services.dataminer.points.chaos.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.chaos.model.Happening.AbsenceMarked;
import services.dataminer.points.chaos.model.Happening.Appointment;
import services.dataminer.points.chaos.model.Happening.BookingAnnounced;
import services.dataminer.points.chaos.model.Happening.EndAnnounced;
import services.dataminer.points.chaos.model.Happening.RecordKept;
import services.dataminer.points.chaos.model.Happening.Trigger;

/// What Cal.com's announcements and records of a booking add up to, once its end has passed.
final class BookingTruth {

  /// Where a booking stands.
  sealed interface Standing {
    /// Nobody confirmed it.
    record Unconfirmed() implements Standing {}

    record Off() implements Standing {}

    record Over(MeetingTruth.Meeting meeting) implements Standing {}
  }

  private final Map<String, List<BookingAnnounced>> announced;
  private final Map<String, List<EndAnnounced>> ended;
  private final Map<String, List<AbsenceMarked>> marked;
  private final Map<String, RecordKept> kept;
  private final Set<String> replaced;

  BookingTruth(List<Happening> happenings) {
    announced = by(happenings, BookingAnnounced.class);
    ended = by(happenings, EndAnnounced.class);
    marked = by(happenings, AbsenceMarked.class);
    kept =
        by(happenings, RecordKept.class).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().getLast()));
    replaced =
        announced.values().stream()
            .flatMap(List::stream)
            .flatMap(one -> one.replaces().map(uid -> "calcom:" + uid).stream())
            .collect(Collectors.toSet());
  }

  private static <T extends Happening> Map<String, List<T>> by(
      List<Happening> happenings, Class<T> type) {
    return happenings.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .collect(Collectors.groupingBy(Happening::about));
  }

  Set<String> bookings() {
    var all = new TreeSet<>(announced.keySet());
    all.addAll(ended.keySet());
    all.addAll(kept.keySet());
    return all;
  }

  Standing of(String about) {
    if (kept.containsKey(about)) {
      return recorded(kept.get(about));
    }
    List<BookingAnnounced> all = announced.getOrDefault(about, List.of());
    if (all.stream().anyMatch(BookingAnnounced::seat)) {
      return seats(about, all);
    }
    boolean off =
        replaced.contains(about)
            || all.stream()
                .anyMatch(o -> o.trigger() == Trigger.CANCELLED || o.trigger() == Trigger.REJECTED);
    if (off) {
      return new Standing.Off();
    }
    boolean confirmed =
        ended.containsKey(about)
            || all.stream()
                .anyMatch(
                    o -> o.trigger() == Trigger.CREATED || o.trigger() == Trigger.RESCHEDULED);
    return confirmed ? over(about, latest(about, all)) : new Standing.Unconfirmed();
  }

  private Standing recorded(RecordKept one) {
    if (one.cancelled()) {
      return new Standing.Off();
    }
    Set<String> expected = expected(one.appointment());
    Set<String> absent =
        one.absent().stream().filter(expected::contains).collect(Collectors.toSet());
    return new Standing.Over(meeting(one.about(), one.appointment(), expected, absent));
  }

  /// The latest body counts. An ending repeats the booking's first and adds nothing.
  private Appointment latest(String about, List<BookingAnnounced> all) {
    return all.stream()
        .max(Comparator.comparing(BookingAnnounced::at))
        .map(BookingAnnounced::appointment)
        .orElseGet(() -> ended.get(about).getFirst().appointment());
  }

  private Standing over(String about, Appointment appointment) {
    Set<String> expected = expected(appointment);
    return new Standing.Over(meeting(about, appointment, expected, absent(about, expected)));
  }

  private MeetingTruth.Meeting meeting(
      String about, Appointment appointment, Set<String> expected, Set<String> absent) {
    Set<String> present = new TreeSet<>(expected);
    present.removeAll(absent);
    return new MeetingTruth.Meeting(
        appointment,
        Optional.empty(),
        firstScheduledAt(about).orElse(appointment.bookedAt()),
        present,
        absent);
  }

  /// Of the marks about someone the latest counts, of equal ones the absence.
  private Set<String> absent(String about, Set<String> expected) {
    return expected.stream()
        .filter(
            address ->
                marked.getOrDefault(about, List.of()).stream()
                    .filter(mark -> mark.address().equals(address))
                    .max(
                        Comparator.comparing(AbsenceMarked::at)
                            .thenComparing(AbsenceMarked::absent))
                    .map(AbsenceMarked::absent)
                    .orElse(false))
        .collect(Collectors.toSet());
  }

  static Set<String> expected(Appointment appointment) {
    return Stream.of(
            Stream.of(appointment.host()),
            appointment.team().stream(),
            appointment.attendees().stream())
        .flatMap(one -> one)
        .map(address -> address.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Seats are taken and given up one by one; without any the meeting is off.
  private Standing seats(String about, List<BookingAnnounced> all) {
    var latest = new LinkedHashMap<String, BookingAnnounced>();
    all.stream()
        .sorted(
            Comparator.comparing(BookingAnnounced::at)
                .thenComparing(one -> one.trigger() == Trigger.CANCELLED))
        .forEach(one -> latest.put(one.appointment().attendees().getFirst(), one));
    List<String> seated =
        all.stream()
            .filter(one -> one.trigger() == Trigger.CREATED)
            .sorted(Comparator.comparing(BookingAnnounced::at))
            .map(one -> one.appointment().attendees().getFirst())
            .distinct()
            .filter(address -> latest.get(address).trigger() == Trigger.CREATED)
            .collect(Collectors.toCollection(ArrayList::new));
    if (seated.isEmpty()) {
      return new Standing.Off();
    }
    Appointment one = all.getFirst().appointment();
    return over(
        about,
        new Appointment(
            one.eventType(),
            one.inPerson(),
            one.bookedAt(),
            one.startsAt(),
            one.host(),
            one.team(),
            seated));
  }

  /// A move keeps the time at which the meeting was first scheduled.
  private Optional<Instant> firstScheduledAt(String about) {
    List<BookingAnnounced> all = announced.getOrDefault(about, List.of());
    Stream<Instant> own =
        all.stream()
            .filter(
                one ->
                    Set.of(Trigger.REQUESTED, Trigger.CREATED, Trigger.RESCHEDULED)
                        .contains(one.trigger()))
            .map(BookingAnnounced::at);
    Stream<Instant> handedOn =
        all.stream()
            .flatMap(one -> one.replaces().stream())
            .distinct()
            .flatMap(uid -> firstScheduledAt("calcom:" + uid).stream());
    Stream<Instant> repeated =
        Stream.concat(
            ended.getOrDefault(about, List.of()).stream().map(one -> one.appointment().bookedAt()),
            Stream.ofNullable(kept.get(about)).map(one -> one.appointment().bookedAt()));
    return Stream.of(own, handedOn, repeated).flatMap(one -> one).min(Comparator.naturalOrder());
  }
}
