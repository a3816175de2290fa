package services.dataminer.points.application.award;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// Ends the process, as it were, before a transaction.
final class StoppingAfter implements ExecutionInterceptor {
  private int left;

  StoppingAfter(int transactions) {
    left = transactions;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (context.request() instanceof TransactWriteItemsRequest && left-- == 0) {
      throw new IllegalStateException("killed");
    }
  }
}
