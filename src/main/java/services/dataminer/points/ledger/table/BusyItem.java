package services.dataminer.points.ledger.table;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import services.dataminer.points.platform.outage.Unavailable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// Waits for items that someone else is writing. While a transaction is under way, DynamoDB refuses
/// every other write of its items: another transaction with the reason `TransactionConflict`, a
/// single write with a `TransactionConflictException`. The SDK sends neither again. It does repeat
/// what was throttled; what is throttled even then is repeated here. Reads outside of
/// `TransactGetItems`, which nothing here uses, never conflict.
final class BusyItem {

  /// No attempt begins later than this, since an attempt may include the SDK's own repetitions.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Collection<String> TRANSIENT =
      List.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private BusyItem() {}

  /// Sends one and the same write until the items it concerns are free.
  ///
  /// @throws Unavailable if they never were
  static <R> R waitFor(Supplier<R> write) {
    long begun = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        return write.get();
      } catch (DynamoDbException e) {
        if (!isTransient(e)) {
          throw e;
        }
        if (attempt == Backoff.ATTEMPTS || System.nanoTime() - begun > PATIENCE.toNanos()) {
          throw new Unavailable("an item is busy after " + attempt + " attempts", e);
        }
        Backoff.pauseAfter(attempt);
      }
    }
  }

  private static boolean isTransient(DynamoDbException e) {
    return switch (e) {
      case TransactionCanceledException cancelled -> TRANSIENT.containsAll(reasons(cancelled));
      case TransactionConflictException _ -> true;
      default -> e.isThrottlingException();
    };
  }

  /// Why each write of a transaction was refused; `None` for those that were not.
  static List<String> reasons(TransactionCanceledException cancelled) {
    return cancelled.cancellationReasons().stream().map(reason -> reason.code()).toList();
  }
}
