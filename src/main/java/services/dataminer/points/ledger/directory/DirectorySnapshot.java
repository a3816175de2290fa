package services.dataminer.points.ledger.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.activity.Dependency;
import services.dataminer.points.ledger.activity.LedgerWrite;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Snapshot;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.Venue;

/// What the directory says of some people, booths and courses, as it was read. Of others, which
/// were not read, it says the same as of strangers.
public final class DirectorySnapshot {

  private final Directory directory;
  private final Snapshot items;

  /// @param items the directory's, read by the keys that the [Directory] names
  public DirectorySnapshot(Directory directory, Snapshot items) {
    this.directory = directory;
    this.items = items;
  }

  /// For whoever reads more of it.
  public Snapshot items() {
    return items;
  }

  /// Who these people are, by pseudonym.
  public Map<Pseudonym, Participant> people(Collection<Address> named) {
    return directory.people(named, items.items());
  }

  /// Whose an identity is, if it is a member's.
  public Optional<IdentityItem> member(Pseudonym who) {
    return Directory.member(who, items.items());
  }

  /// Whether an identity was an erased person's and has not been entered for anyone since, so that
  /// no activity may keep it.
  public boolean isErased(Pseudonym who) {
    return Directory.isErased(who, items.items());
  }

  /// At which booth a booking is.
  public Venue venue(Booking booking) {
    return Directory.venue(booking, items.items());
  }

  /// What waits for a show at a booth, as long as the booth is as it was read.
  public Dependency dependencyOn(Booth booth) {
    Key key = Directory.key(booth);
    var item = items.items().get(key);
    long version = item == null ? 0 : Long.parseLong(item.get("version").n());
    return new Dependency(key, Optional.of(Condition.version(version)), Optional.empty());
  }

  /// The catalogue's entry.
  public Optional<Course> course(String courseId) {
    return Courses.in(items.items(), courseId);
  }

  /// Puts a course on the list of those that the catalogue lacks, when something begins to wait for
  /// it; nothing where the list has it for as long.
  ///
  /// @param now when we learned of it
  public LedgerWrite listAsMissing(MissingCourses.Described course, Instant now) {
    return transaction -> MissingCourses.note(transaction, items.items(), course, now);
  }
}
