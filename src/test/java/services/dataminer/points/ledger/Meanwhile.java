package services.dataminer.points.ledger;

import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Lets someone else be quicker, once: just before the first request of a kind reaches the table;
/// see [LocalTable#through].
public final class Meanwhile implements ExecutionInterceptor {

  private final Class<? extends SdkRequest> kind;
  private final Runnable others;
  private final AtomicBoolean happened = new AtomicBoolean();

  /// @param others work of others, through a table of their own
  public Meanwhile(Class<? extends SdkRequest> kind, Runnable others) {
    this.kind = kind;
    this.others = others;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (kind.isInstance(context.request()) && happened.compareAndSet(false, true)) {
      others.run();
    }
  }

  public boolean happened() {
    return happened.get();
  }
}
