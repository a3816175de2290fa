package services.dataminer.points.ledger.activity;

import java.util.Map;
import services.dataminer.points.ledger.activity.Posted.Granted;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.program.award.CapPeriod;
import services.dataminer.points.program.award.CapUse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How much of a cap a member has used, as read. What changes it is written together with the award
/// that does, and only if no other award changed it since: of two at the same instant the second
/// reads again and finds what the first has left.
///
/// @param exists whether there is such an item yet
/// @param used points granted by all of the member's activities under the cap
public record CapItem(Key key, CapPeriod period, boolean exists, long used) {

  private static final String USED = "used";

  /// @param item null where there is none
  public static CapItem of(Key key, Map<String, AttributeValue> item, CapPeriod period) {
    return item == null
        ? new CapItem(key, period, false, 0)
        : new CapItem(key, period, true, Long.parseLong(item.get(USED).n()));
  }

  /// What others than an activity have used.
  ///
  /// @throws Conflict if the activity was read after an award that this was read before: items of
  ///   one batch are not read at one instant
  public CapUse usedByOthers(ActivityRecord before) {
    long byOthers = used - heldBy(before);
    if (byOthers < 0) {
      throw new Conflict("an award under " + key + " was written while it was read");
    }
    return new CapUse(period, byOthers);
  }

  /// What a decision changes, to be written together with it.
  public LedgerWrite change(ActivityRecord before, StoredDecision decision) {
    long pays = decision.awarded().stream().mapToLong(StoredDecision.StoredShare::points).sum();
    long usedNow = used - heldBy(before) + pays;
    if (usedNow == used) {
      return LedgerWrite.NOTHING;
    }
    return transaction ->
        transaction.update(
            key,
            new Change()
                .set(USED, AttributeValue.fromN(Long.toString(usedNow)))
                .onlyIf(exists ? stillUsed() : Condition.ABSENT));
  }

  private Condition stillUsed() {
    return new Condition(
        "#used = :used",
        Map.of("#used", USED),
        Map.of(":used", AttributeValue.fromN(Long.toString(used))));
  }

  private static long heldBy(ActivityRecord record) {
    return record.granted().values().stream().mapToLong(Granted::points).sum();
  }
}
