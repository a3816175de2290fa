package services.dataminer.points.ledger.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.show.Pending;
import services.dataminer.points.ledger.show.ShowMeeting;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.award.ActivityState;

/// What a member has and what is on its way, as it was read for the member's page.
///
/// @param entries those of certain days, newest first
/// @param others activities without an entry, and settlements of the shows where some of them are
public record MemberAccount(String memberId, List<Entry> entries, List<ActivityView> others) {

  private static final Set<ActivityState> OPEN =
      EnumSet.of(ActivityState.BOOKED, ActivityState.AWAITING_SHOW);

  private static final Comparator<ActivityView> LATEST_FIRST =
      Comparator.comparing((ActivityView view) -> view.occurredAt().orElse(Instant.MAX)).reversed();

  /// Activities that may still bring the member points, latest first.
  public List<ActivityView> open() {
    return others.stream()
        .filter(view -> OPEN.contains(view.state()))
        .sorted(LATEST_FIRST)
        .toList();
  }

  /// Activities that bring the member nothing, latest first.
  public List<ActivityView> refused() {
    return others.stream()
        .filter(view -> view.state() == ActivityState.REFUSED)
        .sorted(LATEST_FIRST)
        .toList();
  }

  /// Whole points that settlements will bring; see [Pending#of(String)].
  public long pending() {
    var bySettlement = new TreeMap<ActivityId, List<ShowMeeting>>();
    var records = new ArrayList<ActivityRecord>();
    for (ActivityView view : others) {
      records.add(view.record());
      view.meeting()
          .filter(ShowMeeting::isExpected)
          .ifPresent(
              meeting ->
                  bySettlement
                      .computeIfAbsent(settlement(view.record(), meeting), _ -> new ArrayList<>())
                      .add(meeting));
    }
    records.removeIf(record -> !bySettlement.containsKey(record.id()));
    return Pending.of(memberId, bySettlement, records);
  }

  private static ActivityId settlement(ActivityRecord record, ShowMeeting meeting) {
    return ActivityId.show(record.show().orElseThrow().id(), meeting.partnerId());
  }
}
