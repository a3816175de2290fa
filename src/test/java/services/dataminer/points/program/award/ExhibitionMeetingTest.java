package services.dataminer.points.program.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.program.fixture.MeetingStory.anyBoothMeeting;
import static services.dataminer.points.program.fixture.People.ada;
import static services.dataminer.points.program.fixture.People.ben;
import static services.dataminer.points.program.fixture.People.cleo;
import static services.dataminer.points.program.fixture.People.named;
import static services.dataminer.points.program.fixture.People.sam;
import static services.dataminer.points.program.fixture.Shows.ibc;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.Venue;
import services.dataminer.points.program.award.Decision.Deferred;
import services.dataminer.points.program.award.Decision.Refused;
import services.dataminer.points.program.award.Decision.Until;
import services.dataminer.points.program.fixture.MeetingStory;
import services.dataminer.points.program.fixture.Outcome;

@DisplayName("A meeting at Skyline's booth during a show")
class ExhibitionMeetingTest {

  @Test
  @DisplayName("pays 500 points, divided among the partner's people, after the show")
  void pays() {
    Decision decision = anyBoothMeeting().assessed();

    assertThat(Outcome.of(decision)).isEqualTo("after the show: ada 250, ben 250");
    assertThat(decision.reason())
        .isEqualTo(
            "500 points divided among 2 attendees;"
                + " granted after the show IBC 2026 ends on 2026-09-14");
    Award award = ((Deferred) decision).expected();
    assertThat(award.total()).isEqualTo(500);
    assertThat(award.people()).isEqualTo(2);
    assertThat(award.edition()).isEqualTo("2023-03-28");
    assertThat(award.earnedOn()).isEqualTo("2026-09-14");
    assertThat(award.at()).isEqualTo("2026-09-14T21:59:59Z");
  }

  @Test
  @DisplayName("is only expected to pay until its end has passed")
  void notOver() {
    Decision decision = anyBoothMeeting().notOver().assessed();

    assertThat(((Deferred) decision).until()).isEqualTo(Until.END);
    assertThat(decision.reason())
        .isEqualTo(
            "500 points divided among 2 attendees, if the meeting takes place;"
                + " granted after the show IBC 2026 ends on 2026-09-14");
  }

  @ParameterizedTest
  @DisplayName("is the booker's partner's, or else that of the only partner present")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          BOOKED BY    | INVITED                | ABSENT    | OUTCOME
          ada          | ada                    |           | after the show: ada 500
          ada          | ben, kim               |           | after the show: ben 500
          ada          | ada, ben, zoe          |           | after the show: ada 250, ben 250
          ada          | ben, zoe               | ben       | refused: no one from partner acme attends
          zoe          | ada, ben, zoe          |           | after the show: zoe 500
          dan          | ada                    |           | after the show: ada 500
          ada at home  | ben                    |           | after the show: ben 500
          sam          | ada, ben               |           | after the show: ada 250, ben 250
          kim          | ada, kim               |           | after the show: ada 500
          max          | max, ben               |           | after the show: ben 500
          sam          | ada, zoe               |           | refused: no one from a partner booked the meeting, and several partners attend: acme, zeta
          kim          | ada, zoe               |           | refused: no one from a partner booked the meeting, and several partners attend: acme, zeta
          kim          | ada, zoe               | zoe       | after the show: ada 500
          sam          | kim                    |           | refused: no one from a partner booked or attends the meeting
          sam          | kim, ada               | ada       | refused: no one from a partner booked or attends the meeting
          max          | max                    |           | refused: no one from a partner booked or attends the meeting
          """)
  void whose(String booker, String invited, String absent, String outcome) {
    MeetingStory story =
        anyBoothMeeting()
            .bookedBy(named(booker).getFirst())
            .inviting(named(invited))
            .absent(named(absent));

    assertThat(Outcome.of(story.assessed())).isEqualTo(outcome);
  }

  @ParameterizedTest
  @DisplayName("counts who is there: no-shows of any side get nothing and stand in for nobody")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          INVITED                 | ABSENT           | OUTCOME
          ada, ben, cleo          |                  | after the show: ada 167, ben 166, cleo 167
          ada, ben, cleo          | cleo             | after the show: ada 250, ben 250
          ada, ben, cleo          | ben, cleo        | after the show: ada 500
          ada, ben                | ada              | after the show: ben 500
          ada, ben                | ada, ben         | refused: no one from partner acme attends
          ada, ben, kim           | kim              | after the show: ada 250, ben 250
          ada, ben                | sam              | refused: no Skyline representative attends
          ada, ben, sue           | sam              | after the show: ada 250, ben 250
          ada, ben, sue           | sam, sue         | refused: no Skyline representative attends
          ada, dan                |                  | after the show: ada 250, dan@acme.example 250
          ada, dan                | ada              | after the show: dan@acme.example 500
          ada, ada at home, ben   |                  | after the show: ada 250, ben 250
          ada, ada at home, ben   | ada              | after the show: ada 250, ben 250
          ada, ada at home, ben   | ada, ada at home | after the show: ben 500
          ada, ben, sam           |                  | after the show: ada 250, ben 250
          """)
  void whoCounts(String invited, String absent, String outcome) {
    MeetingStory story = anyBoothMeeting().inviting(named(invited)).absent(named(absent));

    assertThat(Outcome.of(story.assessed())).isEqualTo(outcome);
  }

  @Test
  @DisplayName("counts someone who was marked absent and unmarked again")
  void unmarked() {
    MeetingStory story = anyBoothMeeting().absent(ben());
    story.and(new Attendance(story.afterwards().plusSeconds(1), ben().identity(), false));

    assertThat(Outcome.of(story.assessed())).isEqualTo("after the show: ada 250, ben 250");
  }

  @Test
  @DisplayName("needs a Skyline representative where the booking names no host")
  void noHost() {
    assertThat(Outcome.of(anyBoothMeeting().withoutHost().assessed()))
        .isEqualTo("refused: no Skyline representative attends");
    assertThat(Outcome.of(anyBoothMeeting().withoutHost().inviting(ada(), sam()).assessed()))
        .isEqualTo("after the show: ada 500");
  }

  @Test
  @DisplayName("is refused as long as no show is known at its booth on its day")
  void noShow() {
    Decision between = anyBoothMeeting().at(new Venue.BetweenShows()).assessed();
    Decision elsewhere = anyBoothMeeting().at(new Venue.Elsewhere()).assessed();

    assertThat(between)
        .isEqualTo(elsewhere)
        .isEqualTo(
            new Refused(
                Optional.empty(), "in-person meeting, but no show uses this booth that day"));
  }

  @Test
  @DisplayName("refused by the rules, names their edition; refused for want of a show, names none")
  void edition() {
    Decision late = anyBoothMeeting().scheduledAt("2026-09-12T09:00:00Z").assessed();

    assertThat(((Refused) late).edition()).contains("2023-03-28");
    assertThat(((Refused) anyBoothMeeting().at(new Venue.BetweenShows()).assessed()).edition())
        .isEmpty();
  }

  @Test
  @DisplayName("pays one person alone in words that fit")
  void alone() {
    assertThat(anyBoothMeeting().inviting(cleo()).at(ibc()).assessed().reason())
        .startsWith("500 points for the only attendee;");
  }
}
