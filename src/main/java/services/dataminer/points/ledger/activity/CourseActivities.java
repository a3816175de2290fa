package services.dataminer.points.ledger.activity;

import jakarta.inject.Singleton;
import java.util.List;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Snapshot;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;

/// The activities of learners: each is one person's having reached a milestone of a course or quiz.
@Singleton
public class CourseActivities {

  private final Table table;

  public CourseActivities(Table table) {
    this.table = table;
  }

  /// An activity as the ledger has it, of version 0 if it has none: one batch read.
  public ActivityRecord read(ActivityId id) {
    return in(Snapshot.of(table, List.of(Keys.activity(id))), id);
  }

  /// An activity among items read.
  public static ActivityRecord in(Snapshot snapshot, ActivityId id) {
    return ActivityLedger.in(snapshot.items(), id, ActivityKind.COURSE_PROGRESS);
  }

  /// Writes what is kept beside an activity. The activity itself stays as it is, and must be as it
  /// was read.
  ///
  /// @return false if there was nothing to write
  /// @throws Conflict if someone else wrote the activity meanwhile
  public boolean writeBeside(ActivityRecord activity, LedgerWrite beside) {
    Transaction transaction = table.transaction();
    beside.addTo(transaction);
    if (transaction.size() == 0) {
      return false;
    }
    table.write(
        transaction.check(Keys.activity(activity.id()), Condition.version(activity.version())));
    return true;
  }

  /// An activity that stops counting in favour of another one, and so waits for nothing any more.
  ///
  /// @param before the activity as read, of which nothing was granted
  /// @param decided the same activity, decided
  public static LedgerWrite release(ActivityRecord before, ActivityRecord decided) {
    ActivityRecord released = decided.withPosted(before.version() + 1, decided.posted().released());
    return transaction -> {
      ActivityItems.write(transaction, before, released);
      before
          .waiting()
          .forEach(found -> transaction.delete(Keys.waiting(new Key(found, found), before.id())));
    };
  }
}
