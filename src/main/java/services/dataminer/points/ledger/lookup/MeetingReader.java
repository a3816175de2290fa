package services.dataminer.points.ledger.lookup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.directory.DirectorySnapshot;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Snapshot;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Pseudonym;

/// Reads meetings together with what the directory says of the people and booths named.
@Singleton
public class MeetingReader {

  private final Table table;
  private final Activities activities;
  private final Directory directory;

  public MeetingReader(Table table, Directory directory) {
    this.table = table;
    this.activities = new Activities(table);
    this.directory = directory;
  }

  /// A meeting: one batch read, and one more where it has many people.
  public KnownMeeting read(ActivityId id, Collection<Address> people, Collection<Booth> booths) {
    var keys = new ArrayList<>(directory.keys(people));
    keys.add(Keys.activity(id));
    booths.stream().map(Directory::key).forEach(keys::add);
    Snapshot items = Snapshot.of(table, keys);
    return new KnownMeeting(
        activities
            .in(items.items(), id)
            .orElseGet(() -> ActivityRecord.unknown(id, ActivityKind.MEETING)),
        new DirectorySnapshot(directory, items));
  }

  /// What the directory says of more people and another booth, too: one batch read of what is not
  /// known of it yet, or none.
  ///
  /// @param identities of people whose address is not known
  public DirectorySnapshot lookUp(
      DirectorySnapshot known,
      Collection<Address> people,
      Collection<Pseudonym> identities,
      Optional<Booth> booth) {
    var keys = new ArrayList<>(directory.keys(people));
    identities.stream().map(Keys::identity).forEach(keys::add);
    booth.map(Directory::key).ifPresent(keys::add);
    return new DirectorySnapshot(directory, known.items().with(table, keys));
  }
}
