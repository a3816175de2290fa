package services.dataminer.points.application.award;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StoredDecision.StoredShare;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Contribution;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.RecordedAward;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.award.CapPeriod;
import services.dataminer.points.program.award.CapUse;
import services.dataminer.points.program.rules.ContributionRule;
import services.dataminer.points.program.rules.RuleBook;

/// Assesses the contributions of one member by a draft of the rules, in the order in which they
/// were recorded: what one uses of a cap, the next does not find, and a retraction frees it for
/// those recorded later. Where the draft leaves the rule of an action as it is, the decision stays.
public final class ContributionReplay {

  private final DraftAssessment assessment;
  private final RuleBook inForce;
  private final RuleBook draft;
  private final ZoneId timeZone;

  /// How much of each cap is used so far, by what it caps.
  private final Map<CapKey, Long> used = new HashMap<>();

  /// @param timeZone the program's
  public ContributionReplay(
      DraftAssessment assessment, RuleBook inForce, RuleBook draft, ZoneId timeZone) {
    this.assessment = assessment;
    this.inForce = inForce;
    this.draft = draft;
    this.timeZone = timeZone;
  }

  private record CapKey(String action, String period) {}

  /// Something that was recorded, or its retraction.
  private record Step(Instant at, ActivityRecord stored, RecordedAward award, boolean retracts) {
    static List<Step> of(ActivityRecord stored) {
      RecordedAward award = DraftAssessment.award(stored);
      var steps = new ArrayList<Step>();
      award.recorded().ifPresent(fact -> steps.add(new Step(fact.at(), stored, award, false)));
      award
          .retracted()
          .filter(
              fact -> award.recorded().filter(told -> !fact.at().isBefore(told.at())).isPresent())
          .ifPresent(fact -> steps.add(new Step(fact.at(), stored, award, true)));
      return steps;
    }
  }

  /// @param contributions all of the member's that may share a cap
  /// @return those of which the draft says something else, decided by it
  public List<ActivityRecord> assess(Collection<ActivityRecord> contributions) {
    List<Step> steps =
        contributions.stream()
            .flatMap(stored -> Step.of(stored).stream())
            .sorted(Comparator.comparing(Step::at).thenComparing(step -> step.stored().id()))
            .toList();
    var decided = new ArrayList<ActivityRecord>();
    var releases = new HashMap<ActivityId, Runnable>();
    for (Step step : steps) {
      if (step.retracts()) {
        releases.getOrDefault(step.award().id(), () -> {}).run();
      } else {
        ActivityRecord after = assess(step);
        use(step, after).ifPresent(release -> releases.put(step.award().id(), release));
        if (after != step.stored() && step.award().retracted().isEmpty()) {
          decided.add(after);
        }
      }
    }
    return decided;
  }

  /// As it was assessed when it was recorded, before anyone retracted it.
  private ActivityRecord assess(Step step) {
    ActivityRecord stored = step.stored();
    Recorded recorded = step.award().recorded().orElseThrow();
    if (step.award().retracted().isEmpty()
        && rule(inForce, recorded).equals(rule(draft, recorded))) {
      return stored;
    }
    Optional<CapUse> capUse =
        period(stored, recorded)
            .map(period -> new CapUse(period, used.getOrDefault(key(recorded, period), 0L)));
    return assessment.recordedAward(
        stored,
        new RecordedAward(step.award().id(), Optional.of(recorded), Optional.empty()),
        capUse);
  }

  /// Notes what an award uses of its cap.
  ///
  /// @return gives it back; empty if the award falls under no cap
  private Optional<Runnable> use(Step step, ActivityRecord after) {
    Recorded recorded = step.award().recorded().orElseThrow();
    long points =
        after.decision().stream()
            .flatMap(decision -> decision.awarded().stream())
            .mapToLong(StoredShare::points)
            .sum();
    return period(step.stored(), recorded)
        .map(period -> key(recorded, period))
        .map(
            key -> {
              used.merge(key, points, Long::sum);
              return () -> used.merge(key, -points, Long::sum);
            });
  }

  private Optional<CapPeriod> period(ActivityRecord stored, Recorded recorded) {
    String memberId = contribution(recorded).memberId();
    Optional<LocalDate> signedUpOn =
        Optional.ofNullable(stored.people().get(new Pseudonym(memberId)))
            .flatMap(Participant::signedUpOn);
    return assessment.recordedAwards().cap(recorded, signedUpOn);
  }

  private Optional<ContributionRule> rule(RuleBook rules, Recorded recorded) {
    return rules
        .inForceOn(recorded.earnedOn(timeZone))
        .flatMap(edition -> edition.tariff().contribution(contribution(recorded).action()));
  }

  private static CapKey key(Recorded recorded, CapPeriod period) {
    return new CapKey(contribution(recorded).action(), period.key());
  }

  private static Contribution contribution(Recorded recorded) {
    return recorded.contribution().orElseThrow();
  }
}
