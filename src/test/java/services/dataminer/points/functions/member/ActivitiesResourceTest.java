package services.dataminer.points.functions.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.award.CalendarFacts;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.CourseMessage.Statement;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Adjustment;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.activity.Retraction;

@WholeSuite
class ActivitiesResourceTest {

  private static final String PATH = "/v1/members/ada/activities";
  private static final Instant CALL_ENDS_AT = Instant.parse("2026-05-12T10:30:00Z");

  private final MemberApi api = new MemberApi();
  private final Program program = new Program(api.books.local());

  @BeforeEach
  void aLearner() {
    program.member("ada", null, "ada@acme.example");
    program.course(course("https://lms.example/course"));
  }

  private static Course course(String id) {
    return new Course(id, "Agile", new Course.ForCourse(Optional.empty(), Optional.of(50L)));
  }

  private void tell(String object, Step step) {
    program.tell(
        new CourseMessage.Progressed(
            CourseMessage.SCHEMA,
            new Statement(object, "digest", "moodle", Instant.parse("2026-04-01T10:00:00Z")),
            new Address("mailto:ada@acme.example"),
            object,
            step));
  }

  private List<String> states(String query) {
    JsonNode page = api.send(MemberApi.by("ada", "GET", PATH).query("all", query)).body();
    return page.get("activities").findValuesAsText("state");
  }

  @Test
  void What_only_lacks_an_entry_of_the_catalogue_is_left_out_unless_asked_for() {
    tell("https://lms.example/course", Step.COMPLETED);
    for (int page = 0; page < 60; page++) {
      tell("https://lms.example/page/" + page, Step.COMPLETED);
    }

    HttpAnswer answer = api.get("ada", "/activities");

    assertThat(answer.body().get("activities").findValuesAsText("state"))
        .containsExactly("GRANTED");
    assertThat(answer.body().get("next").isNull()).as("nothing is on a second page").isTrue();
    assertThat(states("false")).containsExactly("GRANTED");
    assertThat(states("true")).hasSize(50).contains("WAITING");
  }

  @Test
  void What_is_entered_and_pays_nothing_is_shown() {
    tell("https://lms.example/other", Step.PASSED);
    assertThat(states("false")).isEmpty();

    program.course(course("https://lms.example/other"));

    assertThat(states("false")).containsExactly("REFUSED");
  }

