package services.dataminer.points.localcloud;

import java.util.OptionalInt;

/// An event source mapping: which function works on a queue, and how.
///
/// @param reportsBatchItemFailures whether the function's answer names the messages that failed;
///   without it Lambda deletes every message of an answered batch
record QueueMapping(
    String queue,
    String function,
    int batchSize,
    boolean reportsBatchItemFailures,
    OptionalInt maximumConcurrency) {}
