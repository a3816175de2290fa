package services.dataminer.points.ledger.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
/// @param others activities without an entry, those of which something was taken back, and
///   settlements of the shows where some of them are
public record MemberAccount(String memberId, List<Entry> entries, List<ActivityView> others) {

  private static final Set<ActivityState> OPEN =
      EnumSet.of(ActivityState.BOOKED, ActivityState.AWAITING_SHOW);

  private static final Set<ActivityState> UNCOUNTED =
      EnumSet.of(ActivityState.REFUSED, ActivityState.RETRACTED);

  private static final Comparator<ActivityView> LATEST_FIRST =
      Comparator.comparing((ActivityView view) -> view.occurredAt().orElse(Instant.MAX)).reversed();

  /// Activities that may still bring the member points, latest first. A meeting that changed after
  /// its show was settled is assessed once more, but is none of them if it brings nothing more.
  public List<ActivityView> open() {
    Map<ActivityId, List<ShowMeeting>> expected = expected();
    return others.stream()
        .filter(view -> OPEN.contains(view.state()))
        .filter(view -> !isPaid(view, expected))
        .sorted(LATEST_FIRST)
        .toList();
  }

  /// Activities that bring the member nothing, latest first.
  public List<ActivityView> uncounted() {
    return others.stream()
        .filter(view -> UNCOUNTED.contains(view.state()))
        .sorted(LATEST_FIRST)
        .toList();
  }

  /// Whole points that settlements will bring; see [Pending#of(String)].
  public long pending() {
    return pending(expected());
  }

  private long pending(Map<ActivityId, List<ShowMeeting>> bySettlement) {
    List<ActivityRecord> settlements =
        others.stream()
            .map(ActivityView::record)
            .filter(record -> bySettlement.containsKey(record.id()))
            .toList();
    return Pending.of(memberId, bySettlement, settlements);
  }

  /// The meetings that count or may come to count, by the settlement that divides them.
  private Map<ActivityId, List<ShowMeeting>> expected() {
    var bySettlement = new TreeMap<ActivityId, List<ShowMeeting>>();
    for (ActivityView view : others) {
      view.meeting()
          .filter(ShowMeeting::isExpected)
          .ifPresent(
              meeting ->
                  bySettlement
                      .computeIfAbsent(settlement(view.record(), meeting), _ -> new ArrayList<>())
                      .add(meeting));
    }
    return bySettlement;
  }

  private boolean isPaid(ActivityView view, Map<ActivityId, List<ShowMeeting>> expected) {
    return view.meeting()
        .filter(ShowMeeting::isExpected)
        .map(meeting -> settlement(view.record(), meeting))
        .filter(id -> others.stream().anyMatch(other -> other.record().id().equals(id)))
        .filter(id -> pending(Map.of(id, expected.get(id))) == 0)
        .isPresent();
  }

  private static ActivityId settlement(ActivityRecord record, ShowMeeting meeting) {
    return ActivityId.show(record.show().orElseThrow().id(), meeting.partnerId());
  }
}
