package services.dataminer.points.ledger.activity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What has been written about a decision so far: the next writing adds what is missing, and
/// nothing twice.
///
/// @param earned where its points count, since the first of them were granted
/// @param granted what entries have been written for, by ref
/// @param pointers members who have a pointer to the activity, as they have no entry
/// @param waiting what it depends on in the table, by the partition of the missing thing
public record Posted(
    Optional<Earned> earned,
    SortedMap<String, Granted> granted,
    SortedSet<String> pointers,
    SortedSet<String> waiting) {

  /// What has been granted to one person.
  ///
  /// @param points whole points, the sum of the entries written
  /// @param year the first day of the membership year in which they count
  public record Granted(String memberId, long points, LocalDate year) {}

  static final Posted NOTHING =
      new Posted(Optional.empty(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>());

  public Posted {
    granted = granted == null ? new TreeMap<>() : granted;
    pointers = pointers == null ? new TreeSet<>() : pointers;
    waiting = waiting == null ? new TreeSet<>() : waiting;
  }

  /// The same, to which no member has a pointer: they are written anew.
  Posted withoutPointers() {
    return new Posted(earned, granted, new TreeSet<>(), waiting);
  }

  /// The same, waiting for nothing.
  Posted released() {
    return new Posted(earned, granted, pointers, new TreeSet<>());
  }
}
