package services.dataminer.points.ledger.story;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.show.ShowMeeting;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;

/// Finds the stories of activities: one batch read, and one more where some are meetings of shows.
@Singleton
public class Stories {

  private final Table table;

  public Stories(Table table) {
    this.table = table;
  }

  public Optional<Story> of(ActivityId id) {
    return of(List.of(id)).stream().findFirst();
  }

  /// The stories of those activities that are known, in the order asked for.
  public List<Story> of(Collection<ActivityId> ids) {
    var items = table.read(ids.stream().map(Keys::activity).toList());
    List<ActivityRecord> records =
        ids.stream()
            .map(id -> items.get(Keys.activity(id)))
            .filter(item -> item != null)
            .map(item -> Document.read(item, ActivityRecord.class))
            .toList();
    List<Key> ofShows =
        records.stream().flatMap(record -> ShowMeetings.key(record).stream()).toList();
    var meetings = table.read(ofShows);
    return records.stream()
        .map(
            record ->
                new Story(
                    record,
                    ShowMeetings.key(record)
                        .map(meetings::get)
                        .map(item -> Document.read(item, ShowMeeting.class))))
        .toList();
  }
}
