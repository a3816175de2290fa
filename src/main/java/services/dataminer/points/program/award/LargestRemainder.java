package services.dataminer.points.program.award;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import services.dataminer.points.program.activity.ActivityId;

/// Turns exact portions into whole shares that add up: each is rounded down, and the odd points go
/// one by one to the largest remainders. Ties are drawn by a hash of the activity and the person,
/// lowest first, so that the same division always ends the same and favours no one over time.
final class LargestRemainder {

  private LargestRemainder() {}

  /// @param portions exact parts that add up to a whole number
  /// @return a share for each portion, in their order
  static List<Share> divide(ActivityId activity, List<Portion> portions) {
    Fraction sum = portions.stream().map(Portion::exact).reduce(Fraction.ZERO, Fraction::plus);
    long floors = portions.stream().mapToLong(portion -> portion.exact().floor()).sum();
    if (sum.remainder().compareTo(Fraction.ZERO) != 0) {
      throw new IllegalArgumentException(activity + ": portions add up to " + sum + ", not whole");
    }
    long odd = sum.floor() - floors;
    Set<Integer> favoured =
        IntStream.range(0, portions.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> portions.get(i).exact().remainder())
                    .reversed()
                    .thenComparing(i -> portions.get(i).person().lot(activity)))
            .limit(odd)
            .collect(Collectors.toSet());
    return IntStream.range(0, portions.size())
        .mapToObj(
            i -> {
              Portion portion = portions.get(i);
              long points = portion.exact().floor() + (favoured.contains(i) ? 1 : 0);
              return new Share(portion.person(), portion.exact(), points, portion.awarded());
            })
        .toList();
  }
}
