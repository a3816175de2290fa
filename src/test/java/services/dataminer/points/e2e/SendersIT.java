package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What calendars really send is awarded right, from the webhook to the balance")
@OnSharedCloud
class SendersIT {

  private static final String SEATS = "\"seatsPerTimeSlot\":4,";
  private static final String CARL = "carl@customer.example";
  private static final Instant BOOKED_AT = Instant.parse("2026-08-20T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-09-02T09:00:00Z");

  private final PointsClient points;
  private Scene scene;

  SendersIT(PointsClient points) {
    this.points = points;
  }

  @BeforeEach
  void directory() {
    scene = Scene.of(points);
  }

  @Test
  @DisplayName("a move that the host confirms pays one meeting")
  void confirmedMove() {
    var old = scene.videoCall("old", "2026-09-20T10:00:00Z", "ada", CARL);
    var moved = scene.videoCall("new", "2026-09-22T10:00:00Z", "ada", CARL);
    calcom("BOOKING_CREATED", BOOKED_AT, old, "");
    calcom("BOOKING_REQUESTED", LATER, moved, "\"rescheduleUid\":\"" + old.uid() + "\",");
    calcom("BOOKING_CREATED", LATER.plusSeconds(86_400), moved, "");

    sweep();

    assertThat(scene.earned("ada")).isEqualTo(100);
    assertThat(state(old)).isEqualTo("CANCELLED");
  }

  @Test
  @DisplayName(
      "two seats of one booking share its points, and one given up leaves them to the other")
  void seats() {
    var shared = scene.boothMeeting("shared", "2026-09-12T10:00:00Z", "ada");
    var bens = scene.boothMeeting("shared", "2026-09-12T10:00:00Z", "ben");
    calcom("BOOKING_CREATED", BOOKED_AT, shared, SEATS);
    calcom("BOOKING_CREATED", BOOKED_AT.plusSeconds(60), bens, SEATS);
    sweep();
    assertThat(state(shared)).isEqualTo("AWAITING_SHOW");
    assertThat(shares(shared)).isEqualTo(Map.of(scene.id("ada"), 250L, scene.id("ben"), 250L));

    calcom("BOOKING_CANCELLED", LATER, bens, SEATS);
    points.idle();

    assertThat(shares(shared)).isEqualTo(Map.of(scene.id("ada"), 500L));
    assertThat(scene.view(shared).path("facts").findValuesAsText("what"))
        .contains("SEAT_TAKEN", "SEAT_GIVEN_UP");
  }

  @Test
  @DisplayName("a seated booking that its host moves keeps its uid, and is over at its new end")
  void movedInPlace() {
    var first = scene.videoCall("seat", "2026-09-20T10:00:00Z", "ada", CARL);
    var moved = scene.videoCall("seat", "2026-09-25T10:00:00Z", "ada", CARL);
    calcom("BOOKING_CREATED", BOOKED_AT, first, SEATS);
    calcom(
        "BOOKING_RESCHEDULED", LATER, moved, SEATS + "\"rescheduleUid\":\"" + first.uid() + "\",");
    points.idle();
    points.run("meeting-sweep", "2026-09-21T00:00:00Z");
    points.idle();
    assertThat(state(first)).isEqualTo("BOOKED");

    sweep();

    assertThat(scene.earned("ada")).isEqualTo(100);
  }

  @Test
  @DisplayName("an attendee without an address does not lose the booking")
  void walkIn() {
    var meeting = scene.videoCall("walk-in", "2026-09-20T10:00:00Z", "ada", CARL);
    points
        .calcom(
            Calcom.created(meeting)
                .replace(
                    "\"attendees\":[", "\"attendees\":[{\"name\":\"Walk in\",\"email\":null},"))
        .expect(202);

    sweep();

    assertThat(scene.earned("ada")).isEqualTo(100);
  }

  @Test
  @DisplayName("a changed place counts, to the booth and away from it")
  void changedPlace() {
    var booth = scene.boothMeeting("to-booth", "2026-09-12T10:00:00Z", "ada");
    var call = scene.boothMeeting("to-call", "2026-09-12T11:00:00Z", "ada");
    calcom("BOOKING_CREATED", BOOKED_AT, at("integrations:daily", booth), "");
    calcom("BOOKING_LOCATION_UPDATED", LATER, booth, "");
    calcom("BOOKING_CREATED", BOOKED_AT, call, "");
    calcom("BOOKING_LOCATION_UPDATED", LATER, at("integrations:daily", call), "");

    sweep();

    assertThat(state(booth)).isEqualTo("AWAITING_SHOW");
    assertThat(state(call)).isEqualTo("REFUSED");
  }

