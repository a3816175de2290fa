package services.dataminer.points.application.settlement;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import services.dataminer.points.application.run.FailureLog;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.StoredDecision.StoredAward;
import services.dataminer.points.ledger.conflict.ConflictRetry;
import services.dataminer.points.ledger.directory.ShowItem;
import services.dataminer.points.ledger.directory.Shows;
import services.dataminer.points.ledger.show.Settlements;
import services.dataminer.points.ledger.show.ShowMeeting;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.show.Stand;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.award.ShowSettlement;

/// Settles every partner's meetings at every show that is over: divides them once and grants the
/// difference to what was granted before. Right in any order, twice, overlapping and late.
@Singleton
public class SettleShows {

  private final Settlements settlements;
  private final Shows shows;
  private final ShowMeetings meetings;
  private final ConflictRetry conflicts;
  private final ShowSettlement settlement;
  private final FailureLog failures;

  public SettleShows(
      Settlements settlements,
      Shows shows,
      ShowMeetings meetings,
      ConflictRetry conflicts,
      ShowSettlement settlement,
      FailureLog failures) {
    this.settlements = settlements;
    this.shows = shows;
    this.meetings = meetings;
    this.conflicts = conflicts;
    this.settlement = settlement;
    this.failures = failures;
  }

  /// What settling one stand changed.
  private record Change(int meetings, long points) {}

  /// @param scheduledAt the night's own time, the only clock
  /// @return what this run changed
  /// @throws IllegalStateException if some stands could not be settled; all others are
  public Settled settle(Instant scheduledAt) {
    var changes = new TreeMap<Stand, Change>();
    var failed = new ArrayList<Stand>();
    for (Stand stand : settlements.due(scheduledAt)) {
      try {
        changes.put(stand, conflicts.retryOnConflict(() -> settle(stand, scheduledAt)));
      } catch (RuntimeException e) {
        failures.failed(
            "show %s, partner %s not settled".formatted(stand.showId(), stand.partnerId()), e);
        failed.add(stand);
      }
    }
    Settled settled = settled(changes);
    if (!failed.isEmpty()) {
      Collections.sort(failed);
      throw new IllegalStateException(
          "settled %s; not settled, and still due: %s".formatted(settled, failed));
    }
    return settled;
  }

  private static Settled settled(Map<Stand, Change> changes) {
    changes.values().removeIf(change -> change.meetings() == 0 && change.points() == 0);
    return new Settled(
        (int) changes.keySet().stream().map(Stand::showId).distinct().count(),
        changes.values().stream().mapToInt(Change::meetings).sum(),
        changes.values().stream().mapToLong(Change::points).sum());
  }

  /// Reads the settlement before its meetings: were it the other way round, a slower run could
  /// write an older division over a newer one.
  private Change settle(Stand stand, Instant scheduledAt) {
    ActivityRecord before = settlements.find(stand);
    ShowItem item =
        shows
            .find(stand.showId())
            .orElseThrow(
                () -> new IllegalStateException("show " + stand.showId() + " is not there"));
    Show show = item.show();
    if (show.closesAt().isAfter(scheduledAt)) {
      return new Change(0, 0);
    }
    List<ShowMeeting> all = meetings.of(stand);
    List<ShowMeeting> counting = all.stream().filter(ShowMeeting::counts).toList();
    ActivityRecord decided = StandSettlement.decided(settlement, show, stand, before, counting);
    settlements.write(before, decided, item, !counting.isEmpty(), scheduledAt);
    int marked = (int) all.stream().filter(meeting -> meetings.markSettled(show, meeting)).count();
    long points = total(decided) - total(before);
    return new Change(marked, points);
  }

  private static long total(ActivityRecord record) {
    return record.decision().flatMap(d -> d.award()).map(StoredAward::total).orElse(0L);
  }
}
