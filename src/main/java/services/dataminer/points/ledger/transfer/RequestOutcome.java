package services.dataminer.points.ledger.transfer;

/// What became of a member's wish to transfer points.
public sealed interface RequestOutcome {

  /// They are reserved, now or by the same wish before.
  record Reserved() implements RequestOutcome {}

  /// Another wish has that id.
  ///
  /// @param points how many points it is about
  record OfOtherPoints(long points) implements RequestOutcome {}

  /// A wish with an id that has been used.
  static RequestOutcome again(Transfer before, Transfer wanted) {
    return before.points() == wanted.points() ? new Reserved() : new OfOtherPoints(before.points());
  }

  /// There is no such member, or the person was erased meanwhile.
  record OfNoOne() implements RequestOutcome {}

  /// There are not so many.
  ///
  /// @param transferable how many there are
  record TooMany(long transferable) implements RequestOutcome {}
}
