package services.dataminer.points.ledger.show;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.directory.ShowItem;
import services.dataminer.points.ledger.directory.Shows;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.program.activity.ActivityKind;

/// The settlements of shows: one activity for each partner at each show.
@Singleton
public class Settlements {

  private final DueWork due;
  private final Activities activities;
  private final ActivityLedger ledger;
  private final Shows shows;

  public Settlements(DueWork due, Activities activities, ActivityLedger ledger, Shows shows) {
    this.due = due;
    this.activities = activities;
    this.ledger = ledger;
    this.shows = shows;
  }

  /// The stands with a meeting that differs from what was settled, at shows that closed by an
  /// instant, and how many such meetings each has.
  public SortedMap<Stand, Integer> due(Instant closedBy) {
    return due.by(Due.SETTLE, closedBy).stream()
        .collect(Collectors.toMap(Settlements::stand, _ -> 1, Integer::sum, TreeMap::new));
  }

  private static Stand stand(Key meeting) {
    return new Stand(Keys.showOf(meeting), Keys.partnerOf(meeting.sk()));
  }

  /// A stand's settlement as it is; one of which nothing is known, if there was none yet.
  public ActivityRecord find(Stand stand) {
    return activities
        .find(stand.settlement())
        .orElseGet(() -> ActivityRecord.unknown(stand.settlement(), ActivityKind.SHOW));
  }

  /// Writes a settlement and what it grants. It is written even if it changes nothing, since a
  /// slower run that read less of the meetings must not write any more once they are marked.
  ///
  /// @param before the settlement as read
  /// @param decided the same settlement, decided
  /// @param show the show as read
  /// @param fixesDays whether the show's days are fixed by it
  /// @throws services.dataminer.points.ledger.table.Conflict if someone else wrote the settlement
  ///   or changed the show meanwhile
  public void write(
      ActivityRecord before,
      ActivityRecord decided,
      ShowItem show,
      boolean fixesDays,
      Instant recordedAt) {
    boolean written =
        ledger.write(
            before,
            decided,
            List.of(),
            recordedAt,
            transaction -> {
              if (fixesDays) {
                shows.markSettled(transaction, show);
              }
            });
    if (!written) {
      ledger.rewrite(before, decided);
    }
  }
}
