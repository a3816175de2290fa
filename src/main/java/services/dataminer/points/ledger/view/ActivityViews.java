package services.dataminer.points.ledger.view;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.show.ShowMeeting;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;

/// Finds the views of activities: one batch read, and one more where some have many people, and one
/// where some are meetings of shows.
@Singleton
public class ActivityViews {

  private final Table table;
  private final Activities activities;

  public ActivityViews(Table table) {
    this.table = table;
    this.activities = new Activities(table);
  }

  public Optional<ActivityView> of(ActivityId id) {
    return of(List.of(id)).stream().findFirst();
  }

  /// The views of those activities that are known, in the order asked for.
  public List<ActivityView> of(Collection<ActivityId> ids) {
    List<ActivityRecord> records = activities.all(ids);
    List<Key> ofShows =
        records.stream().flatMap(record -> ShowMeetings.key(record).stream()).toList();
    var meetings = table.read(ofShows);
    return records.stream()
        .map(
            record ->
                new ActivityView(
                    record,
                    ShowMeetings.key(record)
                        .map(meetings::get)
                        .map(item -> Document.read(item, ShowMeeting.class))))
        .toList();
  }
}
