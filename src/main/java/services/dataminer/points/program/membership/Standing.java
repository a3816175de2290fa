package services.dataminer.points.program.membership;

import java.time.LocalDate;
import java.util.Optional;
import services.dataminer.points.program.rules.Level;
import services.dataminer.points.program.rules.Levels;
import services.dataminer.points.program.rules.RuleBook;

/// Where a member stands at a moment. Source: DevOps Professional Program, levels and the life
/// cycle of a membership.
///
/// @param level the level held: the higher of the one carried and the one earned
/// @param carried the level brought into the membership year
/// @param year the membership year of the moment
/// @param earned points of that year up to the moment; may be negative
/// @param next the level above the one held; empty at the highest
public record Standing(
    Level level, Level carried, MembershipYear year, long earned, Optional<Next> next) {

  /// What is missing for a level.
  ///
  /// @param pointsToGo at least 1
  public record Next(Level level, long pointsToGo) {}

  /// How many points a member has of a membership year, by what is dated up to the moment.
  @FunctionalInterface
  public interface Earned {
    long in(MembershipYear year);
  }

  /// Where a member stands, by sums of what was earned: a function of nothing else.
  ///
  /// @param signedUpOn the first day of the first membership year
  /// @param day the day of the moment in the program's time zone
  /// @param earned sums of what is dated up to the moment
  /// @throws IllegalArgumentException if the day is before the sign-up
  public static Standing on(LocalDate signedUpOn, LocalDate day, Earned earned, RuleBook rules) {
    if (day.isBefore(signedUpOn)) {
      throw new IllegalArgumentException(day + " is before the sign-up on " + signedUpOn);
    }
    MembershipYear now = MembershipYear.of(signedUpOn, day);
    Level carried = Level.MEMBER;
    MembershipYear year = MembershipYear.of(signedUpOn, signedUpOn);
    while (year.from().isBefore(now.from())) {
      Levels levels = rules.levelsOn(year.to().minusDays(1));
      carried = carriedOn(carried, levels.of(earned.in(year)), levels);
      year = MembershipYear.of(signedUpOn, year.to());
    }
    return in(now, carried, earned.in(now), rules.levelsOn(day));
  }

  /// Where the points of a membership year lead.
  ///
  /// @param carried the level brought into the year
  /// @param points those of the year; may be negative
  public static Standing in(MembershipYear year, Level carried, long points, Levels levels) {
    Level held = higher(carried, levels.of(points));
    Optional<Next> next =
        held.above().map(above -> new Next(above, levels.threshold(above) - points));
    return new Standing(held, carried, year, points, next);
  }

  /// What an anniversary leaves of a level.
  ///
  /// @param carried the level brought into the year just ended
  /// @param reached the level of that year's points
  private static Level carriedOn(Level carried, Level reached, Levels levels) {
    return switch (levels.demotion()) {
      case TO_LEVEL_OF_POINTS -> reached;
      case ONE_LEVEL -> higher(reached, higher(carried, reached).below());
    };
  }

  private static Level higher(Level one, Level other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
