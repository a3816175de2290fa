package services.dataminer.points.application.night;

import java.time.Instant;
import java.util.Map;
import services.dataminer.points.application.run.TimeBudget;

/// A kind of night, as far as one that is divided is concerned.
public interface ShardedWork {

  /// Works on what is due in a shard. Right in any order, twice, overlapping and late.
  ShardOutcome work(DueTonight shard, TimeBudget time);

  /// Reports a whole night as one that was worked on in one call would be.
  ///
  /// @param sums those of all shards, and of what was done before the night was divided
  void report(Instant scheduledAt, Map<String, Long> sums);
}
