package services.dataminer.points.ledger.activity;

import java.util.Optional;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.program.activity.Pseudonym;

/// Something an activity misses and waits for.
///
/// @param missing where it will be
/// @param stillMissing what holds as long as it is missing; checked in the transaction that starts
///   the wait, so that whoever adds the thing either sees the wait or is seen. Empty where it does
///   not matter, as the wait only leads to where an address is kept
/// @param person who is waiting, where people are counted: the same for all that a person waits
///   with, and no name
public record Dependency(Key missing, Optional<Condition> stillMissing, Optional<String> person) {

  /// On the member behind an identity. Whoever's address is kept must be a stranger to the
  /// directory to the last; an erased person's, which is not kept, only nobody's.
  ///
  /// @param person who it is as far as known
  public static Dependency onMember(Pseudonym who, Participant person) {
    Condition missing = person.hasAddress() ? Condition.ABSENT : Condition.lacks("memberId");
    return new Dependency(Keys.identity(who), Optional.of(missing), Optional.empty());
  }

  /// On nothing that would change the activity: it only leads to where someone's address is kept.
  public static Dependency onAddress(Pseudonym who) {
    return new Dependency(Keys.identity(who), Optional.empty(), Optional.empty());
  }

  /// On an entry of the catalogue.
  ///
  /// @param courseId an IRI
  /// @param person who is waiting for it
  public static Dependency onCourse(String courseId, Optional<String> person) {
    return new Dependency(Keys.course(courseId), Optional.of(Condition.ABSENT), person);
  }

  /// Whether an activity is known to wait for it already.
  public boolean isNotedIn(ActivityRecord activity) {
    return activity.waiting().contains(missing.pk());
  }
}
