package services.dataminer.points.ledger.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How far the nights got through the roster of members, of which each night reconciles one part.
///
/// @param version counts the steps; 0 before the first
/// @param night the night whose part this is
/// @param part the part of the roster
/// @param after the last member reconciled of it; empty at its beginning
/// @param done whether the part is through
/// @param nights those that had their part, the last to be run first
public record RosterCursor(
    long version,
    LocalDate night,
    int part,
    Optional<String> after,
    boolean done,
    List<LocalDate> nights) {

  /// How many nights are remembered, so that they may be run again.
  private static final int REMEMBERED = 60;

  /// Before any night.
  static RosterCursor none() {
    return new RosterCursor(0, LocalDate.EPOCH, -1, Optional.empty(), true, List.of());
  }

  /// Whether a night has anything left to reconcile here: the rest of this part, whichever night
  /// began it or, if it is through, the next part. A night that had its part has not.
  boolean concerns(LocalDate wanted) {
    return !done || !nights.contains(wanted);
  }

  /// The part that a night is to go on with.
  ///
  /// @param parts how many there are
  RosterCursor at(LocalDate wanted, int parts) {
    return done
        ? new RosterCursor(version, wanted, (part + 1) % parts, Optional.empty(), false, nights)
        : this;
  }

  /// One step further.
  RosterCursor past(String memberId) {
    return new RosterCursor(version + 1, night, part, Optional.of(memberId), false, nights);
  }

  /// The end of the part.
  RosterCursor through() {
    var had = Stream.concat(Stream.of(night), nights.stream()).limit(REMEMBERED).toList();
    return new RosterCursor(version + 1, night, part, after, true, had);
  }
}
