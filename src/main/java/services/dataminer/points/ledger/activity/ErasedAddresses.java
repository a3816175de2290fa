package services.dataminer.points.ledger.activity;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Pseudonym;

/// Removes addresses that an activity may not keep, even if senders report them.
public final class ErasedAddresses {

  private ErasedAddresses() {}

  /// The activity without the addresses of some people. Who they are and what they get stays.
  ///
  /// @param assessed with the tie breakers as drawn by address
  /// @param erased whose addresses go
  public static ActivityRecord without(ActivityRecord assessed, Predicate<Pseudonym> erased) {
    // A show's meeting is divided with its show, so that is the tie breaker that counts.
    ActivityId divided = showOf(assessed).orElse(assessed.id());
    var people = new TreeMap<>(assessed.people());
    people.replaceAll((who, person) -> erased.test(who) ? person.erased(who, divided) : person);
    return people.equals(assessed.people())
        ? assessed
        : assessed.withFacts(assessed.facts(), people);
  }

  /// The show with which a meeting is divided; empty for every other activity.
  public static Optional<ActivityId> showOf(ActivityRecord activity) {
    return activity
        .show()
        .flatMap(show -> activity.partnerId().map(partner -> ActivityId.show(show.id(), partner)));
  }
}
