package services.dataminer.points.application.rules;

import java.util.List;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.program.membership.MembershipYear;
import services.dataminer.points.program.membership.Standing;
import services.dataminer.points.program.rules.Level;

/// What a draft of the rules would change for one member in one membership year.
///
/// @param before where the member stands at the end of the year by all that is earned so far
/// @param after where the member would stand, by the draft's thresholds
/// @param afterByRulesInForce the level of the draft's points by the thresholds in force, which
///   shows whether points or thresholds move the member
/// @param activities those that make the difference, the largest first
public record MemberChange(
    Member member,
    Standing before,
    Standing after,
    Level afterByRulesInForce,
    List<ActivityChange> activities) {

  public MemberChange {
    activities = List.copyOf(activities);
  }

  public MembershipYear year() {
    return before.year();
  }

  /// Whole points, signed.
  public long difference() {
    return after.earned() - before.earned();
  }

  /// How many levels the member would move; below 0 downwards.
  public int levels() {
    return after.level().compareTo(before.level());
  }

  /// Whether the draft changes the points or the level.
  boolean isAny() {
    return difference() != 0 || levels() != 0 || !activities.isEmpty();
  }
}
