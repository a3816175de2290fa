package services.dataminer.points.program.rules;

import java.util.Objects;

/// What the levels ask for. Source: DevOps Professional Program, points per membership year.
///
/// @param advocate points within a membership year from which on someone is an Advocate, positive
/// @param enabler the same for an Enabler, more than for an Advocate
/// @param catalyst the same for a Catalyst, more than for an Enabler
/// @param demotion what is left of a level that was not earned again
/// @param benefits what the levels stand for and bring
public record Levels(
    long advocate, long enabler, long catalyst, Demotion demotion, LevelBenefits benefits) {

  public Levels {
    Objects.requireNonNull(benefits, "benefits");
    Objects.requireNonNull(demotion, "demotion");
    if (advocate <= 0) {
      throw new IllegalArgumentException("an Advocate needs at least 1 point, not " + advocate);
    }
    if (enabler <= advocate || catalyst <= enabler) {
      throw new IllegalArgumentException(
          "each level needs more points than the one below, not %d, %d, %d"
              .formatted(advocate, enabler, catalyst));
    }
  }

  /// The level that these points of one membership year reach; they may be negative.
  public Level of(long points) {
    if (points >= catalyst) {
      return Level.CATALYST;
    }
    if (points >= enabler) {
      return Level.ENABLER;
    }
    return points >= advocate ? Level.ADVOCATE : Level.MEMBER;
  }

  /// The fewest points of a membership year that reach a level; none are needed for a member.
  public long threshold(Level level) {
    return switch (level) {
      case MEMBER -> 0;
      case ADVOCATE -> advocate;
      case ENABLER -> enabler;
      case CATALYST -> catalyst;
    };
  }
}
