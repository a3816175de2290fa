package services.dataminer.points.ledger.show;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Participation;
import services.dataminer.points.ledger.activity.Posted.Granted;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.award.Fraction;

/// What the next settlements of shows will bring a member, if all goes as booked.
@Singleton
public class Pending {

  private final Table table;
  private final Activities activities;

  public Pending(Table table) {
    this.table = table;
    this.activities = new Activities(table);
  }

  /// Whole points: the member's exact parts of booked and ended meetings that are not settled as
  /// they stand now, added up and rounded down. Where a partner's meetings at a show were settled
  /// before, only what that granted the member too little.
  public long of(String memberId) {
    Map<ActivityId, List<ShowMeeting>> bySettlement = meetingsOf(memberId);
    return of(memberId, bySettlement, activities.all(bySettlement.keySet()));
  }

  /// The same, of what was read already.
  ///
  /// @param bySettlement the meetings that may bring the member something, by the settlement that
  ///   divides them
  /// @param settlements those of them that there are
  public static long of(
      String memberId,
      Map<ActivityId, List<ShowMeeting>> bySettlement,
      Collection<ActivityRecord> settlements) {
    Map<ActivityId, ActivityRecord> settled =
        settlements.stream().collect(Collectors.toMap(ActivityRecord::id, record -> record));
    return bySettlement.entrySet().stream()
        .filter(meetings -> meetings.getValue().stream().anyMatch(Pending::isUnsettled))
        .map(
            meetings ->
                toCome(
                    memberId,
                    meetings.getValue(),
                    Optional.ofNullable(settled.get(meetings.getKey()))))
        .reduce(Fraction.ZERO, Fraction::plus)
        .floor();
  }

  private static boolean isUnsettled(ShowMeeting meeting) {
    return meeting.stateAfterSettlement() != ActivityState.GRANTED;
  }

  private static Fraction toCome(
      String memberId, List<ShowMeeting> meetings, Optional<ActivityRecord> settled) {
    long granted =
        settled.stream()
            .flatMap(settlement -> settlement.granted().values().stream())
            .filter(had -> had.memberId().equals(memberId))
            .mapToLong(Granted::points)
            .sum();
    Fraction toCome =
        meetings.stream()
            .flatMap(meeting -> meeting.sharesOf(memberId))
            .reduce(Fraction.of(-granted, 1), Fraction::plus);
    return toCome.compareTo(Fraction.ZERO) > 0 ? toCome : Fraction.ZERO;
  }

  /// The meetings that may bring the member something, by the settlement that divides them.
  private Map<ActivityId, List<ShowMeeting>> meetingsOf(String memberId) {
    List<Key> keys =
        table.beginningWith(Keys.memberPartition(memberId), Keys.PART).stream()
            .map(item -> Document.read(item, Participation.class))
            .flatMap(part -> key(part).stream())
            .toList();
    return table.read(keys).entrySet().stream()
        .map(item -> Map.entry(item.getKey(), Document.read(item.getValue(), ShowMeeting.class)))
        .filter(item -> item.getValue().isExpected())
        .collect(
            Collectors.groupingBy(
                item -> ActivityId.show(Keys.showOf(item.getKey()), item.getValue().partnerId()),
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Optional<Key> key(Participation part) {
    return part.partnerId()
        .map(partner -> Keys.meeting(part.showId().orElseThrow(), partner, part.activityId()));
  }
}
