package services.dataminer.points.application.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import services.dataminer.points.application.award.ContributionReplay;
import services.dataminer.points.application.award.DraftAssessment;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Contribution;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.membership.MembershipYear;
import services.dataminer.points.program.membership.Standing;
import services.dataminer.points.program.rules.Levels;
import services.dataminer.points.program.rules.RuleBook;

/// Compares what a draft of the rules gives members in a membership year with what stands.
final class MemberComparison {

  private static final Comparator<ActivityChange> LARGEST_FIRST =
      Comparator.comparingLong((ActivityChange change) -> -Math.abs(change.difference()))
          .thenComparing(ActivityChange::id);

  private final DraftAssessment assessment;
  private final AssessedActivities activities;
  private final ShowsUnderDraft shows;
  private final RuleBook inForce;
  private final RuleBook draft;
  private final ZoneId timeZone;

  MemberComparison(
      DraftAssessment assessment,
      AssessedActivities activities,
      ShowsUnderDraft shows,
      RuleBook inForce,
      RuleBook draft,
      ZoneId timeZone) {
    this.assessment = assessment;
    this.activities = activities;
    this.shows = shows;
    this.inForce = inForce;
    this.draft = draft;
    this.timeZone = timeZone;
  }

  /// What the draft changes, for those members whom it changes anything. An activity of several of
  /// them is read once.
  List<MemberChange> compare(List<MemberYear> years) {
    Map<String, MemberYear> byMember =
        years.stream().collect(Collectors.toMap(year -> year.member().id(), Function.identity()));
    var changes = new TreeMap<String, List<ActivityChange>>();
    assess(years).stream()
        .filter(change -> isOf(byMember.get(change.memberId()), change))
        .forEach(
            change ->
                changes.computeIfAbsent(change.memberId(), _ -> new ArrayList<>()).add(change));
    return years.stream()
        .map(year -> change(year, changes.getOrDefault(year.member().id(), List.of())))
        .filter(MemberChange::isAny)
        .toList();
  }

  private static boolean isOf(MemberYear year, ActivityChange change) {
    return year != null && change.year().equals(year.year().from());
  }

  private List<ActivityChange> assess(List<MemberYear> years) {
    var ids = new TreeSet<ActivityId>();
    years.forEach(year -> ids.addAll(year.activities()));
    var changes = new ArrayList<ActivityChange>();
    var contributions = new TreeMap<String, List<ActivityRecord>>();
    activities.each(
        ids,
        stored -> {
          if (stored.kind() == ActivityKind.CONTRIBUTION) {
            stored.facts(Recorded.class).stream()
                .flatMap(fact -> fact.contribution().stream())
                .map(Contribution::memberId)
                .forEach(
                    member ->
                        contributions.computeIfAbsent(member, _ -> new ArrayList<>()).add(stored));
          } else {
            changes.addAll(ActivityChange.of(stored, activities.assess(stored)));
          }
        });
    contributions.values().forEach(ofMember -> changes.addAll(replay(ofMember)));
    showsOf(years).values().forEach(show -> changes.addAll(shows.changes(show)));
    return changes;
  }

  private List<ActivityChange> replay(List<ActivityRecord> contributions) {
    Map<ActivityId, ActivityRecord> stored =
        contributions.stream().collect(Collectors.toMap(ActivityRecord::id, Function.identity()));
    var changes = new ArrayList<ActivityChange>();
    activities.attempt(
        stored.keySet(),
        () ->
            new ContributionReplay(assessment, inForce, draft, timeZone)
                .assess(contributions)
                .forEach(
                    decided ->
                        changes.addAll(ActivityChange.of(stored.get(decided.id()), decided))));
    return changes;
  }

  /// The shows that count in one of these years, by their ids.
  private Map<String, Show> showsOf(List<MemberYear> years) {
    var found = new TreeMap<String, Show>();
    for (MemberYear year : years) {
      year.shows().stream()
          .flatMap(id -> shows.over(id).stream())
          .filter(show -> counts(show, year))
          .forEach(show -> found.put(show.id(), show));
    }
    return found;
  }

  private static boolean counts(Show show, MemberYear year) {
    return MembershipYear.of(year.member().signedUpOn(), show.endsOn()).equals(year.year());
  }

  private MemberChange change(MemberYear of, List<ActivityChange> changes) {
    MembershipYear year = of.year();
    Balance balance = of.balance();
    LocalDate lastDay = year.to().minusDays(1);
    Standing before =
        Standing.on(
            of.member().signedUpOn(),
            lastDay,
            any -> balance.earnedInYearFrom(any.from()),
            inForce);
    long points = before.earned() + changes.stream().mapToLong(ActivityChange::difference).sum();
    Levels now = inForce.levelsOn(lastDay);
    return new MemberChange(
        of.member(),
        before,
        Standing.in(year, before.carried(), points, draft.levelsOn(lastDay)),
        Standing.in(year, before.carried(), points, now).level(),
        changes.stream().sorted(LARGEST_FIRST).toList());
  }
}
