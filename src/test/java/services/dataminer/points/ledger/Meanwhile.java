package services.dataminer.points.ledger;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Lets others be quicker: just before the first requests of a kind reach the table, in turn; see
/// [LocalTable#through].
public final class Meanwhile implements ExecutionInterceptor {

  private final Class<? extends SdkRequest> kind;
  private final List<Runnable> others;
  private final AtomicInteger requests = new AtomicInteger();

  /// @param others work of others before the first request, the second and so on, through a table
  ///   of their own
  public Meanwhile(Class<? extends SdkRequest> kind, Runnable... others) {
    this.kind = kind;
    this.others = List.of(others);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (kind.isInstance(context.request())) {
      int request = requests.getAndIncrement();
      if (request < others.size()) {
        others.get(request).run();
      }
    }
  }

  /// Whether all of it happened.
  public boolean happened() {
    return requests.get() >= others.size();
  }
}
