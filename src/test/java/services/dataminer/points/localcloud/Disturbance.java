package services.dataminer.points.localcloud;

import java.util.Optional;

/// What goes wrong with the calls of functions to DynamoDB and SQS, call by call.
@FunctionalInterface
public interface Disturbance {
  /// Nothing goes wrong.
  Disturbance NONE = (_, _) -> Optional.empty();

  /// How a call can go wrong.
  enum Mishap {
    /// Another writer is at the same item; only writes to DynamoDB have it.
    CONFLICT,
    /// The service asks to send less.
    THROTTLING,
    /// The service fails and does nothing.
    INTERNAL_ERROR,
    /// The service does what it is asked to, and the caller never hears of it.
    LOST_ANSWER,
    /// The connection breaks before the call arrives.
    CUT
  }

  /// What happens to the next call.
  ///
  /// @param service `dynamodb` or `sqs`
  /// @param operation such as `PutItem`
  Optional<Mishap> next(String service, String operation);
}
