package services.dataminer.points.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// What a table held once, in memory: reads are quick, and writes succeed and change nothing. The
/// same call is answered alike however many came before, and thousands can be made in a second.
public final class FrozenTable implements DynamoDbClient {

  private static final Pattern PREFIX = Pattern.compile("begins_with\\(sk, (:\\w+)\\)");
  private static final Pattern RANGE = Pattern.compile("sk BETWEEN (:\\w+) AND (:\\w+)");

  private final String name;
  private final SortedMap<String, SortedMap<String, Map<String, AttributeValue>>> items =
      new TreeMap<>();

  private FrozenTable(String name) {
    this.name = name;
  }

  /// Nothing at all.
  public static Table empty() {
    return new Table(new FrozenTable("empty"), "empty");
  }

  /// What a table holds now.
  public static LocalTable of(LocalTable local) {
    var frozen = new FrozenTable(local.name());
    local
        .client()
        .scanPaginator(scan -> scan.tableName(local.name()))
        .items()
        .forEach(
            item -> {
              Key key = Key.of(item);
              frozen.items.computeIfAbsent(key.pk(), _ -> new TreeMap<>()).put(key.sk(), item);
            });
    return new LocalTable(local.name(), frozen, new Table(frozen, local.name()));
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    List<Map<String, AttributeValue>> found =
        request.requestItems().get(name).keys().stream()
            .map(Key::of)
            .map(key -> items.getOrDefault(key.pk(), new TreeMap<>()).get(key.sk()))
            .filter(Objects::nonNull)
            .toList();
    return BatchGetItemResponse.builder().responses(Map.of(name, found)).build();
  }

  /// An index has nothing in it.
  @Override
  public QueryResponse query(QueryRequest request) {
    Map<String, AttributeValue> values = request.expressionAttributeValues();
    String condition = request.keyConditionExpression();
    boolean forward = !Boolean.FALSE.equals(request.scanIndexForward());
    var partition =
        new TreeMap<>(
            request.indexName() == null
                ? items.getOrDefault(values.get(":pk").s(), new TreeMap<>())
                : new TreeMap<>());
    var ordered = forward ? partition : partition.descendingMap();
    String after =
        request.hasExclusiveStartKey() ? request.exclusiveStartKey().get("sk").s() : null;
    List<Map<String, AttributeValue>> wanted =
        ordered.entrySet().stream()
            .filter(item -> isWanted(item.getKey(), condition, values))
            .filter(item -> after == null || forward == item.getKey().compareTo(after) > 0)
            .filter(item -> !item.getKey().equals(after))
            .map(Map.Entry::getValue)
            .toList();
    int most = Objects.requireNonNullElse(request.limit(), Integer.MAX_VALUE);
    var found = QueryResponse.builder().items(wanted.stream().limit(most).toList());
    return wanted.size() <= most
        ? found.build()
        : found.lastEvaluatedKey(Key.of(wanted.get(most - 1)).attributes()).build();
  }

  private static boolean isWanted(String sk, String condition, Map<String, AttributeValue> values) {
    Matcher prefix = PREFIX.matcher(condition);
    if (prefix.find()) {
      return sk.startsWith(values.get(prefix.group(1)).s());
    }
    Matcher range = RANGE.matcher(condition);
    return !range.find()
        || sk.compareTo(values.get(range.group(1)).s()) >= 0
            && sk.compareTo(values.get(range.group(2)).s()) <= 0;
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return TransactWriteItemsResponse.builder().build();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return UpdateItemResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
