package services.dataminer.points.ledger;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Holds every test that writes entries to what the nights rely on: an entry is new, and the
/// transaction that writes it counts a change of its member's balance and puts that on the index.
final class MarkedEntries implements ExecutionInterceptor {

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    switch (context.request()) {
      case TransactWriteItemsRequest request -> check(request.transactItems());
      case PutItemRequest request when isEntry(request.item()) ->
          throw new AssertionError("an entry without its balance: " + request.item());
      default -> {}
    }
  }

  private static void check(List<TransactWriteItem> writes) {
    for (TransactWriteItem write : writes) {
      Put put = write.put();
      if (put != null && isEntry(put.item())) {
        if (!"attribute_not_exists(pk)".equals(put.conditionExpression())) {
          throw new AssertionError("an entry that may replace another: " + put.item());
        }
        if (writes.stream().map(TransactWriteItem::update).noneMatch(u -> marks(u, put.item()))) {
          throw new AssertionError("an entry that no night will notice: " + put.item());
        }
      }
    }
  }

  private static boolean isEntry(Map<String, AttributeValue> item) {
    return item.get("sk").s().startsWith("ENTRY#");
  }

  private static boolean marks(Update update, Map<String, AttributeValue> entry) {
    return update != null
        && update.key().get("pk").equals(entry.get("pk"))
        && update.key().get("sk").s().equals("BALANCE")
        && update.expressionAttributeNames().values().containsAll(List.of("due", "version"))
        && update.expressionAttributeValues().values().stream()
            .anyMatch(value -> value.s() != null && value.s().startsWith("TRANSFER#"));
  }
}
