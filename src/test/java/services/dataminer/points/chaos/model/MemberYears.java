package services.dataminer.points.chaos.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// Someone's membership years, and the levels in them. Source: DevOps Professional Program, levels.
public record MemberYears(LocalDate signedUpOn) {
  private static final List<String> LEVELS = List.of("MEMBER", "ADVOCATE", "ENABLER", "CATALYST");
  private static final List<Long> LEAST = List.of(Long.MIN_VALUE, 750L, 5000L, 15000L);

  /// Half-open.
  public record Year(LocalDate from, LocalDate to) {}

  /// How a year ends.
  public record Standing(Year year, long earned, String carried, String level) {}

  public static MemberYears of(LocalDate signedUpOn) {
    return new MemberYears(signedUpOn);
  }

  /// The year in which a day counts; what was earned before the sign-up counts in the first.
  public Year yearOf(LocalDate day) {
    int number = 0;
    while (!day.isBefore(signedUpOn.plusYears(number + 1))) {
      number++;
    }
    return new Year(signedUpOn.plusYears(number), signedUpOn.plusYears(number + 1));
  }

  /// All years that begin before a day.
  public List<Standing> until(LocalDate end, ToLongFunction<Year> earned) {
    var standings = new ArrayList<Standing>();
    int carried = 0;
    for (int n = 0; signedUpOn.plusYears(n).isBefore(end); n++) {
      var year = new Year(signedUpOn.plusYears(n), signedUpOn.plusYears(n + 1));
      long points = earned.applyAsLong(year);
      int reached = level(points);
      standings.add(
          new Standing(year, points, LEVELS.get(carried), LEVELS.get(Math.max(carried, reached))));
      carried = reached;
    }
    return standings;
  }

  private static int level(long points) {
    int level = 0;
    while (level + 1 < LEAST.size() && points >= LEAST.get(level + 1)) {
      level++;
    }
    return level;
  }
}
