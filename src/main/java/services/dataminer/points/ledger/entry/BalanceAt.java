package services.dataminer.points.ledger.entry;

import java.util.List;
import services.dataminer.points.program.membership.MembershipYear;

/// A member's balance, seen from an instant.
///
/// @param balance as it is now, with all that is known today
/// @param later the entries in it that are dated after the instant
public record BalanceAt(Balance balance, List<Entry> later) {

  /// Points earned in a year up to the instant.
  public long earnedIn(MembershipYear year) {
    long after =
        later.stream()
            .filter(entry -> entry.kind().earns())
            .filter(entry -> entry.year().equals(year.from()))
            .mapToLong(Entry::points)
            .sum();
    return balance.earnedInYearFrom(year.from()) - after;
  }
}
