package services.dataminer.points.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/// A partner with its people and a show of its own, so that tests on one cloud do not meet.
final class Scene {

  private static final AtomicInteger NUMBER = new AtomicInteger(1);

  final PointsClient points;
  private final int number = NUMBER.getAndIncrement();

  private Scene(PointsClient points) {
    this.points = points;
  }

  /// The partner Acme with Ada and Ben, and IBC 2026 with a booth.
  static Scene of(PointsClient points) {
    var scene = new Scene(points);
    points
        .put(
            "/v1/partners/" + scene.id("acme"),
            "{\"name\":\"Acme Broadcast\",\"kind\":\"BUSINESS\",\"domains\":[\"%s.example\"]}"
                .formatted(scene.id("acme")))
        .expect(201);
    scene.signUp("ada");
    scene.signUp("ben");
    points
        .put(
            "/v1/shows/" + scene.id("ibc"),
            "{\"name\":\"IBC 2026\",\"startsOn\":\"2026-09-11\",\"endsOn\":\"2026-09-14\",\"timeZone\":\"Europe/Amsterdam\",\"calendarEventTypes\":[%d]}"
                .formatted(scene.eventType()))
        .expect(201);
    return scene;
  }

  /// The id that someone or something has in this scene.
  String id(String name) {
    return name + "-" + number;
  }

  long eventType() {
    return 1000L + number;
  }

  String address(String person) {
    return person + "@" + id("acme") + ".example";
  }

  void signUp(String person) {
    points
        .put(
            "/v1/members/" + id(person),
            "{\"name\":\"%s\",\"emails\":[\"%s\"],\"partnerId\":\"%s\",\"signedUpOn\":\"2023-04-12\"}"
                .formatted(person, address(person), id("acme")))
        .expect(201);
  }

  /// The IRI under which the LMS knows a course or quiz of this scene.
  String iri(String name) {
    return "https://lms.example/course/view.php?id=" + id(name);
  }

  /// Enters a course, and says its IRI.
  String course(String name, int enrolled, int completed) {
    return inCatalogue(
        name,
        "{\"title\":\"%s\",\"kind\":\"COURSE\",\"points\":{\"enrolled\":%d,\"completed\":%d}}"
            .formatted(name, enrolled, completed));
  }

  /// Enters a quiz, and says its IRI.
  String quiz(String name, int passed) {
    return inCatalogue(
        name,
        "{\"title\":\"%s\",\"kind\":\"QUIZ\",\"points\":{\"passed\":%d}}".formatted(name, passed));
  }

  private String inCatalogue(String name, String json) {
    String encoded = URLEncoder.encode(iri(name), StandardCharsets.UTF_8);
    points.put("/v1/courses?id=" + encoded, json).expect(201);
    return iri(name);
  }

  /// A booth meeting, booked three weeks before the show.
  Calcom.Meeting boothMeeting(String name, String startsAt, String... people) {
    return new Calcom.Meeting(
        id(name),
        eventType(),
        "inPerson",
        Instant.parse("2026-08-20T09:00:00Z"),
        Instant.parse(startsAt),
        addresses(people));
  }

  /// A video call of an event type that is no booth's.
  Calcom.Meeting videoCall(String name, String startsAt, String... people) {
    return new Calcom.Meeting(
        id(name),
        7,
        "integrations:daily",
        Instant.parse("2026-08-20T09:00:00Z"),
        Instant.parse(startsAt),
        addresses(people));
  }

  private String[] addresses(String... people) {
    return java.util.Arrays.stream(people)
        .map(person -> person.contains("@") ? person : address(person))
        .toArray(String[]::new);
  }

  long earned(String person) {
    return balance(person).path("earned").asLong();
  }

  JsonNode balance(String person) {
    return points.readAs(
        id(person), "/v1/members/" + id(person) + "/balance?at=2026-10-01T00:00:00Z");
  }

  JsonNode entries(String person) {
    return points.readAs(id(person), "/v1/members/" + id(person) + "/entries").path("entries");
  }

  JsonNode view(Calcom.Meeting meeting) {
    return points.read("/v1/activities/calcom:" + meeting.uid());
  }
}
