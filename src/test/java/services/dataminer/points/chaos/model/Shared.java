package services.dataminer.points.chaos.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Points divided among people, whole: rounded down, the odd points to the largest remainders, ties
/// in the order of a hash of activity and person.
final class Shared {
  private Shared() {}

  /// @param exact each person's part, by what decides a tie; they add up to a whole
  static Map<String, Long> among(String activity, Map<String, Ratio> exact) {
    var shares = new TreeMap<String, Long>();
    exact.forEach((key, part) -> shares.put(key, part.whole()));
    long sum = exact.values().stream().reduce(Ratio.ZERO, Ratio::plus).whole();
    long odd = sum - shares.values().stream().mapToLong(Long::longValue).sum();
    List<String> order =
        exact.keySet().stream()
            .sorted(
                Comparator.comparing((String key) -> exact.get(key).rest())
                    .reversed()
                    .thenComparing(key -> hash(activity, key)))
            .toList();
    order.stream().limit(odd).forEach(key -> shares.merge(key, 1L, Long::sum));
    return shares;
  }

  private static String hash(String activity, String key) {
    try {
      byte[] text = (activity + "\n" + key).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
