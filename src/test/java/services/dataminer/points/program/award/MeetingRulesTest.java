package services.dataminer.points.program.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static services.dataminer.points.program.fixture.MeetingStory.BRUSSELS;
import static services.dataminer.points.program.fixture.MeetingStory.anyBoothMeeting;
import static services.dataminer.points.program.fixture.MeetingStory.anyVideoCall;
import static services.dataminer.points.program.fixture.People.ada;
import static services.dataminer.points.program.fixture.People.named;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.Venue;
import services.dataminer.points.program.award.Decision.Granted;
import services.dataminer.points.program.award.Decision.Unknown;
import services.dataminer.points.program.fixture.Outcome;
import services.dataminer.points.program.fixture.People;
import services.dataminer.points.program.fixture.Rules;
import services.dataminer.points.program.rules.RuleBook;

@DisplayName("Assessing a meeting")
class MeetingRulesTest {

  private static final MeetingRules JUDGE = new MeetingRules(RuleBookYaml.shipped(), BRUSSELS);

  @Test
  @DisplayName("waits for the booking when only what happened to it is known")
  void unheard() {
    Meeting meeting =
        Meeting.of(ActivityId.calcom("x"), List.of(new Ended(anyVideoCall().afterwards())));

    assertThat(JUDGE.assess(meeting, Map.of(), new Venue.Elsewhere()))
        .isEqualTo(new Unknown("the booking is not known yet, only what happened to it"));
  }

  @Test
  @DisplayName("needs to be told who everyone is that the booking names")
  void whoIsWho() {
    var people = new HashMap<>(People.directory());
    people.remove(ada().identity());

    assertThatThrownBy(() -> JUDGE.assess(anyVideoCall().meeting(), people, new Venue.Elsewhere()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("calcom:call-1: nobody says who mailto:ada@acme.example is");
  }

  @Test
  @DisplayName("divides among all who attend where the rules say so, and awards only the partner's")
  void allAttendees() {
    RuleBook all = Rules.otherReadings();

    Decision call = anyVideoCall().assessedBy(all);
    Decision booth = anyBoothMeeting().inviting(named("ada, ben, kim")).assessedBy(all);

    assertThat(Outcome.of(call))
        .isEqualTo("granted: ada 25, ben 25, kim@broadcaster.example (25), sam@skyline.be (25)");
    assertThat(call.reason()).isEqualTo("100 points divided among 4 attendees");
    assertThat(call.pays().orElseThrow().people()).isEqualTo(2);
    assertThat(call.pays().orElseThrow().shares())
        .extracting(Share::awarded)
        .containsExactly(true, true, false, false);
    assertThat(Outcome.of(booth))
        .isEqualTo(
            "after the show: ada 125, ben 125, kim@broadcaster.example (125), sam@skyline.be (125)");
  }

  @Test
  @DisplayName("gives no share to a no-show of any side where all who attend share")
  void allAttendeesWithoutNoShows() {
    Decision decision =
        anyVideoCall()
            .inviting(named("ada, ben, kim, max, sue"))
            .absent(named("ben, kim, sam"))
            .assessedBy(Rules.otherReadings());

    assertThat(Outcome.of(decision)).isEqualTo("granted: ada 33, max (34), sue@skyline.be (33)");
  }

  @Test
  @DisplayName("goes by the edition in force on the day it was earned")
  void editionOfItsDay() {
    RuleBook rules = Rules.doubledFrom(LocalDate.parse("2026-09-15"));

    Decision booth = anyBoothMeeting().assessedBy(rules);
    Decision before = anyVideoCall().endsAt("2026-09-14T21:59:59Z").assessedBy(rules);
    Decision after = anyVideoCall().endsAt("2026-09-14T22:00:00Z").assessedBy(rules);

    assertThat(Outcome.of(booth)).isEqualTo("after the show: ada 250, ben 250");
    assertThat(Outcome.of(before)).isEqualTo("granted: ada 50, ben 50");
    assertThat(Outcome.of(after)).isEqualTo("granted: ada 100, ben 100");
    assertThat(((Granted) after).award().edition()).isEqualTo("doubled");
  }
}
