package services.dataminer.points.program.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.program.fixture.MeetingStory.anyVideoCall;
import static services.dataminer.points.program.fixture.People.ada;
import static services.dataminer.points.program.fixture.People.ben;
import static services.dataminer.points.program.fixture.People.kim;
import static services.dataminer.points.program.fixture.People.named;
import static services.dataminer.points.program.fixture.Shows.ibc;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Rejected;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.Retraction;
import services.dataminer.points.program.activity.Venue;
import services.dataminer.points.program.award.Decision.Deferred;
import services.dataminer.points.program.award.Decision.Granted;
import services.dataminer.points.program.award.Decision.Refused;
import services.dataminer.points.program.award.Decision.Until;
import services.dataminer.points.program.fixture.MeetingStory;
import services.dataminer.points.program.fixture.Outcome;

@DisplayName("A virtual meeting with Skyline and a customer")
class VirtualMeetingTest {

  @Test
  @DisplayName("pays 100 points, divided among the partner's people, when it is over")
  void pays() {
    Decision decision = anyVideoCall().assessed();

    assertThat(Outcome.of(decision)).isEqualTo("granted: ada 50, ben 50");
    assertThat(decision.reason()).isEqualTo("100 points divided among 2 attendees");
    Award award = ((Granted) decision).award();
    assertThat(award.total()).isEqualTo(100);
    assertThat(award.people()).isEqualTo(2);
    assertThat(award.edition()).isEqualTo("2023-03-28");
    assertThat(award.at()).isEqualTo("2026-09-12T10:30:00Z");
    assertThat(award.earnedOn()).isEqualTo("2026-09-12");
  }

  @Test
  @DisplayName("is only expected to pay until its end has passed")
  void notOver() {
    Decision decision = anyVideoCall().notOver().assessed();

    assertThat(((Deferred) decision).until()).isEqualTo(Until.END);
    assertThat(Outcome.of(decision)).isEqualTo("after the end: ada 50, ben 50");
    assertThat(decision.reason())
        .isEqualTo("100 points divided among 2 attendees, once the meeting has taken place");
  }

