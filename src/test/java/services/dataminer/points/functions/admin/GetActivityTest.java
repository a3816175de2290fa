package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;
import static services.dataminer.points.functions.admin.CalendarFacts.atBooth;
import static services.dataminer.points.functions.admin.CalendarFacts.ended;
import static services.dataminer.points.functions.admin.CalendarFacts.id;
import static services.dataminer.points.functions.admin.CalendarFacts.noShow;
import static services.dataminer.points.functions.admin.CalendarFacts.onVideo;
import static services.dataminer.points.functions.admin.CalendarFacts.repeated;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.program.activity.MeetingFact;

@WholeSuite
class GetActivityTest {

  private static final String START = "2026-09-12T10:00:00Z";

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void directory() {
    api.program.partner("acme", "acme.example");
    api.program.member("ada", "acme", "ada@acme.example");
    api.program.show(CalendarFacts.IBC, CalendarFacts.IBC_EVENT_TYPE);
  }

  private JsonNode told(String activityId) {
    return api.get("/v1/activities/" + activityId).body();
  }

  @Test
  void A_settled_meeting_tells_what_it_is_what_it_paid_and_why() {
    var booked = atBooth(START, "ada@acme.example", "ben@acme.example");
    api.program.tell(id("booth"), booked, repeated(booked), ended("2026-09-12T10:30:00Z"));
    api.program.night("2026-09-15T01:00:00Z");

    assertThat(told("calcom:booth"))
        .isEqualTo(
            json(
                """
                {"id":"calcom:booth","kind":"exhibition-meeting","state":"GRANTED",
                 "occurredAt":"2026-09-12T10:30:00Z","settledBy":"show:ibc-2026:acme",
                 "decision":{"rules":"2023-03-28",
                   "reason":"500 points divided among 2 attendees","total":500,
                   "shares":[
                     {"memberId":"ada","points":250,"exact":"250"},
                     {"identity":"mailto:ben@acme.example","points":250,"exact":"250",
                      "unclaimed":true}]},
                 "people":[
                   {"role":"SKYLINE","domain":"skyline.be"},
                   {"role":"PARTNER","memberId":"ada","partnerId":"acme"},
                   {"role":"PARTNER","identity":"mailto:ben@acme.example","partnerId":"acme"}],
                 "facts":[{"what":"BOOKED","at":"2026-08-20T09:15:00Z"},
                          {"what":"ENDED","at":"2026-09-12T10:30:00Z"}]}
                """));
  }

  @Test
  void Parts_of_a_shows_meeting_are_rounded_down_and_the_shows_shares_add_up() {
    for (int i = 0; i < 2; i++) {
      api.program.tell(
          id("booth" + i),
          atBooth(START, "ada@acme.example", "ben@acme.example", "cem@acme.example"),
          ended("2026-09-12T10:30:00Z"));
    }
    api.program.night("2026-09-15T01:00:00Z");

    JsonNode meeting = told("calcom:booth0").get("decision");
    assertThat(meeting.get("total").longValue()).isEqualTo(500);
    assertThat(meeting.get("shares"))
        .hasSize(3)
        .allSatisfy(
            share -> {
              assertThat(share.get("points").longValue()).isEqualTo(166);
              assertThat(share.get("exact").textValue()).isEqualTo("500/3");
            });

    JsonNode show = told("show:ibc-2026:acme");
    assertThat(show.get("kind").textValue()).isEqualTo("show");
    assertThat(show.get("state").textValue()).isEqualTo("GRANTED");
    assertThat(show.get("occurredAt").textValue()).isEqualTo("2026-09-14T21:59:59Z");
    assertThat(show.has("settledBy")).isFalse();
    assertThat(show.get("facts")).isEmpty();
    assertThat(show.get("decision").get("total").longValue()).isEqualTo(1000);
    assertThat(
            StreamSupport.stream(show.get("decision").get("shares").spliterator(), false)
                .map(share -> share.get("points").longValue()))
        .containsExactlyInAnyOrder(333L, 333L, 334L);
  }

