package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;
import static services.dataminer.points.functions.admin.CalendarFacts.atBooth;
import static services.dataminer.points.functions.admin.CalendarFacts.ended;
import static services.dataminer.points.functions.admin.CalendarFacts.id;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.program.activity.MeetingFact;

@WholeSuite
class ListShowMeetingsTest {

  private static final String PATH = "/v1/shows/ibc-2026/meetings";

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void directory() {
    api.program.partner("acme", "acme.example");
    api.program.member("ada", "acme", "ada@acme.example");
    api.program.show(CalendarFacts.IBC, CalendarFacts.IBC_EVENT_TYPE);
  }

  @Test
  void A_show_without_meetings_has_an_empty_list() {
    assertThat(api.get(PATH).body()).isEqualTo(json("{\"meetings\":[],\"next\":null}"));
  }

  @Test
  void An_unknown_show_is_not_found() {
    assertThat(api.get("/v1/shows/nab-2026/meetings").status()).isEqualTo(404);
  }

  @Test
  void A_meeting_is_told_before_and_after_its_settlement() {
    api.program.tell(
        id("booth"),
        atBooth("2026-09-12T10:00:00Z", "ada@acme.example", "ben@acme.example", "cem@acme.example"),
        ended("2026-09-12T10:40:00Z"));

    assertThat(api.get(PATH).body())
        .isEqualTo(
            json(
                """
                {"meetings":[{"id":"calcom:booth","partnerId":"acme","state":"AWAITING_SHOW",
                  "startsAt":"2026-09-12T10:00:00Z","occurredAt":"2026-09-12T10:30:00Z",
                  "points":500,"people":3,
                  "reason":"500 points divided among 3 attendees; granted after the show \
                IBC 2026 ends on 2026-09-14"}],
                 "next":null}
                """));

    api.program.night("2026-09-15T01:00:00Z");
    assertThat(only().get("state").textValue()).isEqualTo("GRANTED");

    api.program.tell(id("booth"), new MeetingFact.Cancelled(CalendarFacts.BOOKED_AT));
    assertThat(only().get("state").textValue()).isEqualTo("CANCELLED");
    assertThat(only().get("points").longValue()).isZero();
    assertThat(only().get("people").intValue()).isZero();
  }

  private JsonNode only() {
    JsonNode meetings = api.get(PATH).body().get("meetings");
    assertThat(meetings).hasSize(1);
    return meetings.get(0);
  }

  @Test
  void A_meeting_that_is_no_ones_award_has_no_partner() {
    api.program.tell(id("visit"), atBooth("2026-09-12T10:00:00Z", "carla@customer.example"));

    assertThat(only().get("partnerId").isNull()).isTrue();
    assertThat(only().get("state").textValue()).isEqualTo("REFUSED");
  }

  @Test
  void Many_meetings_come_in_pages_each_once() {
    List<String> people = List.of("ada@acme.example", "bob@bolt.example", "cleo@corp.example");
    api.program.partner("bolt", "bolt.example");
    api.program.partner("corp", "corp.example");
    for (int i = 0; i < 201; i++) {
      api.program.tell(
          id("m%03d".formatted(i)), atBooth("2026-09-12T10:00:00Z", people.get(i % 3)));
    }

    var sizes = new ArrayList<Integer>();
    var ids = new ArrayList<String>();
    var partners = new ArrayList<String>();
    JsonNode page = api.get(PATH).body();
    while (true) {
      sizes.add(page.get("meetings").size());
      page.get("meetings").forEach(meeting -> ids.add(meeting.get("id").textValue()));
      page.get("meetings").forEach(meeting -> partners.add(meeting.get("partnerId").textValue()));
      if (page.get("next").isNull()) {
        break;
      }
      page =
          api.send(HttpCall.of("GET", PATH).query("cursor", page.get("next").textValue())).body();
    }

    assertThat(sizes).containsExactly(100, 100, 1);
    assertThat(ids).doesNotHaveDuplicates().hasSize(201).contains("calcom:m000", "calcom:m200");
    assertThat(String.join(" ", partners)).matches("((\\w+)( \\2){66} ?){3}");
  }

  @Test
  void A_full_last_page_has_no_next() {
    for (int i = 0; i < 100; i++) {
      api.program.tell(id("m" + i), atBooth("2026-09-12T10:00:00Z", "ada@acme.example"));
    }

    assertThat(api.get(PATH).body().get("meetings")).hasSize(100);
    assertThat(api.get(PATH).body().get("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MEETING#", "%%%", "SHOW", "WAITING#calcom:a", "ENTRY#x"})
  void A_cursor_of_something_else_is_refused(String place) {
    String encoded = Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));

    for (String cursor : List.of(place, place.startsWith("MEETING#") ? "!" : encoded)) {
      HttpAnswer answer = api.send(HttpCall.of("GET", PATH).query("cursor", cursor));

      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.violations())
          .containsExactly("cursor: must be the next value of the previous page");
    }
  }
}
