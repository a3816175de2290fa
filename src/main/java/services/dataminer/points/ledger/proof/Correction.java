package services.dataminer.points.ledger.proof;

import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The difference between what an activity granted to a member and what the member's entries say.
///
/// @param version the activity's when it was read; 0 if the ledger does not hold it, so that it
///   granted nothing
/// @param entry the difference
record Correction(long version, Entry entry) {

  /// Adds the entry, without its effect on the balance. Entries are numbered by their activity's
  /// versions, so the activity gets the entry's.
  void writeTo(Transaction transaction) {
    Key activity = Keys.activity(entry.activityId());
    if (version == 0) {
      transaction.check(activity, Condition.ABSENT);
    } else {
      transaction.update(
          activity,
          new Change()
              .set("version", AttributeValue.fromN(Long.toString(entry.revision())))
              .onlyIf(Condition.version(version)));
    }
    transaction.put(entry.key(), Document.of(entry), Condition.ABSENT);
  }
}
