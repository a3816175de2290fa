package services.dataminer.points.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/// Counts what transactions write to a table; see [LocalTable#through].
public final class Writes implements ExecutionInterceptor {

  private static final int KILOBYTE = 1024;

  private final List<String> changed = new ArrayList<>();
  private int requests;
  private long units;

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (context.request() instanceof TransactWriteItemsRequest request
        && context.response() instanceof TransactWriteItemsResponse) {
      requests++;
      units += request.transactItems().stream().mapToLong(Writes::units).sum();
      request.transactItems().stream().flatMap(Writes::key).forEach(changed::add);
    }
  }

  /// Two for every kilobyte in a transaction; DynamoDB Local says otherwise. What is not put whole
  /// has less than one.
  private static long units(TransactWriteItem item) {
    return item.put() == null
        ? 2
        : 2L * Math.ceilDiv(item.put().item().toString().length(), KILOBYTE);
  }

  private static Stream<String> key(TransactWriteItem item) {
    var key =
        item.put() != null
            ? item.put().item()
            : item.update() != null
                ? item.update().key()
                : item.delete() != null ? item.delete().key() : null;
    return key == null ? Stream.empty() : Stream.of(key.get("pk").s() + " " + key.get("sk").s());
  }

  /// Requests that wrote anything.
  public int requests() {
    return requests;
  }

  /// The write units that these consumed, checks of conditions included.
  public long units() {
    return units;
  }

  /// The keys of the items put, updated or deleted, in order.
  public List<String> changed() {
    return List.copyOf(changed);
  }

  /// Counts from nothing again.
  public void clear() {
    changed.clear();
    requests = 0;
    units = 0;
  }
}
