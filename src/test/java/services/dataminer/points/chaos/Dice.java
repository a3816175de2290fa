package services.dataminer.points.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Chance that a seed repeats.
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /// Of each hundred times, so many.
  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  /// Both bounds included.
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /// Different ones, in any order; all of them if there are fewer.
  <T> List<T> some(int many, List<T> of) {
    List<T> shuffled = shuffled(of);
    return List.copyOf(shuffled.subList(0, Math.min(many, shuffled.size())));
  }

  <T> List<T> shuffled(List<T> of) {
    var all = new ArrayList<>(of);
    Collections.shuffle(all, random);
    return all;
  }

  /// A whole minute, the first bound included.
  Instant time(Instant from, Instant to) {
    long minutes = Duration.between(from, to).toMinutes();
    return from.plus(Duration.ofMinutes(random.nextLong(Math.max(1, minutes))));
  }

  UUID uuid() {
    return new UUID(
        random.nextLong() & ~0xF000L | 0x4000L,
        random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
  }

  /// A new chance for a part of the work.
  Dice child() {
    return new Dice(random.nextLong());
  }
}
