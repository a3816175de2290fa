package services.dataminer.points.localcloud;

import java.util.Optional;

/// A queue as the template describes it.
///
/// @param redrive where messages go that failed too often
record QueueDefinition(
    String logicalId, String name, int visibilityTimeoutSeconds, Optional<Redrive> redrive) {

  /// @param maxReceiveCount how often a message is tried before it is a dead letter
  record Redrive(String deadLetterQueue, int maxReceiveCount) {}

  String arn() {
    return LocalAccount.arn("sqs", name);
  }

  static String nameOf(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
