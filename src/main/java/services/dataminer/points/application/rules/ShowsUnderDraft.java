package services.dataminer.points.application.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import services.dataminer.points.application.settlement.StandSettlement;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.StoredDecision;
import services.dataminer.points.ledger.directory.ShowItem;
import services.dataminer.points.ledger.directory.Shows;
import services.dataminer.points.ledger.show.ShowMeeting;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.show.Stand;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.award.ShowSettlement;

/// The settlements of shows by a draft of the rules. Each show is read once, with all its meetings:
/// a query, and a batch read for each hundred meetings and for the settlements.
final class ShowsUnderDraft {

  private final Shows shows;
  private final ShowMeetings meetings;
  private final AssessedActivities activities;
  private final ShowSettlement rules;
  private final Instant now;
  private final Map<String, Optional<Show>> known = new HashMap<>();
  private final Map<String, List<ActivityChange>> changes = new HashMap<>();

  /// @param rules the draft's
  /// @param now shows that are not over are left out
  ShowsUnderDraft(
      Shows shows,
      ShowMeetings meetings,
      AssessedActivities activities,
      ShowSettlement rules,
      Instant now) {
    this.shows = shows;
    this.meetings = meetings;
    this.activities = activities;
    this.rules = rules;
    this.now = now;
  }

  /// A show that is over; empty for any other.
  Optional<Show> over(String showId) {
    return known.computeIfAbsent(
        showId,
        id -> shows.find(id).map(ShowItem::show).filter(show -> !show.closesAt().isAfter(now)));
  }

  /// What the draft changes for the people of all partners at a show.
  List<ActivityChange> changes(Show show) {
    return changes.computeIfAbsent(show.id(), _ -> settle(show));
  }

  private List<ActivityChange> settle(Show show) {
    List<ShowMeeting> all = meetings.all(show.id());
    var assessed = new TreeMap<Stand, List<ShowMeeting>>();
    activities.each(
        all.stream().map(ShowMeeting::activityId).toList(),
        stored ->
            meetingAt(show, activities.assess(stored))
                .ifPresent(
                    meeting ->
                        assessed
                            .computeIfAbsent(
                                new Stand(show.id(), meeting.partnerId()), _ -> new ArrayList<>())
                            .add(meeting)));
    Map<ActivityId, ActivityRecord> settlements =
        activities.read(assessed.keySet().stream().map(Stand::settlement).toList()).stream()
            .collect(Collectors.toMap(ActivityRecord::id, record -> record));
    Set<Stand> due = due(show, all);
    var found = new ArrayList<ActivityChange>();
    assessed.forEach(
        (stand, ofStand) -> {
          ActivityRecord stored = settlements.get(stand.settlement());
          // What was never settled and is due is for the night to settle: no change of the draft's.
          if (stored != null || !due.contains(stand)) {
            activities.attempt(
                List.of(stand.settlement()),
                () -> found.addAll(settle(show, stand, Optional.ofNullable(stored), ofStand)));
          }
        });
    return found;
  }

  /// An assessed activity as the show sees it; empty if it is no meeting of a partner's there.
  private static Optional<ShowMeeting> meetingAt(Show show, ActivityRecord decided) {
    return decided
        .show()
        .filter(at -> at.id().equals(show.id()))
        .map(_ -> ShowMeeting.of(decided))
        .filter(meeting -> meeting.partner().isPresent());
  }

  /// The stands with meetings that count as the rules in force have it.
  private static Set<Stand> due(Show show, List<ShowMeeting> all) {
    return all.stream()
        .filter(ShowMeeting::counts)
        .map(meeting -> new Stand(show.id(), meeting.partnerId()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<ActivityChange> settle(
      Show show, Stand stand, Optional<ActivityRecord> stored, List<ShowMeeting> assessed) {
    List<ShowMeeting> counting = assessed.stream().filter(ShowMeeting::counts).toList();
    if (stored.isEmpty() && counting.isEmpty()) {
      return List.of();
    }
    ActivityRecord before =
        stored.orElseGet(() -> ActivityRecord.unknown(stand.settlement(), ActivityKind.SHOW));
    String reasonBefore =
        before.decision().map(StoredDecision::reason).orElse("no meeting of this partner counts");
    return ActivityChange.of(
        StandSettlement.decided(rules, show, stand, before, counting), reasonBefore);
  }
}
