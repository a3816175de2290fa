package services.dataminer.points.application.message;

import java.util.List;

/// The queues that keep what failed for good.
@FunctionalInterface
public interface DeadLetters {

  /// What one of them keeps.
  ///
  /// @param what one of them is, in words, such as `message`
  /// @param count about how many
  record Kept(String what, long count) {}

  /// How many each keeps, within two seconds; empty where they cannot be counted now.
  List<Kept> counts();
}
