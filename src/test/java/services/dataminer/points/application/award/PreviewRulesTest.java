package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.rules.ActivityChange;
import services.dataminer.points.application.rules.MemberChange;
import services.dataminer.points.application.rules.PreviewRules;
import services.dataminer.points.application.rules.RulesPreview;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.program.membership.MembershipYear;
import services.dataminer.points.program.rules.Level;
import services.dataminer.points.program.rules.RuleBook;

@DisplayName("A preview of a draft of the rules")
@WholeSuite
class PreviewRulesTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  private static final String LATER =
      """
        - id: later
          from: 2026-10-15
          virtual-meeting: {points: 60}
          contributions: {feedback: 20}
      """;

  private static final LocalTable LOCAL = LocalTable.fresh();
  private static final Program PROGRAM = new Program(LOCAL);

  @BeforeAll
  static void live() {
    BusyYear.in(PROGRAM);
  }

  private static RulesPreview preview(RuleBook draft) {
    return new ObjectGraph(LOCAL.table(), PROGRAM.graph().identityKey())
        .previewRules()
        .preview(
            new PreviewRules.Wanted(draft, BusyYear.DAY, Optional.empty(), NOW),
            ObjectGraph.time());
  }

  private static RuleBook withLaterEdition() {
    String end = "an invitation to developer reviews\n";
    return BusyYear.draft(end, end + LATER);
  }

  /// What everyone has of the year.
  private static Map<String, Long> earned(Program program) {
    var earned = new TreeMap<String, Long>();
    for (String member : BusyYear.MEMBERS) {
      LocalDate signedUpOn = program.graph().members().find(member).orElseThrow().signedUpOn();
      earned.put(
          member,
          program
              .entries
              .balance(member)
              .earnedInYearFrom(MembershipYear.of(signedUpOn, BusyYear.DAY).from()));
    }
    return earned;
  }

  private static void assertAsAwardedBy(RuleBook draft) {
    RulesPreview preview = preview(draft);
    var after = new TreeMap<>(earned(PROGRAM));
    preview.changes().forEach(change -> after.put(change.member().id(), change.after().earned()));

    var deployed = new Program(LocalTable.fresh(), draft);
    BusyYear.in(deployed);

    assertThat(after).isEqualTo(earned(deployed)).isNotEqualTo(earned(PROGRAM));
    assertThat(preview.failed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          points: 100⏎      divided-among: partner | points: 150⏎      divided-among: partner
          points: 100⏎      divided-among: partner-attendees | points: 120⏎      divided-among: all-attendees
          points: 500⏎                             | points: 400⏎
          at-most: 100, per: calendar-month        | at-most: 150, per: calendar-month
          at-most: 100, per: calendar-month        | at-most: 100, per: membership-year
          points: 50, at-most: 100                 | points: 30, at-most: 100
          kata: 75                                 | speak: 300
          job-title: {points: 250, at-most: 250    | job-title: {points: 300, at-most: 200
          completed: 10 to 50                      | completed: 10 to 40
          passed: 1 to 400                         | passed: 1 to 20
          series: [inspire, empower]               | series: [empower]
          points: 250 to 1000                      | points: 500 to 1000
          from: 2023-03-28                         | from: 2026-09-13
          """)
  @DisplayName("gives everyone what the product awards under the draft")
  void afterDeployment(String shipped, String other) {
    assertAsAwardedBy(BusyYear.draft(shipped.replace('⏎', '\n'), other));
  }

  @Test
  @DisplayName(
      "gives everyone what the product awards if the draft's next edition begins amid the year")
  void amidTheYear() {
    assertAsAwardedBy(withLaterEdition());
  }

  @Test
  @DisplayName("assesses the whole year by the draft's last edition, if asked to")
  void lastEditionAlone() {
    assertAsAwardedBy(withLaterEdition().withLastEditionAlone());
  }

  @Test
  @DisplayName("of the rules in force changes nothing")
  void sameRules() {
    RulesPreview preview = preview(ObjectGraph.RULES);

    assertThat(preview.changes()).isEmpty();
    assertThat(preview.members()).isEqualTo(4);
    assertThat(preview.next()).isEmpty();
  }

  @Test
  @DisplayName("names the activities behind a difference, with both reasons")
  void reasons() {
    List<MemberChange> changes =
        preview(BusyYear.draft("points: 100\n", "points: 150\n")).changes();

    MemberChange ada =
        changes.stream()
            .filter(change -> change.member().id().equals("ada"))
            .findFirst()
            .orElseThrow();
    assertThat(ada.difference())
        .isEqualTo(ada.activities().stream().mapToLong(ActivityChange::difference).sum());
    assertThat(ada.activities())
        .extracting(
            change -> change.id().value(),
            ActivityChange::before,
            ActivityChange::after,
            ActivityChange::reasonBefore,
            ActivityChange::reasonAfter)
        .contains(
            tuple(
                "calcom:winter",
                50L,
                75L,
                "100 points divided among 2 attendees",
                "150 points divided among 2 attendees"));
  }

  @Test
  @DisplayName("shows who moves to another level, by points or by thresholds")
  void levels() {
    // Cleo has 3,583 points and is an Advocate.
    List<MemberChange> changes =
        preview(BusyYear.draft("enabler: 5000", "enabler: 3000")).changes();

    assertThat(changes).hasSize(1);
    MemberChange cleo = changes.getFirst();
    assertThat(cleo.member().id()).isEqualTo("cleo");
    assertThat(cleo.before().level()).isEqualTo(Level.ADVOCATE);
    assertThat(cleo.after().level()).isEqualTo(Level.ENABLER);
    assertThat(cleo.afterByRulesInForce()).isEqualTo(Level.ADVOCATE);
    assertThat(cleo.levels()).isPositive();
    assertThat(cleo.activities()).isEmpty();
  }
}
