package services.dataminer.points.ledger.reconciliation;

import java.util.List;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The difference between what an activity granted to a member and what the member's entries say.
///
/// @param version the activity's when it was read; 0 if the ledger does not hold it, so that it
///   granted nothing
/// @param revision the entries' number, and the activity's next version
/// @param entries the difference: one for each year that differs
record Correction(ActivityId activityId, long version, long revision, List<Entry> entries) {

  /// How many items of a transaction it takes.
  int items() {
    return 1 + entries.size();
  }

  /// Adds the entries, without their effect on the balance.
  void writeTo(Transaction transaction) {
    Key activity = Keys.activity(activityId);
    if (version == 0) {
      transaction.check(activity, Condition.ABSENT);
    } else {
      var next = AttributeValue.fromN(Long.toString(revision));
      transaction.update(
          activity, new Change().set("version", next).onlyIf(Condition.version(version)));
    }
    entries.forEach(entry -> transaction.put(entry.key(), Document.of(entry), Condition.ABSENT));
  }
}
