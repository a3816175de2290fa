package services.dataminer.points.program.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.program.fixture.MeetingStory.anyBoothMeeting;
import static services.dataminer.points.program.fixture.Shows.show;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.program.activity.MeetingFact.ScheduledFirst;
import services.dataminer.points.program.activity.MeetingFact.SeatScheduledFirst;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.award.Decision.Deferred;
import services.dataminer.points.program.award.Decision.Refused;
import services.dataminer.points.program.fixture.MeetingStory;
import services.dataminer.points.program.fixture.Outcome;
import services.dataminer.points.program.fixture.People;

@DisplayName("A meeting at a booth")
class ExhibitionScheduleTest {

  @ParameterizedTest
  @DisplayName("is officially scheduled before 00:00 of the show's first day where the show is")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          ZONE                | FIRST DAY  | SCHEDULED AT             | COUNTS
          Europe/Amsterdam    | 2026-09-11 | 2026-09-10T21:59:59.999Z | true
          Europe/Amsterdam    | 2026-09-11 | 2026-09-10T22:00:00Z     | false
          Europe/Amsterdam    | 2026-09-11 | 2026-09-11T08:00:00Z     | false
          America/Los_Angeles | 2026-09-11 | 2026-09-11T06:59:59Z     | true
          America/Los_Angeles | 2026-09-11 | 2026-09-11T07:00:00Z     | false
          Australia/Sydney    | 2026-09-11 | 2026-09-10T13:59:59Z     | true
          Australia/Sydney    | 2026-09-11 | 2026-09-10T14:00:00Z     | false
          Europe/Brussels     | 2026-03-29 | 2026-03-28T22:59:59Z     | true
          Europe/Brussels     | 2026-03-29 | 2026-03-28T23:00:00Z     | false
          Europe/Brussels     | 2026-03-30 | 2026-03-29T21:59:59Z     | true
          Europe/Brussels     | 2026-03-30 | 2026-03-29T22:00:00Z     | false
          Europe/Brussels     | 2026-10-26 | 2026-10-25T22:59:59Z     | true
          Europe/Brussels     | 2026-10-26 | 2026-10-25T23:00:00Z     | false
          """)
  void scheduledBefore(String zone, String firstDay, String scheduledAt, boolean counts) {
    Show show = show("show", "The Show", firstDay, firstDay, zone);
    MeetingStory story =
        anyBoothMeeting()
            .at(show)
            .startsAt(show.opensAt().plusSeconds(36_000).toString())
            .scheduledAt(scheduledAt);

    Decision decision = story.assessed();

    if (counts) {
      assertThat(decision).isInstanceOf(Deferred.class);
    } else {
      assertThat(Outcome.of(decision))
          .isEqualTo(
              "refused: booked on %s at %s, not before the show The Show opened on %s (times of %s)"
                  .formatted(
                      firstDay,
                      LocalTime.ofInstant(Instant.parse(scheduledAt), ZoneId.of(zone)),
                      firstDay,
                      zone));
    }
  }

  @Test
  @DisplayName("keeps the time at which it was first scheduled when it is rescheduled")
  void rescheduled() {
    MeetingStory late = anyBoothMeeting().scheduledAt("2026-09-11T09:00:00Z");
    assertThat(late.assessed()).isInstanceOf(Refused.class);

    late.and(new ScheduledFirst(Instant.parse("2026-08-01T09:00:00Z")));

    assertThat(Outcome.of(late.assessed())).isEqualTo("after the show: ada 250, ben 250");
  }

  @Test
  @DisplayName("profits from a seat that was moved to it only while its holder is there")
  void seatMovedHere() {
    MeetingStory late =
        anyBoothMeeting()
            .scheduledAt("2026-09-11T09:00:00Z")
            .and(
                new SeatScheduledFirst(
                    Instant.parse("2026-08-01T09:00:00Z"), People.ada().identity()));
    assertThat(Outcome.of(late.assessed())).isEqualTo("after the show: ada 250, ben 250");

    late.absent(People.ada());

    assertThat(late.assessed()).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @DisplayName("starts on a day of the show where the show is")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          STARTS AT            | OUTCOME
          2026-09-10T21:59:59Z | refused: in-person meeting, but no show uses this booth that day
          2026-09-10T22:00:00Z | after the show: ada 250, ben 250
          2026-09-14T21:59:59Z | after the show: ada 250, ben 250
          2026-09-14T22:00:00Z | refused: in-person meeting, but no show uses this booth that day
          """)
  void onADay(String startsAt, String outcome) {
    assertThat(Outcome.of(anyBoothMeeting().startsAt(startsAt).assessed())).isEqualTo(outcome);
  }

  @ParameterizedTest
  @DisplayName(
      "is assessed by the rules of the show's last day, and by none before the program began")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          LAST DAY   | ZONE             | OUTCOME
          2023-03-27 | Europe/Brussels  | refused: earned on 2023-03-27, before the program began on 2023-03-28
          2023-03-28 | Europe/Brussels  | after the show: ada 250, ben 250
          2023-03-27 | Pacific/Honolulu | refused: earned on 2023-03-27, before the program began on 2023-03-28
          2023-03-28 | Asia/Tokyo       | after the show: ada 250, ben 250
          """)
  void programBegan(LocalDate lastDay, String zone, String outcome) {
    Show show = show("s", "S", lastDay.minusDays(2).toString(), lastDay.toString(), zone);
    MeetingStory story =
        anyBoothMeeting()
            .at(show)
            .scheduledAt("2023-01-10T09:00:00Z")
            .startsAt(show.opensAt().plusSeconds(36_000).toString());

    assertThat(Outcome.of(story.assessed())).isEqualTo(outcome);
  }
}
