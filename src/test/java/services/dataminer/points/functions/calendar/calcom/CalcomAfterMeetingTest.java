package services.dataminer.points.functions.calendar.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.functions.calendar.Fixture;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.MeetingState;

@DisplayName("An ending that Cal.com reports")
class CalcomAfterMeetingTest {

  private static final ActivityId MEETING = ActivityId.calcom("cZQK3kWm7YtVb2");
  private static final Instant ENDS_AT = Instant.parse("2026-09-12T10:30:00Z");

  @Test
  @DisplayName("says that the booking stands and is over, where it does not say when it was booked")
  void undated() {
    assertThat(outcome(undatedEnding()))
        .isEqualTo(
            WebhookOutcome.reported(
                MEETING,
                Optional.of(Medium.VIDEO_CALL),
                List.of(new MeetingFact.Confirmed(ENDS_AT), new MeetingFact.Ended(ENDS_AT))));
  }

  @Test
  @DisplayName("shows of each meeting in a series that its host confirmed the request")
  void confirmedSeries() {
    ObjectNode request = Fixture.body("created").put("triggerEvent", "BOOKING_REQUESTED");

    Meeting meeting = Meeting.of(MEETING, facts(request)).with(facts(undatedEnding()));

    assertThat(meeting.state()).isInstanceOf(MeetingState.Over.class);
    assertThat(meeting.firstScheduledAt()).contains(Instant.parse("2026-08-20T09:15:00Z"));
  }

  @Test
  @DisplayName("shows nothing of a booking that is not known otherwise, and revives none")
  void undatedAlone() {
    ObjectNode cancelled = Fixture.body("created").put("triggerEvent", "BOOKING_CANCELLED");

    Meeting alone = Meeting.of(MEETING, facts(undatedEnding()));

    assertThat(alone.state()).isInstanceOf(MeetingState.Unknown.class);
    assertThat(alone.with(facts(cancelled)).state())
        .isInstanceOf(MeetingState.NotTakingPlace.class);
  }

  @Test
  @DisplayName("confirms a booking where it has no status, and none that it calls pending")
  void status() {
    ObjectNode ending = Fixture.body("ended-flat");
    ObjectNode pending = Fixture.body("ended-flat").put("status", "PENDING");
    ending.remove("status");

    assertThat(facts(ending)).anyMatch(MeetingFact.Confirmed.class::isInstance);
    assertThat(facts(pending)).noneMatch(MeetingFact.Confirmed.class::isInstance);
  }

  /// As Cal.com selects the fields of a booking that its host confirms.
  private static ObjectNode undatedEnding() {
    return (ObjectNode)
        Fixture.json(
            """
            {"triggerEvent":"MEETING_ENDED",
             "eventType":{"slug":"call","bookingFields":null,"schedulingType":null,
               "owner":{"hideBranding":false},"hosts":[]},
             "uid":"cZQK3kWm7YtVb2","id":78,"location":"integrations:daily","description":null,
             "startTime":"2026-09-12T10:00:00.000Z","endTime":"2026-09-12T10:30:00.000Z",
             "metadata":{"videoCallUrl":"https://app.cal.example/video/x"},"customInputs":{},
             "attendees":[{"id":1,"email":"ada@acme.example","noShow":false}]}
            """);
  }

  private static List<MeetingFact> facts(ObjectNode body) {
    return Stream.of(outcome(body))
        .map(WebhookOutcome.Reported.class::cast)
        .flatMap(reported -> reported.reports().stream())
        .flatMap(report -> report.facts().stream())
        .toList();
  }

  private static WebhookOutcome outcome(ObjectNode body) {
    return CalcomWebhook.outcome(body, Fixture.DELIVERY, false);
  }
}
