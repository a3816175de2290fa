package services.dataminer.points.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import services.dataminer.points.e2e.Calcom;

/// Meetings as Cal.com reports them: calls over fourteen months, booths at three shows, and the
/// ones that do not count.
final class DemoMeetings {

  /// A call with a change of date, a mistaken no-show and a share that nobody has claimed.
  static final String RICHEST = "harbour-tv-roadmap";

  private static final long CALL = 7;
  private static final String VIDEO = "integrations:daily";
  private static final String BOOTH = "inPerson";
  private static final String CUSTOMER = "nadia@harbour-tv.example";
  private static final List<String> CUSTOMERS =
      List.of(CUSTOMER, "tom@northlight.example", "yuki@kanto-broadcast.example");
  private static final List<List<String>> ACME =
      List.of(
          List.of("ada"),
          List.of("ada", "ben"),
          List.of("chen", "ben"),
          List.of("ada", "layla"),
          List.of("layla", "robert", "ada"),
          List.of("ben"));
  private static final List<List<String>> BOREALIS =
      List.of(
          List.of("emma"),
          List.of("dmitri", "emma"),
          List.of("grace", "frank"),
          List.of("hugo", "emma", "grace"),
          List.of("frank"));

  private final DemoCalls calls;
  private final List<Happening> happenings = new ArrayList<>();

  DemoMeetings(DemoCalls calls) {
    this.calls = calls;
  }

  List<Happening> happenings() {
    calls("acme", ACME, 424, 12);
    calls("borealis", BOREALIS, 415, 17);
    shows();
    refusedCalls();
    refusedAtBooths();
    richest();
    return List.copyOf(happenings);
  }

  /// Calls at regular intervals, by turns with people and customers; the last one is still to come.
  private void calls(String partner, List<List<String>> people, int firstDaysAgo, int everyDays) {
    int number = 0;
    for (int ago = firstDaysAgo; ago > -everyDays; ago -= everyDays) {
      Stream<String> customer = Stream.of(CUSTOMERS.get(number % CUSTOMERS.size()));
      String[] attendees =
          Stream.concat(addresses(people.get(number % people.size())), customer)
              .toArray(String[]::new);
      number++;
      held(ago, call("%s-call-%02d".formatted(partner, number), ago, attendees));
    }
  }

  private void shows() {
    LocalDate lastYear = DemoDirectory.expoLastYear(calls.today());
    LocalDate expo = DemoDirectory.expo(calls.today());
    LocalDate forum = DemoDirectory.forum(calls.today());
    booth("expo-last-year-1", lastYear, 9, "ada", "chen");
    booth("expo-last-year-2", lastYear.plusDays(1), 10, "ada", "chen");
    booth("expo-last-year-3", lastYear.plusDays(1), 13, "emma", "dmitri");
    booth("expo-1", expo, 9, "ada", "ben");
    booth("expo-2", expo, 11, "ada", "ben");
    booth("expo-3", expo.plusDays(1), 9, "ada", "layla");
    booth("expo-4", expo.plusDays(1), 14, "ada", "robert", "jonas");
    booth("expo-5", expo.plusDays(2), 10, "layla", "chen");
    booth("expo-6", expo.plusDays(2), 12, "emma", "hugo");
    booth("expo-7", expo.plusDays(3), 9, "grace", "emma");
    booth("forum-1", forum, 9, "ada", "layla");
    booth("forum-2", forum, 11, "ada");
    booth("forum-3", forum.plusDays(1), 9, "ben", "robert");
    booth("forum-4", forum.plusDays(2), 10, "emma");
  }

  private void refusedCalls() {
    held(132, call("without-customer", 132, "ada", "ben"));
    held(101, call("booked-by-customer", 101, CUSTOMER, "layla"));
    Calcom.Meeting deserted = call("customer-absent", 64, "ada", CUSTOMER);
    held(64, deserted);
    report(64, Calcom.noShow(deserted.uid(), CUSTOMER, true, calls.at(64, 16)));
    Calcom.Meeting cancelled = call("cancelled", 19, "ada", "robert", CUSTOMER);
    report(19, Calcom.created(cancelled));
    report(19, Calcom.cancelled(cancelled, calls.at(22, 12)));
  }

  private void refusedAtBooths() {
    LocalDate expo = DemoDirectory.expo(calls.today());
    boothAt("booked-on-the-spot", expo.plusDays(1), 15, at(expo.plusDays(1), 8), "ada", "chen");
    boothAt(
        "booked-by-skyline",
        expo.plusDays(2),
        14,
        at(expo, -240),
        "sales@skyline.be",
        "ada",
        "emma");
    boothAt("after-the-show", expo.plusDays(9), 10, at(expo, -240), "hugo");
  }

  private void richest() {
    String[] people = addresses(List.of("ada", "layla", "jonas")).toArray(String[]::new);
    var attendees = new ArrayList<>(List.of(people));
    attendees.add(CUSTOMER);
    Calcom.Meeting first = call(RICHEST + "-first", 12, attendees.toArray(String[]::new));
    Calcom.Meeting moved = call(RICHEST, 9, attendees.toArray(String[]::new));
    report(9, Calcom.created(first));
    report(9, Calcom.rescheduled(moved, first.uid(), calls.at(14, 8)));
    report(9, Calcom.ended(moved));
    report(9, Calcom.noShow(RICHEST, DemoDirectory.address("layla"), true, calls.at(9, 15)));
    report(9, Calcom.noShow(RICHEST, DemoDirectory.address("layla"), false, calls.at(9, 16)));
  }

  private void booth(String uid, LocalDate day, int hour, String... people) {
    boothAt(uid, day, hour, at(day, -24 * 24), people);
  }

  /// @param people Skyline's addresses, or ids of members
  private void boothAt(String uid, LocalDate day, int hour, Instant bookedAt, String... people) {
    LocalDate forum = DemoDirectory.forum(calls.today());
    long eventType = day.isBefore(forum) ? DemoDirectory.SIGNAL_EXPO : DemoDirectory.STREAM_FORUM;
    Instant scheduledAt = bookedAt.isBefore(at(calls.today(), 0)) ? bookedAt : calls.at(3, 9);
    String[] attendees = addresses(List.of(people)).toArray(String[]::new);
    held(
        (int) (calls.today().toEpochDay() - day.toEpochDay()),
        new Calcom.Meeting(uid, eventType, BOOTH, scheduledAt, at(day, hour), attendees));
  }

  private Calcom.Meeting call(String uid, int daysAgo, String... people) {
    return new Calcom.Meeting(
        uid,
        CALL,
        VIDEO,
        calls.at(Math.max(daysAgo, 0) + 16, 9),
        calls.at(daysAgo, 14),
        addresses(List.of(people)).toArray(String[]::new));
  }

  /// Booked, and ended if its day has passed.
  private void held(int daysAgo, Calcom.Meeting meeting) {
    report(daysAgo, Calcom.created(meeting));
    if (meeting.startsAt().isBefore(at(calls.today(), 0))) {
      report(daysAgo, Calcom.ended(meeting));
    }
  }

  private void report(int daysAgo, String webhook) {
    happenings.add(new Happening(daysAgo, () -> calls.points().calcom(webhook).expect(202)));
  }

  private static Stream<String> addresses(List<String> people) {
    return people.stream()
        .map(person -> person.contains("@") ? person : DemoDirectory.address(person));
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC).plus(Duration.ofHours(hour));
  }
}
