package services.dataminer.points.demo;

import static services.dataminer.points.demo.DemoCalls.object;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Two partners, a dozen people, three shows and a catalogue.
final class DemoDirectory {

  private static final int SHOW_DAYS = 4;

  /// The Cal.com event types of the booths.
  static final long SIGNAL_EXPO = 1131;

  static final long STREAM_FORUM = 1140;

  private final DemoCalls calls;

  DemoDirectory(DemoCalls calls) {
    this.calls = calls;
  }

  /// The first day of the show that is over.
  static LocalDate expo(LocalDate today) {
    return today.minusDays(75);
  }

  /// The first day of the same show a year before, in another calendar year.
  static LocalDate expoLastYear(LocalDate today) {
    return expo(today).minusYears(1);
  }

  /// The first day of the coming show.
  static LocalDate forum(LocalDate today) {
    return today.plusDays(40);
  }

  static String address(String person) {
    return switch (person) {
      case "dmitri", "emma", "frank", "grace", "hugo" -> person + "@borealis.example";
      case "ines" -> "ines@mailbox.example";
      default -> person + "@acme.example";
    };
  }

  /// The id under which the learning platform knows a course or quiz.
  static String courseId(int number) {
    return "https://learn.example/course/view.php?id=" + number;
  }

  void enter() {
    partner("acme", "Acme Broadcast", "BUSINESS");
    partner("borealis", "Borealis Media", "TECHNOLOGY");
    people();
    show("signal-expo", "Signal Expo", expoLastYear(calls.today()), SIGNAL_EXPO);
    show("signal-expo", "Signal Expo", expo(calls.today()), SIGNAL_EXPO);
    show("stream-forum", "Stream Forum", forum(calls.today()), STREAM_FORUM);
    course(2, "Agile Deployment", "COURSE", object("enrolled", 10, "completed", 50));
    course(3, "Selling Automation", "COURSE", object("enrolled", 20, "completed", 40));
    course(5, "DataMiner Fundamentals", "COURSE", object("enrolled", 10, "completed", 30));
    course(12, "Agile self-test", "QUIZ", object("passed", 25));
    course(13, "Fundamentals self-test", "QUIZ", object("passed", 50));
    course(15, "DataMiner Operator exam", "QUIZ", object("passed", 400));
  }

  private void partner(String id, String name, String kind) {
    calls.enter(
        "/v1/partners/" + id, "name", name, "kind", kind, "domains", List.of(id + ".example"));
  }

  private void people() {
    LocalDate today = calls.today();
    member("ada", "Ada Lopez", "acme", today.minusMonths(32), true);
    member("ben", "Ben Janssens", "acme", today.minusMonths(17), true);
    member("chen", "Chen Wei", "acme", today.minusMonths(34), true);
    member("layla", "ليلى حداد", "acme", today.minusMonths(11), true);
    member("robert", "Robert <b>\"Bob\"</b> & Söhne", "acme", today.minusMonths(7), true);
    member("nora", "Nora Dahl", "acme", today.minusDays(2), true);
    member("dmitri", "Dmitri Volkov", "borealis", today.minusMonths(27), true);
    member("emma", "Emma Nilsson", "borealis", today.minusMonths(14), true);
    member("frank", "Frank Weber", "borealis", today.minusMonths(13), false);
    member("grace", "Grace Okafor", "borealis", today.minusMonths(9), false);
    member("hugo", "Hugo Martin", "borealis", today.minusMonths(5), true);
    member("ines", "Inês Duarte", null, today.minusMonths(6), true);
  }

  private void member(
      String id, String name, String partner, LocalDate signedUpOn, boolean autoTransfer) {
    calls.enter(
        "/v1/members/" + id,
        "name",
        name,
        "emails",
        List.of(address(id)),
        "partnerId",
        partner,
        "signedUpOn",
        signedUpOn,
        "autoTransfer",
        autoTransfer);
  }

  private void show(String id, String name, LocalDate first, long eventType) {
    calls.enter(
        "/v1/shows/%s-%d".formatted(id, first.getYear()),
        "name",
        name + " " + first.getYear(),
        "startsOn",
        first,
        "endsOn",
        first.plusDays(SHOW_DAYS - 1),
        "timeZone",
        "Europe/Amsterdam",
        "calendarEventTypes",
        List.of(eventType));
  }

  private void course(int number, String title, String kind, Map<String, Object> points) {
    calls.enter(
        "/v1/courses?id=" + URLEncoder.encode(courseId(number), StandardCharsets.UTF_8),
        "title",
        title,
        "kind",
        kind,
        "points",
        points);
  }
}
