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
  /// @return what stands under the id: this, or what someone recorded before
  public Recorded record(ActivityId id, Recorded award) {
    Transaction transaction = table.transaction();
    ActivityItems.write(transaction, ActivityRecord.unknown(id, award.kind()), recorded(id, award));
    try {
      table.write(transaction);
      return award;
    } catch (Conflict e) {
      return find(id).orElseThrow(() -> e);
    }
  }

  private static ActivityRecord recorded(ActivityId id, Recorded award) {
    return new ActivityRecord(
        id,
        award.kind(),
        1,
        Known.NOTHING.withFacts(List.of(award), Map.of()),
        Decided.NOTHING,
        Posted.NOTHING);
  }
}
