package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.MeetingFact.Rejected;
import services.dataminer.points.program.fixture.MeetingStory;
import services.dataminer.points.program.fixture.People;

@DisplayName("What the assessment of a meeting depends on")
class MeetingViewTest {

  private static final Instant BOOKED_AT = Instant.parse("2026-09-01T10:00:00Z");
  private static final Booking BOOKING =
      MeetingStory.anyBoothMeeting().inviting(People.ada(), People.ben()).booking();

  private static MeetingView view(MeetingFact... more) {
    return MeetingView.of(
        Meeting.of(ActivityId.calcom("a"), List.of(new Booked(BOOKED_AT, BOOKING)))
            .with(List.of(more)));
  }

  @Test
  @DisplayName("is when, where and with whom it is, before and after it takes place")
  void standing() {
    MeetingView upcoming = view();
    MeetingView over = view(new Ended(BOOKING.endsAt()));

    assertThat(upcoming.times())
        .hasValue(new MeetingView.Times(BOOKING.startsAt(), BOOKING.endsAt()));
    assertThat(upcoming.place()).hasValue(BOOKING.place());
    assertThat(upcoming.booth()).isEqualTo(BOOKING.booth());
    assertThat(upcoming.expected()).isEqualTo(BOOKING.expected());
    assertThat(upcoming.booker()).isEqualTo(BOOKING.booker());
    assertThat(over).isNotEqualTo(upcoming);
    assertThat(over.times()).isEqualTo(upcoming.times());
  }

  @Test
  @DisplayName("is who was absent, of those expected alone")
  void absent() {
    Identity ada = People.ada().identity();

    assertThat(view(new Attendance(BOOKED_AT, ada, true)).absent()).containsExactly(ada);
    assertThat(view(new Attendance(BOOKED_AT, new Pseudonym("stranger"), true))).isEqualTo(view());
  }

  @Test
  @DisplayName("is only how it was called off, once it was")
  void calledOff() {
    MeetingView cancelled = view(new Cancelled(BOOKED_AT.plusSeconds(60)));

    assertThat(cancelled.times()).isEmpty();
    assertThat(cancelled.expected()).isEmpty();
    assertThat(cancelled).isEqualTo(view(new Cancelled(BOOKED_AT.plusSeconds(90))));
    assertThat(cancelled).isNotEqualTo(view(new Rejected(BOOKED_AT.plusSeconds(60))));
  }

  @Test
  @DisplayName("is not at a show by name if it is a call, though its event type may be a booth's")
  void booth() {
    Booth named = new Booth.NamedShow("ibc-2026");
    Booth eventType = new Booth.EventType(7);

    assertThat(named.fits(Optional.of(Booking.Medium.IN_PERSON))).isTrue();
    assertThat(named.fits(Optional.empty())).isTrue();
    assertThat(named.fits(Optional.of(Booking.Medium.VIDEO_CALL))).isFalse();
    assertThat(eventType.fits(Optional.of(Booking.Medium.VIDEO_CALL))).isTrue();
  }
}
