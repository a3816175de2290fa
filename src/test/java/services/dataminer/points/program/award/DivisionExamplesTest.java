package services.dataminer.points.program.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.program.fixture.MeetingStory.anyBoothMeeting;
import static services.dataminer.points.program.fixture.MeetingStory.anyVideoCall;
import static services.dataminer.points.program.fixture.People.ACME;
import static services.dataminer.points.program.fixture.People.ada;
import static services.dataminer.points.program.fixture.People.ben;
import static services.dataminer.points.program.fixture.People.cleo;
import static services.dataminer.points.program.fixture.People.kim;
import static services.dataminer.points.program.fixture.Shows.ibc;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.program.award.Decision.Cancelled;
import services.dataminer.points.program.award.Decision.Granted;
import services.dataminer.points.program.fixture.MeetingStory;
import services.dataminer.points.program.fixture.Outcome;
import services.dataminer.points.program.fixture.Someone;

@DisplayName("The program's own examples of division")
class DivisionExamplesTest {

  private static final ShowSettlement SETTLEMENT = new ShowSettlement(RuleBookYaml.shipped());

  @Test
  @DisplayName("five meetings before IBC, two people at each: (500 x 5) / 2 = 1,250 each")
  void fiveMeetings() {
    Decision settled = settle(boothMeetings(5, ada(), ben()));

    assertThat(Outcome.of(settled)).isEqualTo("granted: ada 1250, ben 1250");
    assertThat(settled.reason())
        .isEqualTo("5 meetings at IBC 2026: 2,500 points divided among 2 attendees");
    Award award = ((Granted) settled).award();
    assertThat(award.total()).isEqualTo(2_500);
    assertThat(award.edition()).isEqualTo("2023-03-28");
    assertThat(award.at()).isEqualTo("2026-09-14T21:59:59Z");
    assertThat(award.earnedOn()).isEqualTo("2026-09-14");
  }

  @Test
  @DisplayName("three meetings of the same three people: 500 each, and not three times 166.67")
  void threeOfThree() {
    assertThat(Outcome.of(settle(boothMeetings(3, ada(), ben(), cleo()))))
        .isEqualTo("granted: ada 500, ben 500, cleo 500");
  }

  @Test
  @DisplayName("one meeting with Ada and Ben, one with Ada alone: Ada 250 + 500 = 750, Ben 250")
  void adaTwice() {
    assertThat(
            Outcome.of(
                settle(Stream.concat(boothMeetings(1, ada(), ben()), boothMeetings(1, ada())))))
        .isEqualTo("granted: ada 750, ben 250");
  }

  @Test
  @DisplayName("a virtual meeting with three of the partner's people: 34, 33, 33")
  void virtualOfThree() {
    // The odd point is Ben's: of the three, SHA-256 of "calcom:call-1\nben" is the lowest.
    assertThat(Outcome.of(anyVideoCall().inviting(ada(), ben(), cleo(), kim()).assessed()))
        .isEqualTo("granted: ada 33, ben 34, cleo 33");
  }

  @Test
  @DisplayName(
      "one meeting of three people: the odd points go by the show's lots, not the meeting's")
  void lotsOfTheShow() {
    // Lots of "show:ibc-2026:acme": ben a3b5.., ada be48.., cleo c857..
    assertThat(Outcome.of(settle(boothMeetings(1, ada(), ben(), cleo()))))
        .isEqualTo("granted: ada 167, ben 167, cleo 166");
  }

  @Test
  @DisplayName("no meeting that counts: nothing, and why")
  void none() {
    assertThat(settle(Stream.of()))
        .isEqualTo(new Cancelled("no meeting of partner acme at IBC 2026 counts"));
  }

  @Test
  @DisplayName("one meeting of one person, in words that fit")
  void oneOfOne() {
    assertThat(settle(boothMeetings(1, ada())).reason())
        .isEqualTo("1 meeting at IBC 2026: 500 points for the only attendee");
  }

  private static Stream<MeetingStory> boothMeetings(int number, Someone... people) {
    return Stream.generate(() -> anyBoothMeeting().inviting(people)).limit(number);
  }

  private static Decision settle(Stream<MeetingStory> meetings) {
    return SETTLEMENT.settle(ibc(), ACME, meetings.map(DivisionExamplesTest::portions).toList());
  }

  private static List<Share> portions(MeetingStory meeting) {
    return meeting.assessed().pays().orElseThrow().shares().stream()
        .map(share -> Share.roundedDown(share.person(), share.exact(), share.awarded()))
        .toList();
  }
}
