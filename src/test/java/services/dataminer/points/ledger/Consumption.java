package services.dataminer.points.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import services.dataminer.points.ledger.table.Table;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Counts what is asked of a table and the [Units] that it takes, or holds up each request, as a
/// network does.
public final class Consumption implements InvocationHandler {

  private final DynamoDbClient client;
  private final Duration delay;
  private final Duration transactionDelay;

  /// Units take reads of their own, which would disturb durations.
  private final boolean counts;

  private final AtomicLong requests = new AtomicLong();
  private final DoubleAdder readUnits = new DoubleAdder();
  private final DoubleAdder writeUnits = new DoubleAdder();
  private final Queue<SdkRequest> seen = new ConcurrentLinkedQueue<>();

  private Consumption(DynamoDbClient client, Duration delay, Duration transactionDelay) {
    this.client = client;
    this.delay = delay;
    this.transactionDelay = transactionDelay;
    this.counts = delay.isZero();
  }

  public static Consumption of(DynamoDbClient client) {
    return new Consumption(client, Duration.ZERO, Duration.ZERO);
  }

  /// @param delay how much later each answer comes, but for a transaction's
  public static Consumption delayed(
      DynamoDbClient client, Duration delay, Duration transactionDelay) {
    return new Consumption(client, delay, transactionDelay);
  }

  /// A client whose requests are counted.
  public DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            Consumption.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this);
  }

  /// A table whose requests are counted.
  public LocalTable table(LocalTable local) {
    DynamoDbClient counted = client();
    return new LocalTable(local.name(), counted, new Table(counted, local.name()));
  }

  public long requests() {
    return requests.get();
  }

  public double readUnits() {
    return readUnits.sum();
  }

  public double writeUnits() {
    return writeUnits.sum();
  }

  /// The requests, in order.
  public List<SdkRequest> seen() {
    return List.copyOf(seen);
  }

  /// Begins anew.
  public void reset() {
    requests.set(0);
    readUnits.reset();
    writeUnits.reset();
    seen.clear();
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (arguments != null
        && arguments.length == 1
        && arguments[0] instanceof SdkRequest request
        && SdkResponse.class.isAssignableFrom(method.getReturnType())) {
      return counted(method, request);
    }
    return method.isDefault()
        ? InvocationHandler.invokeDefault(proxy, method, arguments)
        : method.invoke(client, arguments);
  }

  private Object counted(Method operation, SdkRequest request) throws Throwable {
    requests.incrementAndGet();
    seen.add(request);
    if (!counts) {
      Thread.sleep(request instanceof TransactWriteItemsRequest ? transactionDelay : delay);
    }
    Map<WrittenItem, Map<String, AttributeValue>> before = new HashMap<>();
    if (counts) {
      written(request).forEach(item -> before.put(item, stored(item)));
    }
    try {
      Object response = operation.invoke(client, request);
      if (counts) {
        before.forEach(
            (item, was) ->
                writeUnits.add(
                    Units.written(
                        was, stored(item), request instanceof TransactWriteItemsRequest)));
        countRead(request, response);
      }
      return response;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private record WrittenItem(String table, Map<String, AttributeValue> key) {

    static WrittenItem of(String table, Map<String, AttributeValue> item) {
      return new WrittenItem(table, Map.of("pk", item.get("pk"), "sk", item.get("sk")));
    }

    static WrittenItem of(TransactWriteItem write) {
      if (write.put() != null) {
        return of(write.put().tableName(), write.put().item());
      }
      if (write.update() != null) {
        return of(write.update().tableName(), write.update().key());
      }
      return write.delete() != null
          ? of(write.delete().tableName(), write.delete().key())
          : of(write.conditionCheck().tableName(), write.conditionCheck().key());
    }
  }

  private static List<WrittenItem> written(SdkRequest request) {
    return switch (request) {
      case TransactWriteItemsRequest it ->
          it.transactItems().stream().map(WrittenItem::of).toList();
      case PutItemRequest it -> List.of(WrittenItem.of(it.tableName(), it.item()));
      case UpdateItemRequest it -> List.of(WrittenItem.of(it.tableName(), it.key()));
      default -> List.of();
    };
  }

  private Map<String, AttributeValue> stored(WrittenItem item) {
    return client.getItem(get -> get.tableName(item.table()).key(item.key())).item();
  }

  private void countRead(SdkRequest request, Object response) {
    switch (request) {
      case BatchGetItemRequest it -> {
        var items = ((BatchGetItemResponse) response).responses();
        it.requestItems()
            .forEach(
                (table, wanted) -> {
                  boolean consistent = Boolean.TRUE.equals(wanted.consistentRead());
                  items.get(table).forEach(item -> readUnits.add(Units.read(item, consistent)));
                  int missing = wanted.keys().size() - items.get(table).size();
                  readUnits.add(missing * Units.read(Map.of(), consistent));
                });
      }
      case GetItemRequest it ->
          readUnits.add(
              Units.read(
                  ((GetItemResponse) response).item(), Boolean.TRUE.equals(it.consistentRead())));
      case QueryRequest it ->
          readUnits.add(
              Units.read(
                  ((QueryResponse) response).items(), Boolean.TRUE.equals(it.consistentRead())));
      default -> {}
    }
  }
}