  @Test
  @DisplayName("a colleague of a collective event stands in for an absent host")
  void collective() {
    var meeting = scene.videoCall("team", "2026-09-20T10:00:00Z", "ada", CARL);
    calcom(
        "BOOKING_CREATED",
        BOOKED_AT,
        meeting,
        "\"team\":{\"id\":3,\"members\":[{\"name\":\"Tom\",\"email\":\"tom@skyline.be\"}]},");
    points
        .calcom(
            Calcom.noShow(
                meeting.uid(), "booth@skyline.be", true, Instant.parse("2026-09-20T12:00:00Z")))
        .expect(202);

    sweep();

    assertThat(scene.earned("ada")).isEqualTo(100);
  }

  @Test
  @DisplayName(
      "a series cancelled as a whole is found by Cal.com's records, the night before it pays")
  void series() {
    List<Calcom.Meeting> meetings =
        Stream.of("2026-09-21T10:00:00Z", "2026-09-22T10:00:00Z", "2026-09-23T10:00:00Z")
            .map(at -> scene.videoCall("r" + at.substring(8, 10), at, "ada", CARL))
            .toList();
    meetings.forEach(meeting -> calcom("BOOKING_CREATED", BOOKED_AT, meeting, ""));
    calcom("BOOKING_CANCELLED", LATER, meetings.getFirst(), "\"recurringEvent\":{\"freq\":2},");
    points.idle();
    points
        .put(
            "/_local/calcom/bookings",
            meetings.stream().map(m -> Calcom.record(m, "cancelled", LATER)).toList().toString())
        .expect(204);

    JsonNode night = points.run("booking-reconciliation", "2026-09-20T00:30:00Z");
    sweep();

    assertThat(night.toString()).isEqualTo("{\"bookings\":3,\"changed\":2}");
    assertThat(meetings).extracting(this::state).containsOnly("CANCELLED");
    assertThat(scene.earned("ada")).isZero();
    assertThat(scene.view(meetings.getLast()).path("facts").findValuesAsText("what"))
        .contains("RECORDED_CANCELLED");
  }

  @Test
  @DisplayName("a Moodle quiz is earned by an attempt, once")
  void moodleAttempts() {
    String quiz = scene.quiz("quiz", 25);
    points.lms(Xapi.attempt(scene.address("ada"), quiz, 1, false)).expect(200);
    points.lms(Xapi.attempt(scene.address("ada"), quiz, 2, true)).expect(200);
    points.lms(Xapi.attempt(scene.address("ada"), quiz, 3, true)).expect(200);
    points.idle();

    assertThat(scene.earned("ada")).isEqualTo(25);
  }

  @Test
  @DisplayName("an ending of the future is refused, naming the field")
  void future() {
    var meeting = scene.videoCall("future", "2046-09-20T10:00:00Z", "ada", CARL);

    assertThat(points.calcom(Calcom.ended(meeting)).expect(422).path("errors").toString())
        .contains("\"endTime\"");
  }

  private void calcom(String trigger, Instant at, Calcom.Meeting meeting, String more) {
    points.calcom(Calcom.announced(trigger, at, meeting, more)).expect(202);
  }

  private static Calcom.Meeting at(String location, Calcom.Meeting meeting) {
    return new Calcom.Meeting(
        meeting.uid(),
        meeting.eventTypeId(),
        location,
        meeting.bookedAt(),
        meeting.startsAt(),
        meeting.attendees());
  }

  private void sweep() {
    points.idle();
    points.run("meeting-sweep", "2026-10-20T01:00:00Z");
    points.idle();
  }

  private String state(Calcom.Meeting meeting) {
    return scene.view(meeting).path("state").asText();
  }

  private Map<String, Long> shares(Calcom.Meeting meeting) {
    var shares = new TreeMap<String, Long>();
    scene
        .view(meeting)
        .path("decision")
        .path("shares")
        .forEach(s -> shares.put(s.path("memberId").asText(), s.path("points").asLong()));
    return shares;
  }
}
