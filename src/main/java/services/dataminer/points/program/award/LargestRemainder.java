package services.dataminer.points.program.award;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import services.dataminer.points.program.activity.ActivityId;

/// Divides whole points exactly: every share begins rounded down, and the odd points go one by one
/// to the largest remainders. Ties are broken by a hash of the activity and the person, lowest
/// first, so that the same division always ends the same and favours no one over time.
final class LargestRemainder {

  private LargestRemainder() {}

  /// @param shares rounded down; their exact parts add up to a whole number
  /// @return the shares in their order, with all points given out
  static List<Share> divide(ActivityId activity, List<Share> shares) {
    Fraction sum = shares.stream().map(Share::exact).reduce(Fraction.ZERO, Fraction::plus);
    if (!sum.isWhole()) {
      throw new IllegalArgumentException(activity + ": shares add up to " + sum + ", not whole");
    }
    long odd = sum.floor() - shares.stream().mapToLong(Share::points).sum();
    Set<Integer> favoured =
        IntStream.range(0, shares.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> shares.get(i).exact().remainder())
                    .reversed()
                    .thenComparing(i -> shares.get(i).person().tieBreaker().at(activity)))
            .limit(odd)
            .collect(Collectors.toSet());
    return IntStream.range(0, shares.size())
        .mapToObj(i -> favoured.contains(i) ? shares.get(i).roundedUp() : shares.get(i))
        .toList();
  }
}
