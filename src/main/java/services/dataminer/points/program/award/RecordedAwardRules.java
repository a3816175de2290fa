package services.dataminer.points.program.award;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Adjustment;
import services.dataminer.points.program.activity.Contribution;
import services.dataminer.points.program.activity.HostedEvent;
import services.dataminer.points.program.activity.HostedEvent.Day;
import services.dataminer.points.program.activity.RecordedAward;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.activity.UseCase;
import services.dataminer.points.program.award.Decision.Retracted;
import services.dataminer.points.program.award.Decision.Unknown;
import services.dataminer.points.program.rules.Cap;
import services.dataminer.points.program.rules.ContributionRule;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.Range;
import services.dataminer.points.program.rules.RuleBook;

/// Assesses what administrators decide on: hosted events, use cases, general contributions and
/// adjustments. Source: partner benefits page, hosting events and use cases; DevOps Professional
/// Program, general DevOps Points.
///
/// @param timeZone the program's, in which a day of earning is a day
public record RecordedAwardRules(RuleBook rules, ZoneId timeZone) {

  /// @param people the members named, by their ids
  /// @param capUse how much is used up of the cap that [#cap] tells of; empty where it tells of
  ///   none
  public Decision assess(
      RecordedAward activity, Map<String, Person> people, Optional<CapUse> capUse) {
    if (activity.retracted().isPresent()) {
      return new Retracted(Reasons.retracted(activity.retracted().get()));
    }
    return activity
        .recorded()
        .map(recorded -> assess(activity.id(), recorded, people, capUse))
        .orElseGet(() -> new Unknown(Reasons.RECORDED_AWARD_MISSING));
  }

  /// The period in which the points of what was recorded are capped.
  ///
  /// @param signedUpOn the member's; empty if it is not known yet
  /// @return empty if they are not, or it depends on a sign-up that is not known
  public Optional<CapPeriod> cap(Recorded recorded, Optional<LocalDate> signedUpOn) {
    LocalDate earnedOn = recorded.earnedOn(timeZone);
    return rules
        .inForceOn(earnedOn)
        .flatMap(
            edition ->
                recorded
                    .contribution()
                    .flatMap(what -> edition.tariff().contribution(what.action())))
        .flatMap(ContributionRule::cap)
        .flatMap((Cap cap) -> CapPeriod.of(cap, earnedOn, signedUpOn));
  }

  private Decision assess(
      ActivityId id, Recorded recorded, Map<String, Person> people, Optional<CapUse> capUse) {
    LocalDate earnedOn = recorded.earnedOn(timeZone);
    Optional<Edition> edition = rules.inForceOn(earnedOn);
    if (edition.isEmpty()) {
      return BeforeProgram.refusal(rules, earnedOn);
    }
    var sharing = new Sharing(id, edition.get(), earnedOn, recorded, people);
    Optional<String> nobody =
        recorded.people().stream().filter(member -> !people.containsKey(member)).findFirst();
    if (nobody.isPresent()) {
      return sharing.refused(Reasons.noMember(nobody.get()));
    }
    return switch (recorded.basis()) {
      case HostedEvent event -> hostedEvent(event, sharing);
      case UseCase useCase -> useCase(useCase, sharing);
      case Contribution contribution -> contribution(contribution, sharing, capUse);
      case Adjustment adjustment -> adjustment(adjustment, sharing);
    };
  }

  private static Decision hostedEvent(HostedEvent event, Sharing sharing) {
    var rule = sharing.edition().tariff().hostedEvent();
    if (!rule.series().contains(event.series())) {
      return sharing.refused(Reasons.seriesEarnsNothing(event.series()));
    }
    List<Day> days = event.days();
    for (Day day : days) {
      if (!rule.pointsPerDay().holds(day.points())) {
        return sharing.refused(Reasons.eventDayOutOfRange(day, rule.pointsPerDay()));
      }
    }
    long total = days.stream().mapToLong(Day::points).sum();
    return sharing.granted(total, Reasons.eventPays(event, total));
  }

  private static Decision useCase(UseCase useCase, Sharing sharing) {
    var range = sharing.edition().tariff().useCase().points();
    if (!range.holds(useCase.points())) {
      return sharing.refused(Reasons.useCaseOutOfRange(useCase.points(), range));
    }
    return sharing.granted(useCase.points(), Reasons.useCasePays(useCase));
  }

  private static Decision contribution(
      Contribution contribution, Sharing sharing, Optional<CapUse> capUse) {
    String action = contribution.action();
    Optional<ContributionRule> rule = sharing.edition().tariff().contribution(action);
    if (rule.isEmpty()) {
      return sharing.refused(Reasons.noContribution(action));
    }
    Range range = rule.get().points();
    Optional<Long> decided =
        range.isFixed() ? Optional.of(range.least()) : contribution.points().filter(range::holds);
    if (decided.isEmpty()) {
      return sharing.refused(Reasons.contributionOutOfRange(action, range, contribution.points()));
    }
    long points = decided.get();
    return rule.get().cap().isEmpty()
        ? sharing.granted(points, Reasons.contributionPays(points, action))
        : underCap(action, points, sharing, capUse.orElseThrow());
  }

  /// What fits is granted.
  private static Decision underCap(String action, long points, Sharing sharing, CapUse use) {
    CapPeriod period = use.period();
    if (use.left() == 0) {
      return sharing.refused(Reasons.capUsedUp(action, period));
    }
    return points <= use.left()
        ? sharing.granted(points, Reasons.contributionPays(points, action))
        : sharing.granted(use.left(), Reasons.contributionCut(use.left(), points, action, period));
  }

  private static Decision adjustment(Adjustment adjustment, Sharing sharing) {
    return sharing.granted(adjustment.points(), Reasons.adjusted(adjustment));
  }
}
