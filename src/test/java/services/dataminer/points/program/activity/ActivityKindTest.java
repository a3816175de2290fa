package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.program.activity.ActivityKind.Family;
import services.dataminer.points.program.fixture.MeetingStory;

@DisplayName("Kinds of activities")
class ActivityKindTest {

  @Test
  @DisplayName("register each basis of a recorded award, once")
  void bases() {
    var registered =
        Stream.of(ActivityKind.values()).flatMap(kind -> kind.basis().stream()).toList();

    assertThat(registered)
        .extracting(Class::getName)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(AwardBasis.class.getPermittedSubclasses()).map(Class::getName).toList());
  }

  @Test
  @DisplayName("have a basis if, and only if, administrators record them")
  void families() {
    assertThat(ActivityKind.values())
        .allSatisfy(
            kind ->
                assertThat(kind.basis().isPresent())
                    .isEqualTo(kind.family() == Family.RECORDED_AWARD));
  }

  @Test
  @DisplayName("follow from where a meeting is held, once that is known")
  void meetings() {
    ActivityId id = ActivityId.calcom("a");
    Instant at = Instant.parse("2026-09-01T10:00:00Z");

    assertThat(ActivityKind.of(Meeting.of(id, List.of()))).isEqualTo(ActivityKind.MEETING);
    assertThat(
            ActivityKind.of(
                Meeting.of(
                    id,
                    List.of(new MeetingFact.Booked(at, MeetingStory.anyVideoCall().booking())))))
        .isEqualTo(ActivityKind.VIRTUAL_MEETING);
    assertThat(
            ActivityKind.of(
                Meeting.of(
                    id,
                    List.of(new MeetingFact.Booked(at, MeetingStory.anyBoothMeeting().booking())))))
        .isEqualTo(ActivityKind.EXHIBITION_MEETING);
  }
}
