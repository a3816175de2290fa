package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.admin.CalendarFacts.atBooth;
import static services.dataminer.points.functions.admin.CalendarFacts.ended;
import static services.dataminer.points.functions.admin.CalendarFacts.id;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordingMessageQueues.Sent;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.program.award.ActivityState;

/// What a show concerns is reassessed when the show is entered or changed.
@WholeSuite
class ShowChangeTest {

  private static final String IBC =
      """
      {"name":"IBC 2026","startsOn":"2026-09-11","endsOn":"2026-09-14",
       "timeZone":"Europe/Amsterdam","calendarEventTypes":[1131]}
      """;
  private static final String NIGHT = "2026-09-15T01:00:00Z";

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void directory() {
    api.program.partner("acme", "acme.example");
    api.program.member("ada", "acme", "ada@acme.example");
  }

  private void meeting(String uid, String startsAt) {
    api.program.tell(
        id(uid),
        atBooth(startsAt, "ada@acme.example"),
        ended(Instant.parse(startsAt).plusSeconds(1800).toString()));
  }

  private ActivityState state(String uid) {
    return api.program.view(id(uid)).state();
  }

  private static Sent again(String uid, ReassessmentScope again) {
    return new Sent(QueueName.EXHIBITION_MEETING, MeetingMessage.reassess(id(uid), again));
  }

  @Test
  void Meetings_blocked_by_a_show_are_assessed_when_it_is_entered() {
    meeting("early", "2026-09-12T10:00:00Z");
    assertThat(state("early")).isEqualTo(ActivityState.REFUSED);

    api.put("/v1/shows/ibc-2026", IBC);

    assertThat(api.queues.take()).containsExactly(again("early", ReassessmentScope.MISSING));
    api.put("/v1/shows/ibc-2026", IBC);
    api.work();
    assertThat(state("early")).isEqualTo(ActivityState.AWAITING_SHOW);
  }

  @Test
  void A_preview_has_nothing_assessed() {
    meeting("early", "2026-09-12T10:00:00Z");
    var call = HttpCall.of("PUT", "/v1/shows/ibc-2026").json(IBC);

    assertThat(api.send(call.query("preview", "true")).status()).isEqualTo(201);

    assertThat(api.queues.take()).isEmpty();
  }

  @Test
  void Meetings_of_a_show_are_reassessed_when_its_days_change() {
    api.put("/v1/shows/ibc-2026", IBC);
    meeting("first", "2026-09-11T10:00:00Z");
    meeting("last", "2026-09-14T10:00:00Z");

    api.put("/v1/shows/ibc-2026", IBC.replace("09-11", "09-12"));

    assertThat(api.queues.take())
        .containsExactlyInAnyOrder(
            again("first", ReassessmentScope.VENUE), again("last", ReassessmentScope.VENUE));
    api.put("/v1/shows/ibc-2026", IBC.replace("09-11", "09-12"));
    api.work();
    assertThat(state("first")).isEqualTo(ActivityState.REFUSED);
    assertThat(state("last")).isEqualTo(ActivityState.AWAITING_SHOW);

    api.put("/v1/shows/ibc-2026", IBC);
    api.work();
    assertThat(state("first")).isEqualTo(ActivityState.AWAITING_SHOW);
  }

  @Test
  void The_same_call_again_makes_up_for_a_queue_that_was_down() {
    api.put("/v1/shows/ibc-2026", IBC);
    meeting("first", "2026-09-11T10:00:00Z");
    meeting("last", "2026-09-14T10:00:00Z");
    String shorter = IBC.replace("09-11", "09-12");
    api.queues.breakAfter(1);
    assertThat(api.put("/v1/shows/ibc-2026", shorter).status()).isEqualTo(503);
    api.queues.mend();
    api.queues.take();

    assertThat(api.put("/v1/shows/ibc-2026", shorter).status()).isEqualTo(200);
    api.work();

    assertThat(state("first")).isEqualTo(ActivityState.REFUSED);
    assertThat(state("last")).isEqualTo(ActivityState.AWAITING_SHOW);
  }

  @Test
  void The_days_of_a_settled_show_are_fixed() {
    api.put("/v1/shows/ibc-2026", IBC);
    meeting("booth", "2026-09-12T10:00:00Z");
    api.program.night(NIGHT);

    HttpAnswer refused = api.put("/v1/shows/ibc-2026", IBC.replace("09-14", "09-15"));
    HttpAnswer elsewhere = api.put("/v1/shows/ibc-2026", IBC.replace("Amsterdam", "London"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.violations())
        .containsExactly(
            "startsOn: cannot change, nor can endsOn and timeZone: the show is settled");
    assertThat(elsewhere.status()).isEqualTo(409);
    assertThat(api.get("/v1/shows/ibc-2026").body().get("endsOn").textValue())
        .isEqualTo("2026-09-14");
  }

  @Test
  void The_meetings_of_a_settled_show_are_left_alone() {
    api.put("/v1/shows/ibc-2026", IBC);
    meeting("booth", "2026-09-12T10:00:00Z");
    api.program.night(NIGHT);

    HttpAnswer renamed = api.put("/v1/shows/ibc-2026", IBC.replace("IBC 2026", "IBC"));

    assertThat(renamed.status()).isEqualTo(200);
    assertThat(api.queues.take()).isEmpty();
  }

  @Test
  void A_settled_show_still_takes_in_meetings_that_waited_for_an_event_type() {
    api.put("/v1/shows/ibc-2026", IBC.replace("[1131]", "[7]"));
    meeting("late", "2026-09-12T10:00:00Z");
    assertThat(state("late")).isEqualTo(ActivityState.REFUSED);
    api.program.night(NIGHT);

    api.put("/v1/shows/ibc-2026", IBC.replace("[1131]", "[7,1131]"));
    api.work();

    assertThat(state("late")).isEqualTo(ActivityState.AWAITING_SHOW);
  }
}