  @ParameterizedTest
  @DisplayName("is initiated by a partner's person, with Skyline, a customer and the partner there")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          BOOKED BY   | INVITED             | ABSENT           | OUTCOME
          ada         | ada, ben, cleo, kim |                  | granted: ada 33, ben 34, cleo 33
          ada         | ben, kim            |                  | granted: ben 100
          dan         | dan, ada, kim       |                  | granted: ada 50, dan@acme.example 50
          ada at home | ada, kim            |                  | granted: ada 100
          ada         | ada, ada at home, kim | ada            | granted: ada 100
          ada         | ada, zoe            |                  | granted: ada 100
          zoe         | ada, zoe            |                  | granted: zoe 100
          ada         | ada, max            |                  | granted: ada 100
          sam         | ada, ben, kim       |                  | refused: no one from a partner booked the call
          kim         | ada, ben, kim       |                  | refused: no one from a partner booked the call
          max         | ada, max            |                  | refused: no one from a partner booked the call
          ada         | ada, ben            |                  | refused: no customer attends
          ada         | ada, ben, sue       |                  | refused: no customer attends
          ada         | ada, ben, kim       | kim              | refused: no customer attends
          ada         | ada, kim, max       | kim              | granted: ada 100
          ada         | ada, ben, kim       | ben              | granted: ada 100
          ada         | ada, ben, kim       | ada              | granted: ben 100
          ada         | ada, ben, kim       | ada, ben         | refused: no one from partner acme attends
          ada         | kim                 |                  | refused: no one from partner acme attends
          ada         | kim, zoe            |                  | refused: no one from partner acme attends
          ada         | ada, kim            | sam              | refused: no Skyline representative attends
          ada         | ada, kim, sue       | sam              | granted: ada 100
          ada         | ada, kim, sue       | sam, sue         | refused: no Skyline representative attends
          """)
  void conditions(String booker, String invited, String absent, String outcome) {
    MeetingStory story =
        anyVideoCall()
            .bookedBy(named(booker).getFirst())
            .inviting(named(invited))
            .absent(named(absent));

    assertThat(Outcome.of(story.assessed())).isEqualTo(outcome);
  }

  @Test
  @DisplayName("counts a customer who was marked absent and unmarked again")
  void unmarked() {
    MeetingStory story = anyVideoCall().absent(kim());
    assertThat(story.assessed()).isInstanceOf(Refused.class);

    story.and(new Attendance(story.afterwards().plusSeconds(1), kim().identity(), false));

    assertThat(Outcome.of(story.assessed())).isEqualTo("granted: ada 50, ben 50");
  }

  @Test
  @DisplayName("is refused when it was booked as a meeting at a booth, during a show or not")
  void atABooth() {
    String refused = "refused: a video call, booked as a meeting at a show's booth";

    assertThat(Outcome.of(anyVideoCall().at(ibc()).assessed())).isEqualTo(refused);
    assertThat(Outcome.of(anyVideoCall().at(new Venue.BetweenShows()).assessed()))
        .isEqualTo(refused);
  }

  @ParameterizedTest
  @DisplayName(
      "counts on the day of its end in the program's zone, from the program's first day on")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          ENDS AT              | OUTCOME
          2023-03-27T21:59:59Z | refused: earned on 2023-03-27, before the program began on 2023-03-28
          2023-03-27T22:00:00Z | 2023-03-28
          2026-03-28T22:59:59Z | 2026-03-28
          2026-03-28T23:00:00Z | 2026-03-29
          2026-03-29T21:59:59Z | 2026-03-29
          2026-03-29T22:00:00Z | 2026-03-30
          2026-10-24T22:00:00Z | 2026-10-25
          2026-10-25T22:59:59Z | 2026-10-25
          2026-10-25T23:00:00Z | 2026-10-26
          """)
  void earnedOn(Instant endsAt, String outcome) {
    Decision decision =
        anyVideoCall().scheduledAt("2023-01-01T00:00:00Z").endsAt(endsAt.toString()).assessed();

    assertThat(
            decision
                .pays()
                .map(award -> award.earnedOn().toString())
                .orElseGet(() -> Outcome.of(decision)))
        .isEqualTo(outcome);
  }

  @Test
  @DisplayName("refused by the rules, names their edition; before there were any, names none")
  void edition() {
    Decision before = anyVideoCall().endsAt("2020-01-01T00:00:00Z").assessed();

    assertThat(((Refused) anyVideoCall().inviting(ada()).assessed()).edition())
        .contains("2023-03-28");
    assertThat(((Refused) before).edition()).isEqualTo(Optional.empty());
  }

  @Test
  @DisplayName("pays nothing once called off or taken back, and the reason says how")
  void calledOff() {
    Instant at = Instant.parse("2026-09-13T08:00:00Z");
    var moved = new Rescheduled(at, ActivityId.calcom("call-2"));
    var retracted = new Retraction(at, "admin", "it was an internal meeting");

    assertThat(Outcome.of(anyVideoCall().and(new Cancelled(at)).assessed()))
        .isEqualTo("cancelled: the meeting was cancelled");
    assertThat(Outcome.of(anyVideoCall().and(new Rejected(at)).assessed()))
        .isEqualTo("cancelled: the host rejected the booking");
    assertThat(Outcome.of(anyVideoCall().and(moved).assessed()))
        .isEqualTo("cancelled: moved to the booking calcom:call-2");
    assertThat(Outcome.of(anyVideoCall().and(retracted, new Cancelled(at)).assessed()))
        .isEqualTo("retracted: retracted: it was an internal meeting");
  }

  @Test
  @DisplayName("has everyone counted once, however many addresses the invitation names")
  void once() {
    MeetingStory story = anyVideoCall().inviting(named("ada, ada at home, ben, kim"));

    assertThat(Outcome.of(story.assessed())).isEqualTo("granted: ada 50, ben 50");
    assertThat(Outcome.of(story.absent(ada(), ben()).assessed())).isEqualTo("granted: ada 100");
  }
}
