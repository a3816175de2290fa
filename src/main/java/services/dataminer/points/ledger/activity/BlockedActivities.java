package services.dataminer.points.ledger.activity;

import jakarta.inject.Singleton;
import java.util.List;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;

/// The activities that wait for something that has appeared. They stop waiting when they are judged
/// again, so asking twice is harmless.
@Singleton
public class BlockedActivities {

  private final Table table;

  public BlockedActivities(Table table) {
    this.table = table;
  }

  /// All that wait under a key.
  public List<BlockedActivity> under(Key appeared) {
    return table.beginningWith(appeared.pk(), Keys.WAITING).stream()
        .map(item -> Document.read(item, BlockedActivity.class))
        .toList();
  }

  /// All meetings of a member that had no entry when they were recorded. The settlements of shows
  /// are not among them: they follow their meetings.
  public List<BlockedActivity> pointedAtBy(String memberId) {
    return table.beginningWith(Keys.memberPartition(memberId), Keys.PART).stream()
        .map(item -> Document.read(item, Participation.class))
        .filter(part -> !part.activityId().isShow())
        .map(part -> new BlockedActivity(part.activityId(), part.kind()))
        .toList();
  }
}