  @Test
  void A_share_that_waited_is_the_members_once_claimed() {
    api.program.tell(
        id("call"),
        onVideo("2026-08-30T10:00:00Z", "ada@acme.example", "ben@acme.example", "c@customer.be"),
        ended("2026-08-30T10:30:00Z"));
    api.program.member("ben", "acme", "ben@acme.example");

    JsonNode call = told("calcom:call");

    assertThat(call.get("kind").textValue()).isEqualTo("virtual-meeting");
    assertThat(call.get("decision").get("shares"))
        .contains(json("{\"memberId\":\"ben\",\"points\":50,\"exact\":\"50\"}"));
  }

  @Test
  void A_refusal_says_why_and_shares_nothing() {
    api.program.tell(
        id("alone"),
        onVideo("2026-08-30T10:00:00Z", "ada@acme.example"),
        ended("2026-08-30T10:30:00Z"));

    JsonNode decision = told("calcom:alone").get("decision");

    assertThat(told("calcom:alone").get("state").textValue()).isEqualTo("REFUSED");
    assertThat(decision.get("rules").textValue()).isEqualTo("2023-03-28");
    assertThat(decision.get("reason").textValue()).contains("customer");
    assertThat(decision.get("total").longValue()).isZero();
    assertThat(decision.get("shares")).isEmpty();
    assertThat(told("calcom:alone").get("people").findValuesAsText("role"))
        .containsExactly("SKYLINE", "PARTNER");
  }

  @Test
  void Marks_tell_whom_they_are_about_and_facts_come_in_the_order_of_time() {
    api.program.tell(
        id("booth"),
        noShow("2026-09-12T11:00:00Z", "ben@acme.example"),
        ended("2026-09-12T10:30:00Z"),
        new MeetingFact.ScheduledFirst(Instant.parse("2026-08-01T08:00:00Z")),
        atBooth(START, "ada@acme.example", "ben@acme.example"));

    assertThat(told("calcom:booth").get("facts"))
        .isEqualTo(
            json(
                """
                [{"what":"SCHEDULED_FIRST","at":"2026-08-01T08:00:00Z"},
                 {"what":"BOOKED","at":"2026-08-20T09:15:00Z"},
                 {"what":"ENDED","at":"2026-09-12T10:30:00Z"},
                 {"what":"ATTENDANCE","at":"2026-09-12T11:00:00Z",
                  "who":"mailto:ben@acme.example","absent":true}]
                """));
  }

  @Test
  void A_meeting_of_which_only_a_mark_is_known_tells_no_pseudonym() {
    api.program.tell(id("unheard"), noShow("2026-09-12T11:00:00Z", "ben@acme.example"));

    assertThat(told("calcom:unheard"))
        .isEqualTo(
            json(
                """
                {"id":"calcom:unheard","state":"BOOKED",
                 "decision":{"reason":"the booking is not known yet, only what happened to it",
                             "total":0,"shares":[]},
                 "facts":[{"what":"ATTENDANCE","at":"2026-09-12T11:00:00Z","absent":true}]}
                """));
  }

  @Test
  void A_moved_meeting_names_its_successor() {
    api.program.tell(
        id("old"),
        atBooth(START, "ada@acme.example"),
        new MeetingFact.Rescheduled(Instant.parse("2026-08-25T08:00:00Z"), id("new")));

    assertThat(told("calcom:old").get("state").textValue()).isEqualTo("CANCELLED");
    assertThat(told("calcom:old").get("facts").get(1))
        .isEqualTo(
            json(
                """
                {"what":"RESCHEDULED","at":"2026-08-25T08:00:00Z","successor":"calcom:new"}
                """));
  }

  @Test
  void A_report_of_an_ending_is_told_where_it_is_the_only_word_of_the_booking() {
    var booked = atBooth(START, "ada@acme.example");
    api.program.tell(id("booth"), repeated(booked), ended("2026-09-12T10:30:00Z"));

    assertThat(told("calcom:booth").get("facts").get(0).get("what").textValue())
        .isEqualTo("BOOKED_AS_ENDED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calcom:unknown",
        "show:ibc-2026:acme",
        "nonsense",
        "calcom:a b",
        ":",
        "calcom:a#b"
      })
  void What_is_not_known_or_cannot_be_is_not_found(String activityId) {
    assertThat(api.get("/v1/activities/" + activityId).status()).isEqualTo(404);
  }
}
