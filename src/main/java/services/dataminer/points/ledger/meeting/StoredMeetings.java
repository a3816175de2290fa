package services.dataminer.points.ledger.meeting;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Meetings as the ledger has them, for runs that go through many: one that cannot be read stops no
/// other.
@Singleton
public class StoredMeetings {

  private final Table table;
  private final Activities activities;
  private final DueWork due;

  public StoredMeetings(Table table, Activities activities, DueWork due) {
    this.table = table;
    this.activities = activities;
    this.due = due;
  }

  /// The meetings that wait for their end and were to be over by an instant, as an index has them:
  /// hints, to be read again by [#waitingForEnd].
  ///
  /// @param unreadable hears of each hint at something that is no activity, by its partition
  public List<ActivityId> dueToEnd(Instant by, BiConsumer<String, RuntimeException> unreadable) {
    var ids = new ArrayList<ActivityId>();
    for (Key hint : due.by(Due.END, by)) {
      try {
        ids.add(Keys.activityOf(hint));
      } catch (IllegalArgumentException e) {
        unreadable.accept(hint.pk(), e);
      }
    }
    return ids;
  }

  /// Those that still wait for their end.
  ///
  /// @param unreadable hears of each that is kept in no form this code understands
  public List<ActivityRecord> waitingForEnd(
      Collection<ActivityId> ids, BiConsumer<ActivityId, RuntimeException> unreadable) {
    return read(ids, Due.END::marks, unreadable);
  }

  /// Those that are known.
  ///
  /// @param unreadable hears of each that is kept in no form this code understands
  public List<ActivityRecord> known(
      Collection<ActivityId> ids, BiConsumer<ActivityId, RuntimeException> unreadable) {
    return read(ids, _ -> true, unreadable);
  }

  private List<ActivityRecord> read(
      Collection<ActivityId> ids,
      Predicate<Map<String, AttributeValue>> wanted,
      BiConsumer<ActivityId, RuntimeException> unreadable) {
    var keys = new LinkedHashMap<Key, ActivityId>();
    ids.forEach(id -> keys.put(Keys.activity(id), id));
    return activities.readable(
        keys.keySet(), wanted, (key, why) -> unreadable.accept(keys.get(key), why));
  }

  /// Notes that the end of a meeting is reported, so that it waits for it no more. Whoever works on
  /// the report may be quicker and has then done it, with the meeting itself; who changes the
  /// meeting otherwise leaves it waiting.
  ///
  /// @param meeting as it was read
  public void markEndReported(ActivityRecord meeting) {
    table.change(
        Keys.activity(meeting.id()),
        Due.takeOff(new Change()).onlyIf(Due.stillWaiting(meeting.version())));
  }
}
