package services.dataminer.points.ledger.proof;

import java.time.LocalDate;
import java.util.Optional;

/// How far the nights got through the roster of members, of which each night proves one part.
///
/// @param version counts the steps; 0 before the first
/// @param night the night whose part this is
/// @param part the part of the roster
/// @param after the last member proved of it; empty at its beginning
/// @param done whether the part is through
public record Round(long version, LocalDate night, int part, Optional<String> after, boolean done) {

  /// Before any night.
  static Round none() {
    return new Round(0, LocalDate.MIN, -1, Optional.empty(), true);
  }

  /// Whether a night has anything left to prove here: the rest of this part, whichever night began
  /// it or, if it is through, the next part. A night earlier than the last one has not.
  boolean concerns(LocalDate wanted) {
    return !done || wanted.isAfter(night);
  }

  /// The part that a night is to go on with.
  ///
  /// @param parts how many there are
  Round at(LocalDate wanted, int parts) {
    return done ? new Round(version, wanted, (part + 1) % parts, Optional.empty(), false) : this;
  }

  /// One step further.
  Round past(String memberId) {
    return new Round(version + 1, night, part, Optional.of(memberId), false);
  }

  /// The end of the part.
  Round through() {
    return new Round(version + 1, night, part, after, true);
  }
}
