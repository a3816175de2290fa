package services.dataminer.points.ledger.activity;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;

/// Takes down what administrators record, each under an id of their own, before anyone assesses it.
@Singleton
public class RecordedActivities {

  private final Table table;
  private final Activities activities;

  public RecordedActivities(Table table) {
    this.table = table;
    this.activities = new Activities(table);
  }

  /// What stands under an id.
  public Optional<Recorded> find(ActivityId id) {
    return activities.find(id).flatMap(record -> record.facts(Recorded.class).stream().findFirst());
  }

  /// Takes it down, unless something is recorded under the id already.
  ///
  /// @return what stands under the id: this, told first by whoever told it first, or something else
  public Recorded record(ActivityId id, Recorded told) {
    Transaction transaction = table.transaction();
    ActivityItems.write(transaction, ActivityRecord.unknown(id, told.kind()), recorded(id, told));
    try {
      table.write(transaction);
      return told;
    } catch (Conflict e) {
      return find(id).orElseThrow(() -> e);
    }
  }

  private static ActivityRecord recorded(ActivityId id, Recorded told) {
    return new ActivityRecord(
        id,
        told.kind(),
        1,
        Known.NOTHING.with(List.of(told), Map.of()),
        Decided.NOTHING,
        Posted.NOTHING);
  }
}