  @Test
  void All_is_true_or_false() {
    HttpAnswer answer = api.send(MemberApi.by("ada", "GET", PATH).query("all", "yes"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly("all: must be true or false");
  }

  @Test
  void An_activity_is_told_with_the_own_share_and_without_anyone_else() {
    program.partner("acme", "acme.example");
    program.member(named("ben", "Benedicta Smith", "benedicta@acme.example"));
    program.member(named("ada", "Ada", "ada@acme.example"));
    program.tell(
        ActivityId.calcom("call"),
        videoCall("ada@acme.example", "benedicta@acme.example", "carl@customer.example"),
        new Ended(CALL_ENDS_AT));

    JsonNode body = api.get("ada", "/activities").body();

    assertThat(body)
        .isEqualTo(
            HttpAnswer.json(
                """
                {"activities":[
                  {"id":"calcom:call","kind":"virtual-meeting","state":"GRANTED",
                   "occurredAt":"2026-05-12T10:30:00Z","points":50,"people":2,
                   "reason":"100 points divided among 2 attendees"}],
                 "next":null}
                """));
    assertThat(body.toString()).doesNotContain("enedicta", "Smith", "carl", "@", "host");
  }

  @Test
  void What_is_booked_tells_what_it_would_pay_and_what_is_retracted_pays_nothing() {
    program.partner("acme", "acme.example");
    program.member(named("ada", "Ada", "ada@acme.example"));
    program.tell(
        ActivityId.calcom("booked"), videoCall("ada@acme.example", "carl@customer.example"));
    ActivityId granted = program.record("slip", adjustment(0, 7));
    program.tell(granted, new Retraction(CALL_ENDS_AT, "grace", "a slip"));

    JsonNode activities = api.get("ada", "/activities").body().get("activities");

    assertThat(activities.findValuesAsText("id"))
        .containsExactly("calcom:booked", "adjustment:slip");
    assertThat(activities.findValuesAsText("state")).containsExactly("BOOKED", "RETRACTED");
    assertThat(activities.findValuesAsText("points")).containsExactly("100", "0");
    assertThat(activities.findValuesAsText("people")).containsExactly("1", "0");
    assertThat(activities.get(1).get("reason").textValue()).contains("a slip");
  }

  /// As the activity itself is shown; the show's settlement divides the sum.
  @Test
  void A_part_of_a_shows_meeting_is_rounded_down() {
    program.partner("acme", "acme.example");
    program.show(CalendarFacts.IBC, CalendarFacts.BOOTH);
    List<String> people = List.of("dora", "eve", "finn");
    people.forEach(who -> program.member(who, "acme", who + "@acme.example"));
    for (String meeting : List.of("one", "two")) {
      program.tell(
          ActivityId.calcom(meeting),
          CalendarFacts.boothMeeting("dora@acme.example", "eve@acme.example", "finn@acme.example"));
    }

    for (String who : people) {
      assertThat(api.get(who, "/activities").body().get("activities").findValuesAsText("points"))
          .containsExactly("166", "166");
    }
  }

  @Test
  void Pages_follow_each_other_newest_first() {
    List<String> newestFirst =
        IntStream.range(0, 120)
            .mapToObj(n -> program.record("a-" + n, adjustment(n, 1 + n)).value())
            .toList()
            .reversed();

    var pages = new ArrayList<List<String>>();
    Optional<String> cursor = Optional.empty();
    do {
      HttpCall call = MemberApi.by("ada", "GET", PATH);
      cursor.ifPresent(next -> call.query("cursor", next));
      JsonNode body = api.send(call).body();
      pages.add(body.get("activities").findValuesAsText("id"));
      cursor = Optional.ofNullable(body.get("next").textValue());
    } while (cursor.isPresent());

    assertThat(pages).extracting(List::size).containsExactly(50, 50, 20);
    assertThat(pages.stream().flatMap(List::stream)).containsExactlyElementsOf(newestFirst);
  }

  @Test
  void A_full_page_that_is_the_last_has_no_next() {
    IntStream.range(0, 50).forEach(n -> program.record("a-" + n, adjustment(n, 1)));

    JsonNode body = api.get("ada", "/activities").body();

    assertThat(body.get("activities")).hasSize(50);
    assertThat(body.get("next").isNull()).isTrue();
  }

  @Test
  void What_happens_between_two_pages_moves_nothing_on_the_second() {
    IntStream.range(0, 60).forEach(n -> program.record("a-" + n, adjustment(n, 1)));
    String next = api.get("ada", "/activities").body().get("next").textValue();
    program.record("newer", adjustment(1000, 1));

    JsonNode second = api.send(MemberApi.by("ada", "GET", PATH).query("cursor", next)).body();

    assertThat(second.get("activities").findValuesAsText("id"))
        .hasSize(10)
        .startsWith("adjustment:a-9");
  }

  @Test
  void What_is_no_cursor_is_refused() {
    HttpAnswer answer = api.send(MemberApi.by("ada", "GET", PATH).query("cursor", "page 2"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations())
        .containsExactly("cursor: must be the next value of the previous page");
  }

  @Test
  void The_list_is_the_members_own_and_administrators() {
    program.member("ben", null, "ben@acme.example");
    program.record("a", adjustment(0, 7));

    HttpAnswer own = api.get("ada", "/activities");

    assertThat(own.status()).isEqualTo(200);
    assertThat(api.send(HttpCall.of("GET", PATH)).body()).isEqualTo(own.body());
    assertThat(api.send(MemberApi.by("ben", "GET", PATH)).status()).isEqualTo(403);
    assertThat(api.send(MemberApi.by("stranger", "GET", PATH)).status()).isEqualTo(403);
    assertThat(api.send(MemberApi.by("ben", "GET", "/v1/members/none/activities")).status())
        .isEqualTo(403);
    assertThat(api.send(HttpCall.of("GET", "/v1/members/none/activities")).status()).isEqualTo(404);
    assertThat(api.get("ben", "/activities").body().get("activities")).isEmpty();
  }

  private static Member named(String id, String name, String email) {
    return new Member(
        id,
        name,
        List.of(email),
        List.of(),
        List.of(),
        Optional.of("acme"),
        LocalDate.parse("2023-04-12"),
        true,
        Map.of());
  }

  /// @param minutes later than the others
  private static Recorded adjustment(int minutes, long points) {
    Instant at = Instant.parse("2026-03-01T10:00:00Z").plusSeconds(60L * minutes);
    return new Recorded(at, "grace", at, new Adjustment("ada", points, "a correction"));
  }

  private static Booked videoCall(String... attendees) {
    Instant bookedAt = CALL_ENDS_AT.minus(Duration.ofDays(20));
    return new Booked(
        bookedAt,
        new Booking(
            Optional.of(Booking.Medium.VIDEO_CALL),
            Optional.empty(),
            bookedAt,
            CALL_ENDS_AT.minusSeconds(1800),
            CALL_ENDS_AT,
            Optional.of(Identity.of("mailto:host@skyline.be")),
            List.of(),
            Optional.of(Identity.of("mailto:" + attendees[0])),
            Stream.of(attendees).map(address -> Identity.of("mailto:" + address)).toList(),
            Optional.empty(),
            "digest"));
  }
}
