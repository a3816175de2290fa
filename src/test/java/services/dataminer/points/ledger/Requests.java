package services.dataminer.points.ledger;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Counts what is read from a table; see [LocalTable#through].
public final class Requests implements ExecutionInterceptor {

  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong itemsRead = new AtomicLong();

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    calls.incrementAndGet();
    switch (context.response()) {
      case QueryResponse query -> itemsRead.addAndGet(query.scannedCount());
      case BatchGetItemResponse batch ->
          itemsRead.addAndGet(batch.responses().values().stream().mapToLong(List::size).sum());
      default -> {}
    }
  }

  /// Calls of the table that were answered.
  public long calls() {
    return calls.get();
  }

  /// Items that queries and batch reads went through.
  public long itemsRead() {
    return itemsRead.get();
  }
}
